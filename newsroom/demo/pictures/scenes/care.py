"""Growing up and getting well: school, hospital."""

from newsroom.demo.pictures.brushes import cloud, ground, outline, sky, sun, tree
from newsroom.demo.pictures.buildings import block, flag, skyline, street_lamp, windows
from newsroom.demo.pictures.figures import WALKING, figure
from newsroom.demo.pictures.inks import Ink, mix, oklch
from newsroom.demo.pictures.outlines import blob, curve, round_points, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import Point, Sheet


@scene("school", moods=("day", "dawn", "poster", "dusk"))
def school(sheet: Sheet) -> Point:
    """A brick school with a clock, children running in."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 78)
    sun(sheet, rng.uniform(22, 40), rng.uniform(20, 32), 10)
    cloud(sheet, rng.uniform(108, 128), rng.uniform(12, 22), 36, mix(inks.sky_top, inks.paper, 0.6))
    ground(sheet, outline(sheet, 66, 5, rough=0.4), inks.plane(0.14))
    x = rng.uniform(72, 82)
    wall = mix(inks.accent, inks.paper, 0.12)
    wings(sheet, wall, x)
    clock_tower(sheet, x)
    ground(sheet, [(-2.0, 79.6), (152.0, 79.6)], mix(inks.plane(0.45), inks.sky_low, 0.25), inks.plane(0.7))
    sheet.shape(trace("-6,80 6,80 30,102 -30,102", x), mix(inks.paper, inks.plane(0.4), 0.2))
    for left in (8, 22, 134, 147):
        tree(sheet, left, 84, rng.uniform(26, 38), inks.plane(0.75), inks.plane(0.4))
    skins = (0.45, 0.58, 0.7, 0.76)
    for i in range(7):
        a, b = x + (i - 3) * 9 + rng.uniform(-2, 2), 86 + (i * 5 % 4) * 3.6
        pupil(sheet, a, b, 15 + (b - 86) * 0.5, (skins[(i * 3) % 4], i))
    flag(sheet, x + 40, 80, 34, inks.near, [inks.second, inks.paper])
    return x, 62


def wings(sheet: Sheet, wall: Ink, x: float) -> None:
    """Build the two wings of classrooms."""
    inks = sheet.inks
    for left, width in ((x - 50, 40), (x + 10, 40)):
        block(sheet, left, 80, width, 30, wall, lit=0.06)
        sheet.shape([(left - 2, 50), (left + 4, 41), (left + width - 4, 41), (left + width + 2, 50)], inks.plane(0.85))
        windows(
            sheet,
            (left + 2, 53, width - 4, 25),
            (5, 2),
            inks.light if not inks.dark else inks.plane(0.8),
            lamp=0.3,
            fill=0.56,
        )


def clock_tower(sheet: Sheet, x: float) -> None:
    """Stand the entrance with its clock and bell."""
    inks = sheet.inks
    block(sheet, x - 12, 80, 24, 38, mix(inks.paper, inks.accent, 0.1), lit=0.2)
    sheet.shape([(x - 15, 42.4), (x, 29), (x + 15, 42.4)], inks.plane(0.85))
    sheet.box(x - 4, 22, 8, 12, mix(inks.paper, inks.accent, 0.1))
    sheet.shape([(x - 6, 22), (x, 14), (x + 6, 22)], inks.warm)
    sheet.disc(x, 49, 4.4, inks.light)
    sheet.ring(x, 49, 4.6, inks.near, 0.7)
    sheet.stroke([(x, 46), (x, 49), (x + 2.2, 50.4)], inks.near, 0.5)
    sheet.shape([(x - 5, 80), (x - 5, 66), *curve([(x - 5, 66), (x, 61), (x + 5, 66)], 6), (x + 5, 80)], inks.near)
    sheet.box(x - 0.3, 63, 0.6, 17, inks.warm)


def pupil(sheet: Sheet, x: float, y: float, size: float, who: tuple[float, int]) -> None:
    """Let a child run with a satchel."""
    inks, (skin, turn) = sheet.inks, who
    cloth = (inks.second, inks.light, inks.near, inks.accent)[turn % 4]
    facing = 1 if turn < 4 else -1
    figure(sheet, x, y, size, inks.near, pose=WALKING, top=cloth, skin=oklch(skin, 0.075, 52), facing=facing)
    sheet.disc(x + facing * size * 0.03, y - size * 0.93, size * 0.085, oklch(skin, 0.075, 52))
    sheet.shape(round_points(x + facing * size * 0.01, y - size * 0.965, size * 0.088, size * 0.06), inks.near)
    sheet.limb(
        [(x - facing * size * 0.13, y - size * 0.74), (x - facing * size * 0.13, y - size * 0.56)],
        inks.warm if turn % 3 == 0 else inks.plane(0.5),
        size * 0.17,
        size * 0.17,
    )


@scene("hospital")
def hospital(sheet: Sheet) -> Point:
    """A ward block at the change of shift, helicopter on the roof, ambulance at the door."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 84)
    sun(sheet, rng.uniform(20, 38), rng.uniform(24, 36), 11)
    skyline(sheet, 80, 24, inks.plane(0.13), lamp=0.2)
    x = rng.uniform(56, 66)
    wards(sheet, x)
    helicopter(sheet, x + 22, 22)
    ground(sheet, [(-2.0, 84.0), (152.0, 84.0)], inks.plane(0.72), inks.near)
    ambulance(sheet, x - 14, 94)
    for left in (8, 138, 147):
        tree(sheet, left, 87, rng.uniform(20, 28), inks.plane(0.8), inks.plane(0.45))
    for i in range(4):
        figure(
            sheet,
            x + 32 + i * 11,
            92 + i % 2 * 3,
            15,
            inks.plane(0.85),
            pose=WALKING,
            top=inks.light if i % 2 else inks.second,
            skin=oklch(0.6, 0.08, 50),
        )
    street_lamp(sheet, 22, 92, 42, inks.near)
    return x + 26, 56


def wards(sheet: Sheet, x: float) -> None:
    """Build the wards, the entrance and the sign."""
    inks = sheet.inks
    wall = mix(inks.light, inks.sky_top, 0.35 if inks.dark else 0.05)
    block(sheet, x, 84, 68, 52, wall, lit=0.14)
    windows(
        sheet,
        (x + 3, 36, 52, 34),
        (9, 5),
        mix(inks.plane(0.5), inks.second, 0.3),
        lamp=0.6 if inks.dark else 0.12,
        fill=0.66,
    )
    block(sheet, x - 22, 84, 24, 32, mix(wall, inks.second, 0.25), lit=0.0)
    windows(sheet, (x - 20, 55, 20, 16), (4, 2), inks.plane(0.6), lamp=0.5, fill=0.6)
    sheet.box(x + 24, 70, 30, 14, inks.glow if inks.dark else mix(inks.sky_top, inks.plane(0.5), 0.5))
    sheet.shape(trace("18,67 60,67 58,71 20,71", x), inks.accent)
    cross = (x + 60.5, 44.0)
    sheet.disc(*cross, 6.2, inks.accent)
    sheet.box(cross[0] - 1.2, cross[1] - 4, 2.4, 8, inks.light)
    sheet.box(cross[0] - 4, cross[1] - 1.2, 8, 2.4, inks.light)


def helicopter(sheet: Sheet, x: float, y: float) -> None:
    """Land a rescue helicopter on the roof."""
    ink, inks = sheet.inks.near, sheet.inks
    sheet.limb([(x, y), (x + 20, y - 2.6)], inks.warm, 2.6, 0.9)
    sheet.limb([(x - 4, y), (x + 3, y)], inks.warm, 8, 6.4)
    sheet.shape(blob(trace("-8,1 -7,-2.6 -3,-3.4 -3,1.4", x, y), 5), inks.sky_low)
    sheet.limb([(x + 20, y - 6), (x + 20, y + 1)], ink, 0.7, 0.7)
    sheet.box(x - 0.5, y - 7, 1, 4, ink)
    sheet.limb([(x - 19, y - 7), (x + 18, y - 7)], ink, 0.7, 0.7)
    sheet.limb([(x - 8, y + 6.6), (x + 6, y + 6.6)], ink, 0.7, 0.7)
    for leg in (-4, 2):
        sheet.box(x + leg, y + 3, 0.6, 3.6, ink)
    sheet.box(x - 14, y + 7.4, 30, 2.6, ink)


def ambulance(sheet: Sheet, x: float, y: float) -> None:
    """Park an ambulance at the door."""
    inks = sheet.inks
    sheet.shape(trace("0,0 0,-15 24,-15 28,-13 32,-7 35,-6 35,0", x, y), inks.light)
    sheet.shape(trace("25,-12.4 27.6,-12 30.6,-7 25,-7", x, y), inks.plane(0.8))
    sheet.box(x, y - 6, 35, 2.2, inks.warm)
    sheet.box(x + 10, y - 13, 1.8, 6, inks.accent)
    sheet.box(x + 7.9, y - 10.9, 6, 1.8, inks.accent)
    sheet.box(x + 21, y - 16.6, 4, 1.8, inks.warm)
    sheet.glow(x + 23, y - 16, 9, inks.warm, 0.8)
    for wheel in (7, 28):
        sheet.disc(x + wheel, y, 3.2, inks.near)
        sheet.disc(x + wheel, y, 1.3, inks.paper)
