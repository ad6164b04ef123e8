"""Abstract marks for agencies and sources: one bold sign on a plain ground, no letters."""

import math
from collections.abc import Callable

from .inks import Ink
from .sheet import WIDTH, Point, Sheet

X, Y = 75.0, 50.0


def emblem(sheet: Sheet) -> Point:
    """Choose a ground, a sign and its two inks."""
    inks, rng = sheet.inks, sheet.rng
    grounds = (
        (inks.accent, inks.light, inks.warm),
        (inks.paper, inks.accent, inks.warm),
        (inks.near, inks.paper, inks.warm),
        (inks.paper, inks.near, inks.accent),
    )
    ground, ink, spot = rng.choice(grounds)
    sheet.box(0, 0, WIDTH, 101, ground)
    rng.choice(SIGNS)(sheet, ink, spot, ground)
    return X, Y


def meridians(sheet: Sheet, ink: Ink, spot: Ink, ground: Ink) -> None:
    """A globe of bars."""
    sheet.disc(X, Y, 33, ink)
    for i, level in enumerate((-24, -12, 0, 12, 24)):
        sheet.box(X - 40, Y + level - 1.4 - (i == 2), 80, 2.8 + 2 * (i == 2), spot if i == 2 else ground)


def rays(sheet: Sheet, ink: Ink, spot: Ink, ground: Ink) -> None:
    """A rising half sun."""
    for i in range(9):
        angle = math.pi * (i + 0.5) / 9
        left, right = angle - 0.11, angle + 0.11
        sheet.shape(
            [
                (X - 17 * math.cos(angle), 62 - 17 * math.sin(angle)),
                (X - 44 * math.cos(left), 62 - 44 * math.sin(left)),
                (X - 44 * math.cos(right), 62 - 44 * math.sin(right)),
            ],
            ink,
        )
    sheet.disc(X, 62, 18, spot)
    sheet.box(X - 50, 62, 100, 24, ground)
    sheet.box(X - 44, 66, 88, 5, ink)


def quarters(sheet: Sheet, ink: Ink, spot: Ink, ground: Ink) -> None:
    """Four leaves about a centre."""
    for i, (across, down) in enumerate(((-2, -2), (2, -2), (2, 2), (-2, 2))):
        corners = sheet.around(X + across, Y + down, 32, 32)
        sheet.pen.pieslice(corners, 180 + 90 * i, 270 + 90 * i, fill=spot if i == 1 else ink)
    sheet.disc(X, Y, 9, ground)


def rings(sheet: Sheet, ink: Ink, spot: Ink, ground: Ink) -> None:
    """A signal spreading."""
    for radius in (34, 24):
        sheet.ring(X, Y, radius, ink, 5.5, (-220, 40))
    sheet.disc(X, Y, 12, spot)
    sheet.box(X - 2.6, Y + 10, 5.2, 26, ground if ink == spot else ink)


def columns(sheet: Sheet, ink: Ink, spot: Ink, ground: Ink) -> None:
    """Bars of unequal height."""
    sheet.disc(X, Y, 36, ink)
    for i, height in enumerate((16, 30, 42, 26)):
        sheet.box(X - 19 + i * 10, Y + 20 - height, 7, height, spot if i == 2 else ground)


def folds(sheet: Sheet, ink: Ink, spot: Ink, ground: Ink) -> None:
    """A folded ribbon of three chevrons."""
    for i in range(3):
        y = Y - 26 + i * 20
        sheet.shape(
            [(X - 36, y + 18), (X, y), (X + 36, y + 18), (X + 36, y + 30), (X, y + 12), (X - 36, y + 30)],
            spot if i == 0 else ink,
        )
    sheet.box(X - 40, Y + 46, 80, 4, ground)


SIGNS: tuple[Callable[[Sheet, Ink, Ink, Ink], None], ...] = (meridians, rays, quarters, rings, columns, folds)
