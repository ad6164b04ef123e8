"""What people build: blocks, windows, towers, columns, cranes, lattice masts, lamps, flags."""

import math
from collections.abc import Sequence

from .inks import Ink, mix
from .outlines import curve, round_points
from .sheet import Point, Sheet


def block(sheet: Sheet, x: float, y: float, width: float, height: float, ink: Ink, *, lit: float = 0.35) -> None:
    """Stand a building with its foot at `y`; the third of it turned from the light is darker."""
    top = y - height
    sheet.box(x, top, width, height, ink)
    side = mix(ink, sheet.inks.near, 0.32)
    sheet.box(x + width * (1 - lit), top, width * lit, height, side)
    sheet.grain([(x, top), (x + width, top), (x + width, y), (x, y)], mix(ink, sheet.inks.near, 0.55), "down", 0.45)


def windows(
    sheet: Sheet,
    box: tuple[float, float, float, float],
    grid: tuple[int, int],
    ink: Ink,
    *,
    lamp: float = 0.0,
    fill: float = 0.55,
) -> None:
    """Fill a box (left, top, width, height) with columns and rows of windows, a share of them lit."""
    left, top, width, height = box
    columns, rows = grid
    across, down = width / columns, height / rows
    for row in range(rows):
        for column in range(columns):
            colour = sheet.inks.glow if sheet.rng.random() < lamp else ink
            x, y = left + (column + (1 - fill) / 2) * across, top + (row + 0.2) * down
            sheet.box(x, y, across * fill, down * 0.6, colour)


def skyline(
    sheet: Sheet, foot: float, tallest: float, ink: Ink, *, start: float = -3, end: float = 153, lamp: float = 0.2
) -> None:
    """Set towers side by side, no two neighbours alike."""
    x = start
    while x < end:
        width = sheet.rng.uniform(5, 11)
        height = tallest * sheet.rng.uniform(0.45, 1)
        block(sheet, x, foot, width, height, ink)
        roof = sheet.rng.randrange(4)
        if roof == 0:
            sheet.box(x + width * 0.44, foot - height - tallest * 0.16, 0.5, tallest * 0.17, ink)
        elif roof == 1:
            sheet.shape([(x, foot - height), (x + width, foot - height), (x + width, foot - height - width * 0.5)], ink)
        elif roof == 2:
            sheet.box(x + width * 0.2, foot - height - 1.6, width * 0.5, 1.7, ink)
        pane = mix(ink, sheet.inks.sky_low, 0.28)
        rows, columns = max(2, int(height / 3.6)), max(2, int(width / 2.2))
        windows(sheet, (x + 0.8, foot - height + 1.4, width - 1.6, height - 2), (columns, rows), pane, lamp=lamp)
        x += width + sheet.rng.choice((0.0, 0.0, 0.5, 1.6))


def columns(sheet: Sheet, box: tuple[float, float, float, float], count: int, ink: Ink, shade: Ink) -> None:
    """Stand a row of columns with capitals in a box (left, top, width, height)."""
    left, top, width, height = box
    sheet.box(left, top, width, height, shade)
    gap = width / count
    for i in range(count):
        x = left + gap * (i + 0.24)
        sheet.box(x, top, gap * 0.52, height, ink)
        sheet.box(x + gap * 0.34, top, gap * 0.18, height, mix(ink, shade, 0.55))
        sheet.box(x - gap * 0.1, top, gap * 0.72, height * 0.06, ink)
        sheet.box(x - gap * 0.1, top + height * 0.94, gap * 0.72, height * 0.06, ink)


def gable(sheet: Sheet, x: float, y: float, width: float, height: float, ink: Ink, roof: Ink) -> None:
    """Stand a small house by its left foot: wall, pitched roof, a window with or without a lamp."""
    wall = height * 0.55
    sheet.box(x, y - wall, width, wall, ink)
    sheet.box(x + width * 0.7, y - wall, width * 0.3, wall, mix(ink, sheet.inks.near, 0.3))
    sheet.shape([(x - width * 0.1, y - wall), (x + width * 0.5, y - height), (x + width * 1.1, y - wall)], roof)
    pane = sheet.inks.glow if sheet.inks.dark else mix(ink, sheet.inks.near, 0.6)
    sheet.box(x + width * 0.2, y - wall * 0.72, width * 0.2, wall * 0.36, pane)
    sheet.box(x + width * 0.5, y - wall * 0.72, width * 0.16, wall * 0.36, pane)


def lattice(
    sheet: Sheet, x: float, foot: float, top: float, ink: Ink, half: float = 3.0, width: float = 0.45, bays: int = 9
) -> None:
    """Raise a lattice mast that narrows upward."""

    def side(share: float, sign: int) -> Point:
        return x + sign * half * (1 - 0.82 * share), foot - (foot - top) * share

    for sign in (-1, 1):
        sheet.stroke([side(0, sign), side(1, sign)], ink, width)
    for bay in range(bays):
        low, high = 1 - (1 - bay / bays) ** 1.15, 1 - (1 - (bay + 1) / bays) ** 1.15
        sheet.stroke([side(low, -1), side(high, 1)], ink, width * 0.6)
        sheet.stroke([side(low, 1), side(high, -1)], ink, width * 0.6)
        sheet.stroke([side(high, -1), side(high, 1)], ink, width * 0.6)


def quay_crane(sheet: Sheet, x: float, foot: float, size: float, ink: Ink, box: Ink) -> None:
    """Stand a container crane whose boom reaches to the left, with a box on its wires."""
    thick = size * 0.035
    for leg in (0.0, 0.26):
        sheet.limb(
            [(x + leg * size, foot), (x + leg * size * 0.86 + size * 0.02, foot - size * 0.66)], ink, thick * 1.4, thick
        )
    for level in (0.28, 0.62):
        sheet.box(x - size * 0.02, foot - size * level, size * 0.3, thick, ink)
    sheet.stroke([(x + size * 0.01, foot - size * 0.28), (x + size * 0.24, foot - size * 0.6)], ink, thick * 0.6)
    sheet.box(x - size * 0.62, foot - size * 0.7, size * 1.06, thick * 1.5, ink)
    mast = (x + size * 0.07, foot - size * 1.02)
    sheet.limb([(x + size * 0.03, foot - size * 0.68), mast], ink, thick, thick * 0.7)
    sheet.limb([(x + size * 0.22, foot - size * 0.68), mast], ink, thick * 0.7, thick * 0.6)
    for end in (-0.58, -0.3, 0.4):
        sheet.stroke([mast, (x + size * end, foot - size * 0.69)], ink, thick * 0.32)
    trolley = x - size * 0.4
    for wire in (0.0, 0.1):
        sheet.stroke(
            [(trolley + wire * size, foot - size * 0.68), (trolley + wire * size, foot - size * 0.42)],
            ink,
            thick * 0.25,
        )
    sheet.box(trolley - size * 0.05, foot - size * 0.44, size * 0.2, size * 0.09, box)
    sheet.box(x + size * 0.28, foot - size * 0.76, size * 0.1, size * 0.08, ink)


def flag(
    sheet: Sheet, x: float, foot: float, height: float, ink: Ink, bands: Sequence[Ink], *, pole: float = 0.6
) -> None:
    """Fly a flag of plain bands from a pole by its foot."""
    top, length, drop = foot - height, height * 0.46, height * 0.3
    sheet.box(x - pole / 2, top - 1, pole, height + 1, ink)
    sheet.disc(x, top - 1.2, pole * 0.9, ink)
    for i, band in enumerate(bands):
        upper, lower = top + drop * i / len(bands), top + drop * (i + 1) / len(bands)
        wave = [(x + length * t / 8, 0.08 * drop * math.sin(t * 0.95) + 0.03 * drop * t) for t in range(9)]
        edge = [(a, upper + b) for a, b in wave] + [(a, lower + 0.1 + b) for a, b in reversed(wave)]
        sheet.shape(curve(edge, 2), band)
    fold = [
        (x + length * 0.3, top + drop * 0.1),
        (x + length * 0.62, top),
        (x + length * 0.62, top + drop),
        (x + length * 0.3, top + drop),
    ]
    sheet.grain(fold, sheet.inks.near, "right", 0.35)


def street_lamp(sheet: Sheet, x: float, foot: float, height: float, ink: Ink, reach: float = 0.16) -> None:
    """Stand a lamp that bends over the street, with its pool of light."""
    top, over = foot - height, x + height * reach
    sheet.stroke(
        curve([(x, foot), (x, top + height * 0.14), (x + height * reach * 0.35, top), (over, top)], 6),
        ink,
        height * 0.022,
    )
    if sheet.inks.dark:
        sheet.glow(over, top + 1, height * 0.42, sheet.inks.glow, 0.75)
    sheet.shape(
        round_points(over, top + 0.3, height * 0.06, height * 0.022, 20), sheet.inks.glow if sheet.inks.dark else ink
    )


def beam(sheet: Sheet, x: float, y: float, to: Point, spread: float, ink: Ink, alpha: int = 80) -> None:
    """Throw a cone of light from a lamp to a far point."""
    length = math.hypot(to[0] - x, to[1] - y)
    across, down = (y - to[1]) / length * spread, (to[0] - x) / length * spread
    sheet.shape([(x, y), (to[0] + across, to[1] + down), (to[0] - across, to[1] - down)], ink, alpha)
