"""Between land and water: lighthouse and bridge."""

from newsroom.demo.pictures.brushes import birds, cloud, ground, hill, outline, sky, sun, water
from newsroom.demo.pictures.buildings import beam, gable
from newsroom.demo.pictures.inks import mix
from newsroom.demo.pictures.outlines import curve, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import Point, Sheet


@scene("lighthouse")
def lighthouse(sheet: Sheet) -> Point:
    """A striped tower on its rock, lamp turning."""
    inks, rng = sheet.inks, sheet.rng
    level = rng.uniform(68, 74)
    x, top = rng.uniform(92, 102), rng.uniform(17, 22)
    sky(sheet, level)
    if not inks.dark:
        sun(sheet, rng.uniform(28, 50), rng.uniform(34, 50), 11)
    cloud(sheet, rng.uniform(30, 60), rng.uniform(18, 28), 44, mix(inks.sky_top, inks.sky_low, 0.5), 4)
    beam(sheet, x, top, (-10, top + rng.uniform(-4, 18)), 13, inks.glow, 120 if inks.dark else 70)
    ground(sheet, outline(sheet, level - 3, 3, rough=0.3), inks.plane(0.12))
    water(sheet, level)
    rock = trace("56,101 66,88 70,84 79,80 84,74 112,72 121,79 134,84 140,93 152,97 152,101")
    sheet.shape(rock, inks.plane(0.9))
    sheet.shape(trace("56,101 66,88 79,80 84,74 96,74 88,86 92,101"), inks.plane(0.62))
    sheet.grain(rock, inks.plane(1), "right", 0.8)
    tower(sheet, x, top, 74)
    gable(sheet, x + 7, 74, 15, 13, inks.paper, inks.plane(0.75))
    for i in range(5):
        sheet.limb([(50 + i * 6, 96 - i * 2.4), (62 + i * 7, 95 - i * 2)], inks.light, 1.1, 0.3)
    birds(sheet, 60, 36, inks.plane(0.9), 6)
    return x - 4, 44


def tower(sheet: Sheet, x: float, top: float, foot: float) -> None:
    """Build a lighthouse in warm and white bands."""
    inks, bands = sheet.inks, 6
    height = foot - top - 6
    for band in range(bands):
        upper, lower = band / bands, (band + 1) / bands
        a, b = 3.6 + 3.2 * upper, 3.6 + 3.2 * lower
        y, below = top + 6 + height * upper, top + 6.1 + height * lower
        colour = inks.warm if band % 2 == 0 else inks.light
        sheet.shape([(x - a, y), (x + a, y), (x + b, below), (x - b, below)], colour)
        sheet.shape(
            [(x + a * 0.25, y), (x + a, y), (x + b, below), (x + b * 0.25, below)], mix(colour, inks.near, 0.35)
        )
    sheet.box(x - 5.2, top + 4.6, 10.4, 1.8, inks.near)
    sheet.box(x - 2.8, top - 2.6, 5.6, 7.4, inks.glow)
    for bar in (-2.8, -0.3, 2.3):
        sheet.box(x + bar, top - 2.6, 0.5, 7.4, inks.near)
    sheet.shape(curve(trace("-4,-2.4 -2.4,-5 0,-6.4 2.4,-5 4,-2.4", x, top)), inks.near)
    sheet.box(x - 0.25, top - 9, 0.5, 3, inks.near)
    sheet.glow(x, top + 1, 15, inks.light if sheet.inks.dark else inks.glow, 0.8)


@scene("bridge")
def bridge(sheet: Sheet) -> Point:
    """A suspension bridge drawn across the sheet in perspective."""
    inks, rng = sheet.inks, sheet.rng
    level = rng.uniform(66, 70)
    sky(sheet, level)
    sun(sheet, rng.uniform(66, 84), rng.uniform(36, 46), rng.uniform(12, 16))
    ground(sheet, outline(sheet, level - 9, 6, rough=0.4), inks.plane(0.08))
    ground(sheet, hill(sheet, level - 3, 3), inks.plane(0.2))
    water(sheet, level)
    deck = trace("-4,74 48,62 108,54.5 156,51")
    near, far = (40.0, 8.0, 63.5), (118.0, 27.0, 53.5)
    cables(sheet, near, far)
    sheet.shape([*deck, *((x, y + 3.4 - x / 70) for x, y in reversed(deck))], inks.plane(0.95))
    for (x, top, road), size in ((far, 0.5), (near, 1.0)):
        for leg in (-4.4, 2.0):
            sheet.box(x + leg * size, top, 2.4 * size, 98 - top if size == 1 else level + 4 - top, inks.warm)
            sheet.box(
                x + (leg + 1.6) * size,
                top,
                0.8 * size,
                98 - top if size == 1 else level + 4 - top,
                mix(inks.warm, inks.near, 0.4),
            )
        for brace in range(4):
            sheet.box(x - 4.4 * size, top + 2 + brace * (road - top) * 0.27, 8.8 * size, 2.2 * size, inks.warm)
    sheet.shape(trace("24,101 28,92 50,92 55,101"), inks.plane(0.95))
    sheet.shape(trace("28,92 50,92 48,89 30,89"), inks.plane(0.7))
    birds(sheet, 92, 22, inks.plane(0.9), 5)
    return 62, 42


def cables(sheet: Sheet, near: tuple[float, float, float], far: tuple[float, float, float]) -> None:
    """Hang the main cable over both towers, and the deck from the cable."""
    ink = sheet.inks.plane(0.85)
    middle = curve([(near[0], near[1]), (66, 42), (86, 49), (102, 42), (far[0], far[1])], 10)
    for line in (middle, [(near[0], near[1]), (-4, 52)], [(far[0], far[1]), (156, 45)]):
        sheet.stroke(line, ink, 0.7)
    for x, y in middle[::2]:
        road = 62 - (x - 48) * 0.125
        if road > y:
            sheet.stroke([(x, y), (x, road + 1)], ink, 0.25)
