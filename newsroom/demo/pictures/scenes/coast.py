"""At sea: harbour and island ferry."""

from newsroom.demo.pictures.brushes import birds, cloud, ground, outline, peak, sky, sun, water
from newsroom.demo.pictures.buildings import quay_crane, skyline
from newsroom.demo.pictures.inks import mix
from newsroom.demo.pictures.outlines import blob, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import Point, Sheet


def hull(x: float, y: float, length: float, *, deck: float = 0.1) -> list[Point]:
    """The outline of a ship's hull from its stern at `x`, riding at `y`."""
    return [
        (x, y - length * deck), (x + length * 0.9, y - length * deck), (x + length, y - length * deck * 1.6),
        (x + length * 0.93, y + length * 0.035), (x + length * 0.03, y + length * 0.035),
    ]  # fmt: skip


@scene("harbour")
def harbour(sheet: Sheet) -> Point:
    """A container ship under the quay's cranes."""
    inks, rng = sheet.inks, sheet.rng
    level = rng.uniform(66, 72)
    sky(sheet, level)
    sun(sheet, rng.uniform(26, 44), rng.uniform(30, 44), rng.uniform(8, 12))
    cloud(sheet, rng.uniform(85, 125), rng.uniform(16, 26), 34, mix(inks.sky_top, inks.paper, 0.45))
    ground(sheet, outline(sheet, level - 6, 4, rough=0.3), inks.plane(0.1))
    skyline(sheet, level, 11, inks.plane(0.2), start=96, lamp=0.3)
    water(sheet, level)
    for i in range(3):
        quay_crane(
            sheet,
            88 + i * 20,
            level + 2 + i * 3,
            44 + i * 11,
            inks.plane(0.42 + 0.17 * i),
            inks.warm if i == 1 else inks.second,
        )
    ship(sheet, 16, level + 13, 66)
    sheet.shape([(92, 96), (104, level + 6), (152, level + 4), (152, 101), (90, 101)], inks.plane(0.9))
    sheet.grain([(92, 96), (104, level + 6), (152, level + 4), (152, 101), (90, 101)], inks.plane(0.6), "up", 0.5)
    birds(sheet, 60, 24, inks.plane(0.9))
    return 66, level - 14


def ship(sheet: Sheet, x: float, y: float, length: float) -> None:
    """Float a container ship with her boxes stacked."""
    inks = sheet.inks
    cargo = (inks.second, inks.warm, inks.paper, inks.accent, inks.plane(0.35), inks.accent)
    for column in range(9):
        for row in range(sheet.rng.choice((2, 3, 3, 4))):
            left, top = x + length * (0.19 + column * 0.078), y - length * (0.1 + (row + 1) * 0.045)
            sheet.box(left, top, length * 0.074, length * 0.042, sheet.rng.choice(cargo))
    bridge = x + length * 0.05
    sheet.box(bridge, y - length * 0.36, length * 0.11, length * 0.28, inks.paper)
    sheet.box(
        bridge + length * 0.07, y - length * 0.36, length * 0.04, length * 0.28, mix(inks.paper, inks.plane(0.6), 0.4)
    )
    sheet.box(bridge - length * 0.01, y - length * 0.34, length * 0.13, length * 0.025, inks.near)
    sheet.box(bridge + length * 0.02, y - length * 0.43, length * 0.05, length * 0.07, inks.warm)
    body = hull(x, y, length)
    sheet.shape(body, inks.plane(0.95))
    sheet.grain(body, inks.plane(0.55), "up", 0.6)
    sheet.box(x + length * 0.03, y + length * 0.012, length * 0.9, length * 0.024, inks.warm)


@scene("island-ferry")
def island_ferry(sheet: Sheet) -> Point:
    """A ferry between islands, her wake behind her."""
    inks, rng = sheet.inks, sheet.rng
    level = rng.uniform(50, 57)
    sky(sheet, level)
    sun(sheet, rng.uniform(96, 116), level - rng.uniform(8, 16), 10)
    for depth, x, half, height in ((0.08, 30, 44, 20), (0.2, 66, 30, 14), (0.3, 140, 36, 22)):
        shift = rng.uniform(-8, 8)
        peak(sheet, x + shift, level - height, half, level + 0.2, inks.plane(depth + 0.08), inks.plane(depth))
    water(sheet, level)
    sheet.shape(blob(trace("-6,92 10,83 52,79 52,81 20,89 -6,99")), inks.light, 190)
    sheet.shape(blob(trace("-6,99 20,91 52,81.5 52,82.6 30,95 -6,106")), inks.light, 110)
    ferry(sheet, 44, 80, 62)
    birds(sheet, 34, 34, inks.plane(0.8), 7, 2)
    return 76, 66


def ferry(sheet: Sheet, x: float, y: float, length: float) -> None:
    """Float a ferry with two decks and a warm funnel."""
    inks = sheet.inks
    decks(sheet, x, y, length)
    sheet.shape(
        [(x + length * a, y - length * b) for a, b in ((0.25, 0.265), (0.27, 0.44), (0.37, 0.44), (0.39, 0.265))],
        inks.warm,
    )
    sheet.box(x + length * 0.268, y - length * 0.44, length * 0.106, length * 0.035, inks.near)
    for i in range(4):
        sheet.disc(
            x + length * (0.27 - i * 0.09),
            y - length * (0.49 + i * 0.035),
            length * (0.03 + 0.016 * i),
            mix(inks.light, inks.far, 0.35),
        )
    body = hull(x, y, length, deck=0.09)
    sheet.shape(body, inks.plane(0.95))
    sheet.grain(body, inks.plane(0.5), "up", 0.6)
    sheet.box(x + length * 0.02, y - length * 0.03, length * 0.94, length * 0.014, inks.warm)


def decks(sheet: Sheet, x: float, y: float, length: float) -> None:
    """Build the decks with their rows of panes."""
    inks = sheet.inks
    pane = inks.glow if inks.dark else inks.plane(0.6)
    for deck, (start, end) in enumerate(((0.06, 0.84), (0.14, 0.74), (0.5, 0.68))):
        top = y - length * (0.18 + 0.085 * deck)
        sheet.box(x + length * start, top, length * (end - start), length * 0.09, inks.light)
        sheet.box(
            x + length * start,
            top + length * 0.075,
            length * (end - start),
            length * 0.014,
            mix(inks.light, inks.plane(0.7), 0.5),
        )
        panes = int((end - start) * 22)
        for i in range(panes):
            sheet.box(
                x + length * (start + 0.02 + i * (end - start - 0.02) / panes),
                top + length * 0.025,
                length * 0.02,
                length * 0.028,
                pane,
            )
