"""Looking and calling far: telescope, satellite, radio mast."""

import math

from newsroom.demo.pictures.brushes import cloud, ground, hill, outline, peak, sky, sun, woods
from newsroom.demo.pictures.buildings import gable, lattice
from newsroom.demo.pictures.figures import figure
from newsroom.demo.pictures.inks import mix
from newsroom.demo.pictures.outlines import blob, curve, round_points, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import HEIGHT, WIDTH, Point, Sheet


@scene("telescope", moods=("night", "dusk", "night", "dawn"))
def telescope(sheet: Sheet) -> Point:
    """An observatory open to a sky of turning stars."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 84)
    pole = (rng.uniform(42, 60), rng.uniform(20, 30))
    for i in range(30):
        start, radius = rng.uniform(0, 360), 4 + i * 2.8
        sheet.ring(
            *pole,
            radius,
            mix(inks.sky_top, inks.light, rng.uniform(0.25, 0.85)),
            rng.choice((0.18, 0.28, 0.42)),
            (start, start + rng.uniform(14, 60)),
        )
    sheet.disc(*pole, 1.0, inks.warm)
    peak(sheet, 22, 58, 56, 88, inks.plane(0.3), inks.plane(0.16))
    peak(sheet, 62, 64, 44, 88, inks.plane(0.4), inks.plane(0.26))
    ground(sheet, curve(trace("-2,88 36,84 76,77 130,76 152,80")), inks.plane(0.8), inks.near)
    x, foot = rng.uniform(92, 100), 79.0
    observatory(sheet, foot, x)
    figure(sheet, x - 38, foot + 6, 13, inks.near)
    ground(sheet, hill(sheet, 95, 2), inks.near)
    return x - 12, 48


def observatory(sheet: Sheet, foot: float, x: float) -> None:
    """Build the dome, open, with the tube looking out."""
    inks = sheet.inks
    pale = mix(inks.paper, inks.sky_low, 0.35)
    sheet.box(x - 27, foot - 22, 54, 22, mix(pale, inks.near, 0.2))
    sheet.box(x + 8, foot - 22, 19, 22, mix(pale, inks.near, 0.5))
    shell = [
        (x - 28, foot - 22),
        *((x - 28 * math.cos(i * math.pi / 24), foot - 22 - 29 * math.sin(i * math.pi / 24)) for i in range(25)),
    ]
    sheet.shape(shell, pale)
    sheet.grain(shell, inks.plane(0.85), "right", 0.9)
    slit = trace("-21,-25 -26,-35 -20,-45 -10,-50 -5,-50.5 -13,-40 -9,-25", x, foot)
    sheet.shape(slit, inks.near)
    sheet.grain(slit, inks.warm, "down", 1.0)
    sheet.shape(trace("-13,-27 -31,-49 -24.4,-54.4 -7,-32", x, foot), inks.light)
    sheet.shape(trace("-9.4,-28.6 -26.6,-52.6 -24.4,-54.4 -7,-32", x, foot), mix(inks.light, inks.near, 0.45))
    sheet.shape(trace("-28,-45.4 -21.4,-50.6 -20.4,-49.4 -27,-44.2", x, foot), inks.near)
    sheet.shape(trace("-32.4,-48.4 -24,-55.2 -22.9,-53.8 -31.3,-47", x, foot), inks.near)
    sheet.box(x - 29, foot - 24, 58, 2.6, inks.near)
    sheet.box(x - 5, foot - 12, 6, 12, inks.glow)


@scene("satellite", moods=("night", "dusk", "night", "poster"))
def satellite(sheet: Sheet) -> Point:
    """A satellite over the limb of the earth, sunrise at its edge."""
    inks, rng = sheet.inks, sheet.rng
    space = mix(inks.near, (8, 10, 24), 0.4)
    sheet.wash(space, mix(space, inks.plane(0.7), 0.45))
    for _ in range(90):
        sheet.disc(rng.uniform(0, WIDTH), rng.uniform(0, 80), rng.choice((0.14, 0.2, 0.32)), inks.light, 200)
    x, y, radius = rng.uniform(38, 60), 168.0, 104.0
    for i, share in enumerate((0.25, 0.5, 0.85)):
        sheet.disc(x, y, radius + 5 - i * 2.1, mix(space, inks.tone(0.8, 0.1, second=True), share))
    earth = inks.tone(0.55, 0.11)
    sheet.disc(x, y, radius, earth)
    for _ in range(13):
        a, b = x + rng.uniform(-44, 20), rng.uniform(74, 98)
        sheet.limb(
            [(a - 9, b), (a + rng.uniform(4, 18), b + rng.uniform(-1, 1))],
            mix(earth, inks.light, 0.7),
            rng.uniform(1.2, 2.6),
            0.8,
        )
    land = mix(earth, inks.second, 0.8)
    sheet.shape(blob(trace("-26,80 -12,73 2,76 8,83 -4,88 -8,101 -30,101 -34,90", x)), land)
    sheet.shape(blob(trace("22,74 34,73 44,80 40,86 48,92 44,101 26,101 30,90 20,84", x)), land)
    limb = [p for p in round_points(x, y, radius, radius, 160) if p[1] < 104]
    sheet.grain([*sorted(limb), (WIDTH, 101), (0, 101)], space, "left", 1.0)
    sheet.glow(x + 56, 79, 34, inks.warm, 0.95)
    sheet.disc(x + 57, 80, 4.5, inks.light)
    craft(sheet, rng.uniform(84, 96), rng.uniform(36, 42), math.radians(rng.uniform(-28, -12)))
    return 90, 42


def craft(sheet: Sheet, x: float, y: float, turn: float) -> None:
    """Draw the satellite: gold body, two blue wings, a dish."""
    inks = sheet.inks
    cos, sin = math.cos(turn), math.sin(turn)

    def part(*corners: Point) -> list[Point]:
        return [(x + a * cos - b * sin, y + a * sin + b * cos) for a, b in corners]

    panel = inks.tone(0.45, 0.12)
    sheet.shape(part((-46, -0.8), (46, -0.8), (46, 0.8), (-46, 0.8)), inks.paper)
    for side in (-1, 1):
        for i in range(3):
            a, b = side * (13 + i * 11.6), side * (23.6 + i * 11.6)
            sheet.shape(part((a, -9), (b, -9), (b, 9), (a, 9)), panel)
            sheet.grain(part((a, -9), (b, -9), (b, 9), (a, 9)), inks.light, "right", 0.5)
            for line in (-4.5, 0, 4.5):
                sheet.stroke(part((a, line), (b, line)), inks.paper, 0.25)
            sheet.stroke(part(((a + b) / 2, -9), ((a + b) / 2, 9)), inks.paper, 0.25)
    sheet.shape(part((-8, -10), (8, -10), (8, 10), (-8, 10)), inks.warm)
    sheet.shape(part((2, -10), (8, -10), (8, 10), (2, 10)), mix(inks.warm, inks.near, 0.45))
    sheet.shape(part((-8, -2), (8, -2), (8, 1), (-8, 1)), inks.near)
    sheet.shape(part(*curve(trace("-9,12 -6,17 0,19 6,17 9,12"), 6)), inks.light)
    sheet.shape(part((-9, 12), (9, 12), (4, 10), (-4, 10)), mix(inks.light, inks.near, 0.4))
    sheet.stroke(part((0, 17), (0, 24)), inks.paper, 0.7)
    sheet.disc(*part((0, 24))[0], 1.2, inks.warm)
    sheet.stroke(part((-4, -10), (-7, -20)), inks.paper, 0.5)


@scene("radio-mast")
def radio_mast(sheet: Sheet) -> Point:
    """A lattice mast on a hill, rings of signal spreading from its lamp."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 86)
    x, top = rng.uniform(66, 86), 15.0
    for ring in range(8):
        sheet.ring(x, top, 12 + ring * 10.5, mix(inks.sky_top, inks.sun, 0.55 - ring * 0.06), 1.5 - ring * 0.11)
    sun(sheet, x + rng.choice((-46, 42)), rng.uniform(54, 64), 9)
    cloud(sheet, x - 50, 30, 36, mix(inks.sky_top, inks.sky_low, 0.6))
    ground(sheet, outline(sheet, 72, 6, rough=0.5), inks.plane(0.14))
    ground(sheet, hill(sheet, 78, 4), inks.plane(0.32), inks.plane(0.5))
    slope = curve([(-2, 93), (30, 88), (x - 12, 79.5), (x, 78), (x + 14, 79.5), (126, 88), (152, 92)])
    lattice(sheet, x, 80, top, inks.near, 6.5, 0.75, 11)
    for level, side in ((34, -1), (42, 1), (52, -1)):
        dish = round_points(x + side * 4.4, level, 2.6, 3.4)
        sheet.shape(dish, inks.light)
        sheet.grain(dish, inks.near, "right", 0.7)
    for guy in (-44, 44):
        sheet.stroke([(x, 30), (x + guy, 90)], inks.near, 0.22)
        sheet.stroke([(x, 52), (x + guy * 0.7, 87)], inks.near, 0.22)
    ground(sheet, slope, inks.plane(0.72), inks.near)
    gable(sheet, x + 8, 82, 12, 10, inks.paper, inks.plane(0.9))
    woods(sheet, [(a, 96) for a in range(-2, 152, 5)], inks.near, 12, 2.4)
    sheet.box(x - 0.3, top - 7, 0.6, 8, inks.near)
    sheet.glow(x, top - 6, 12, inks.warm, 0.9)
    sheet.disc(x, top - 6.6, 1.7, inks.warm)
    return x, min(HEIGHT, 40)
