"""Grain: wheat under a front of rain, silos."""

from newsroom.demo.pictures.brushes import birds, cloud, ground, hill, rain, sky, sun, tree
from newsroom.demo.pictures.buildings import gable
from newsroom.demo.pictures.inks import Ink, mix, oklch
from newsroom.demo.pictures.outlines import blob, curve, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import WIDTH, Point, Sheet


def furrows(sheet: Sheet, level: float, vanish: float, ink: Ink, other: Ink, count: int = 13) -> None:
    """Run the rows of a field toward a vanishing point on the horizon."""
    sheet.box(0, level, WIDTH, 101 - level, ink)
    for i in range(-count, count + 1, 2):
        foot = vanish + (i - 0.5) * 17
        sheet.shape([(vanish + i * 0.9, level), (vanish + (i + 1) * 0.9, level), (foot + 17, 101), (foot, 101)], other)


@scene("wheat-rain", moods=("day", "dusk", "poster", "dawn"))
def wheat_rain(sheet: Sheet) -> Point:
    """Wheat in front of a front of rain, one farmhouse still in the sun."""
    inks, rng = sheet.inks, sheet.rng
    level = rng.uniform(60, 66)
    gold, straw = oklch(0.80, 0.125, 84), oklch(0.70, 0.125, 72)
    sky(sheet, level)
    edge = rng.uniform(58, 84)
    rain_front(sheet, edge, level)
    ground(sheet, hill(sheet, level - 1.5, 1.6), inks.plane(0.4))
    furrows(sheet, level, edge - 20, gold, straw)
    sheet.grain([(edge - 10, level), (152, level), (152, 101), (edge + 30, 101)], inks.plane(0.8), "right", 0.7)
    house = edge - 40
    tree(sheet, house - 7, level + 2, 15, inks.plane(0.85), inks.plane(0.5))
    gable(sheet, house, level + 2.5, 14, 12.5, inks.light, inks.warm)
    ears(sheet, gold, straw)
    return edge - 24, level - 4


def rain_front(sheet: Sheet, edge: float, level: float) -> None:
    """Bring the front of rain over the land."""
    inks = sheet.inks
    storm = mix(inks.plane(0.55), inks.near, 0.3)
    bank = [
        (edge - 16, -2),
        (edge - 24, 12),
        (edge - 8, 18),
        (edge - 14, 28),
        (edge + 8, 31),
        (edge + 22, 37),
        (edge + 60, 36),
        (160, 40),
        (160, -4),
    ]
    sheet.shape([(edge + 4, 28), (158, 34), (152, level), (edge - 12, level)], mix(storm, inks.sky_low, 0.5))
    rain(sheet, (edge + 6, 32, 156, level), mix(storm, inks.light, 0.35), count=130)
    sheet.shape(blob(bank), storm)
    sheet.grain(blob(bank), mix(storm, inks.sky_low, 0.45), "left", 0.8)


def ears(sheet: Sheet, gold: Ink, straw: Ink) -> None:
    """Let ears of wheat stand before everything."""
    for i in range(26):
        x, top = i * 6.2 - 4 + sheet.rng.uniform(-2, 2), sheet.rng.uniform(72, 88)
        lean = sheet.rng.uniform(-3, -1)
        ink = sheet.rng.choice((gold, straw, mix(straw, sheet.inks.near, 0.45)))
        sheet.stroke(curve([(x, 101), (x, top + 8), (x + lean, top)], 5), ink, 0.5)
        for grain in range(6):
            y = top + grain * 1.9
            drift = x + lean * (1 - grain / 6)
            for side in (-1, 1):
                sheet.limb([(drift, y + 1.6), (drift + side * 1.5, y)], ink, 1.1, 0.5)
        sheet.limb([(x + lean, top + 1), (x + lean * 1.2, top - 3)], ink, 1.1, 0.2)


@scene("grain-silo")
def grain_silo(sheet: Sheet) -> Point:
    """Silos at a railway siding in flat country."""
    inks, rng = sheet.inks, sheet.rng
    level = rng.uniform(74, 79)
    sky(sheet, level)
    sun(sheet, rng.uniform(22, 36), rng.uniform(34, 56), 11)
    cloud(sheet, rng.uniform(40, 60), rng.uniform(14, 22), 46, mix(inks.sky_top, inks.paper, 0.4), 4)
    ground(sheet, hill(sheet, level - 1, 1.2), inks.plane(0.3))
    furrows(sheet, level, 40, oklch(0.78, 0.115, 84), oklch(0.71, 0.115, 76))
    concrete = mix(inks.paper, inks.second, 0.12 if not inks.dark else 0.35)
    start, count = rng.uniform(74, 80), rng.choice((3, 4))
    for i in range(count):
        cylinder(sheet, start + i * 13, level + 4, 13, 46, concrete)
    head = start + count * 13
    sheet.box(start - 1, level - 50, count * 13 + 2, 8, inks.warm)
    sheet.box(start - 1, level - 44, count * 13 + 2, 2, mix(inks.warm, inks.near, 0.4))
    sheet.box(head - 14, level - 64, 13, 22, inks.plane(0.7))
    sheet.grain(trace("-14,-64 -1,-64 -1,-42 -14,-42", head, level), inks.near, "right", 0.8)
    sheet.limb([(head - 4, level - 58), (head + 24, level + 3)], inks.plane(0.75), 1.8, 1.8)
    for i in range(4):
        wagon(sheet, -12 + i * 27, level + 13, inks.plane(0.55 + 0.1 * (i % 3)))
    sheet.box(0, level + 13.6, WIDTH, 1, inks.near)
    birds(sheet, 60, 40, inks.near, 5)
    return start + 18, level - 30


def cylinder(sheet: Sheet, x: float, foot: float, width: float, height: float, ink: Ink) -> None:
    """Stand one round bin, lit from the left."""
    inks = sheet.inks
    sheet.box(x, foot - height, width, height, ink)
    body = [(x, foot - height), (x + width, foot - height), (x + width, foot), (x, foot)]
    sheet.grain(body, inks.plane(0.75), "right", 0.95)
    sheet.box(x + width - 1.2, foot - height, 1.2, height, inks.plane(0.8))
    for ring in range(1, 6):
        sheet.box(x, foot - height * ring / 6, width, 0.3, mix(ink, inks.near, 0.3))


def wagon(sheet: Sheet, x: float, rail: float, ink: Ink) -> None:
    """Set one hopper wagon on the siding."""
    sheet.shape(trace("0,-11 25,-11 25,-5 20,-2 5,-2 0,-5", x, rail), ink)
    for rib in range(1, 6):
        sheet.box(x + rib * 4.2, rail - 11, 0.5, 7, mix(ink, sheet.inks.near, 0.4))
    for wheel in (4, 8, 17, 21):
        sheet.disc(x + wheel, rail - 0.9, 1.4, sheet.inks.near)
