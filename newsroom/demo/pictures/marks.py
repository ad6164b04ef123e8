"""Abstract marks for agencies and sources: one bold sign on a plain ground, no letters."""

import math
from collections.abc import Callable

from .inks import Ink
from .outlines import curve, round_points, trace
from .registry import Scene
from .sheet import WIDTH, Point, Sheet

X, Y = 75.0, 50.0


def emblem(turn: int) -> Scene:
    """The scene that draws one sign after another as `turn` grows, so that a dozen sources look apart."""

    def mark(sheet: Sheet) -> Point:
        inks = sheet.inks
        grounds = (
            (inks.accent, inks.light, inks.warm),
            (inks.paper, inks.accent, inks.warm),
            (inks.near, inks.paper, inks.warm),
            (inks.paper, inks.near, inks.accent),
        )
        ground, ink, spot = sheet.rng.choice(grounds)
        sheet.box(0, 0, WIDTH, 101, ground)
        SIGNS[turn % len(SIGNS)](sheet, ink, spot, ground)
        return X, Y

    return mark


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


def needle(sheet: Sheet, ink: Ink, spot: Ink, ground: Ink) -> None:
    """A compass with its needle."""
    sheet.ring(X, Y, 34, ink, 4)
    sheet.shape(trace("0,-26 9,0 -9,0", X, Y), spot)
    sheet.shape(trace("0,26 9,0 -9,0", X, Y), ink)
    sheet.disc(X, Y, 3.4, ground)


def waves(sheet: Sheet, ink: Ink, spot: Ink, ground: Ink) -> None:
    """Three waves beneath a round sun."""
    sheet.disc(X, Y - 12, 17, spot)
    sheet.box(X - 40, Y - 8, 80, 50, ground)
    for level in (-4, 9, 22):
        crest = curve(trace("-40,0 -30,-4 -20,0 -10,4 0,0 10,-4 20,0 30,4 40,0", X, Y + level))
        sheet.limb(crest, ink, 5, 5)


def arches(sheet: Sheet, ink: Ink, spot: Ink, ground: Ink) -> None:
    """Arches one within the other."""
    for radius, colour in ((36, ink), (27, ground), (20, spot), (11, ground)):
        sheet.disc(X, Y + 6, radius, colour)
        sheet.box(X - radius, Y + 6, radius * 2, 26, colour)
    sheet.box(X - 40, Y + 32, 80, 14, ground)


def honeycomb(sheet: Sheet, ink: Ink, spot: Ink, ground: Ink) -> None:
    """Seven cells, one of them lit."""
    places = [(0.0, 0.0), *((22 * math.cos(i * math.pi / 3), 22 * math.sin(i * math.pi / 3)) for i in range(6))]
    for i, (across, down) in enumerate(places):
        sheet.shape(round_points(X + across, Y + down, 11.5, 11.5, 6), ink if i else spot)
    sheet.disc(X, Y, 3.5, ground)


def orbit(sheet: Sheet, ink: Ink, spot: Ink, ground: Ink) -> None:
    """A body circling another."""
    sheet.disc(X, Y, 20, ink)
    sheet.ring(X, Y, 34, ink, 3)
    sheet.disc(X + 24, Y - 24, 10, ground)
    sheet.disc(X + 24, Y - 24, 7, spot)


def weave(sheet: Sheet, ink: Ink, spot: Ink, ground: Ink) -> None:
    """Two bands crossing over and under."""
    for offset in (-14, 6):
        sheet.box(X + offset, Y - 34, 10, 68, ink)
    for offset in (-14, 6):
        sheet.box(X - 34, Y + offset, 68, 10, spot)
    for left, top in ((-14, 6), (6, -14)):
        sheet.box(X + left - 1.5, Y + top - 2, 13, 14, ground)
        sheet.box(X + left, Y + top - 3, 10, 16, ink)


SIGNS: tuple[Callable[[Sheet, Ink, Ink, Ink], None], ...] = (
    meridians,
    rays,
    needle,
    quarters,
    waves,
    rings,
    arches,
    columns,
    honeycomb,
    folds,
    orbit,
    weave,
)
