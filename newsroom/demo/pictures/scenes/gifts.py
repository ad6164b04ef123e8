"""Gifts laid out on a table: drones and a protective vest."""

from newsroom.demo.pictures.figures import figure
from newsroom.demo.pictures.inks import Ink, mix
from newsroom.demo.pictures.outlines import blob, curve, round_points, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import Point, Sheet


@scene("cargo-drones", moods=("poster", "dusk", "day", "dawn"))
def cargo_drones(sheet: Sheet) -> Point:
    """Drones and a protective vest on a table under a hanging lamp."""
    inks, rng = sheet.inks, sheet.rng
    wall = mix(inks.plane(0.6), inks.second, 0.25)
    sheet.wash(mix(wall, inks.near, 0.45), mix(wall, inks.near, 0.1))
    x = rng.uniform(70, 80)
    sheet.shape(trace("-10,14 10,14 66,70 -66,70", x), inks.glow, 50)
    sheet.glow(x, 26, 46, mix(wall, inks.glow, 0.4), 0.8, dots=True)
    for i, share in enumerate((0.1, 0.9)):
        figure(sheet, 150 * share, 100, 74 - i * 5, mix(wall, inks.near, 0.72), skin=mix(wall, inks.near, 0.6))
    sheet.box(x - 0.4, -1, 0.8, 9, inks.near)
    sheet.shape(curve(trace("-13,15 -8,9 0,6.6 8,9 13,15", x), 6), inks.near)
    sheet.oval(x, 15, 11, 1.6, inks.glow)
    table = trace("4,70 146,70 158,96 -8,96")
    wood = mix(inks.paper, inks.accent, 0.3)
    sheet.shape(table, wood)
    sheet.grain(table, mix(wood, inks.near, 0.6), "down", 0.8)
    sheet.shape(trace("-8,96 158,96 158,102 -8,102"), inks.near)
    drone(sheet, x - 42, 74, 25)
    drone(sheet, x + 45, 76, 28)
    sheet.oval(x + 2, 85.6, 24, 3, mix(wood, inks.near, 0.65))
    vest(sheet, x, 86)
    drone(sheet, x - 34, rng.uniform(33, 38), 16, flying=True)
    for left in (x - 62, x + 22):
        sheet.shape(trace("0,86 15,86 16,95 -1,95", left), inks.second)
        sheet.box(left + 6, 86, 3, 9, inks.warm)
        sheet.shape(trace("7.5,86 2.5,82.6 3.6,86 11.4,86 12.5,82.6", left), inks.warm)
    return x, 62


def vest(sheet: Sheet, x: float, foot: float) -> None:
    """Stand a vest of protective plates with its straps and pouches."""
    inks = sheet.inks
    shell = trace(
        "-7,-42 -13,-41 -16,-30 -19,-22 -19,-2 -14,0 14,0 19,-2 19,-22 16,-30 13,-41 7,-42 5,-34 0,-31 -5,-34", x, foot
    )
    sheet.shape(shell, inks.accent)
    sheet.grain(shell, inks.near, "right", 0.95)
    sheet.shape(blob(trace("-10,-27 0,-28 10,-27 11,-14 -11,-14", x, foot)), mix(inks.accent, inks.near, 0.35))
    for level in (10.5, 3.4):
        sheet.box(x - 19, foot - level - 1.4, 38, 1.6, inks.near)
    for i in range(4):
        left = x - 15 + i * 7.7
        sheet.box(left, foot - 11, 6.4, 8, mix(inks.accent, inks.paper, 0.22))
        sheet.box(left, foot - 11, 6.4, 2.6, mix(inks.accent, inks.near, 0.3))
    for side in (-1, 1):
        sheet.limb([(x + side * 10, foot - 41.4), (x + side * 9, foot - 29)], inks.near, 2.4, 2.4)
        sheet.box(x + side * 9.4 - 1.8, foot - 34, 3.6, 2.2, inks.warm)


def drone(sheet: Sheet, x: float, y: float, size: float, *, flying: bool = False) -> None:
    """Set down (or fly) a drone with four rotors and a camera."""
    inks = sheet.inks
    ink = inks.near
    rotors(sheet, x, y, size, flying, ink)
    body = round_points(x, y - size * 0.06, size * 0.3, size * 0.13)
    sheet.shape(body, inks.paper)
    sheet.grain(body, inks.plane(0.8), "down", 0.9)
    sheet.disc(x, y + size * 0.06, size * 0.09, ink)
    sheet.disc(x - size * 0.015, y + size * 0.045, size * 0.035, inks.warm)


def rotors(sheet: Sheet, x: float, y: float, size: float, flying: bool, ink: Ink) -> None:
    """Fix arms, rotors and legs on both sides."""
    inks = sheet.inks
    for side in (-1, 1):
        for reach, lift in ((0.72, -0.1), (0.5, -0.26)):
            tip = (x + side * reach * size, y + lift * size)
            sheet.limb([(x, y - size * 0.06), tip], ink, size * 0.07, size * 0.045)
            sheet.box(tip[0] - size * 0.03, tip[1] - size * 0.1, size * 0.06, size * 0.1, ink)
            sheet.oval(
                tip[0],
                tip[1] - size * 0.11,
                size * 0.27,
                size * (0.035 if flying else 0.02),
                inks.light if flying else ink,
                190 if flying else 255,
            )
        sheet.stroke(
            [
                (x + side * size * 0.14, y),
                (x + side * size * 0.24, y + size * 0.24),
                (x + side * size * 0.36, y + size * 0.24),
            ],
            ink,
            size * 0.035,
        )
