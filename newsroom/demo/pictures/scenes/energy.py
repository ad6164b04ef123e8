"""Wind and sun put to work: turbines, solar field."""

import math

from newsroom.demo.pictures.brushes import cloud, ground, hill, outline, sky, sun, tree
from newsroom.demo.pictures.buildings import gable
from newsroom.demo.pictures.inks import Ink, mix, oklch
from newsroom.demo.pictures.outlines import trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import WIDTH, Point, Sheet


def turbine(sheet: Sheet, x: float, foot: float, height: float, ink: Ink, turn: float) -> None:
    """Stand one wind turbine, its blades at an angle."""
    hub = (x, foot - height)
    sheet.shape(
        [
            (x - height * 0.012, hub[1]),
            (x + height * 0.012, hub[1]),
            (x + height * 0.026, foot),
            (x - height * 0.026, foot),
        ],
        ink,
    )
    for blade in range(3):
        angle = math.radians(turn + blade * 120)
        cos, sin = math.cos(angle), math.sin(angle)
        shape = trace("0,-0.012 0.12,-0.034 0.56,-0.004 0.57,0.004 0,0.012")
        sheet.shape([(x + height * (a * cos - b * sin), hub[1] + height * (a * sin + b * cos)) for a, b in shape], ink)
    sheet.disc(*hub, height * 0.022, ink)


@scene("wind-turbines")
def wind_turbines(sheet: Sheet) -> Point:
    """Turbines standing over folded hills, near ones tall and pale."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 84)
    sun(sheet, rng.uniform(48, 64), rng.uniform(48, 58), rng.uniform(11, 15))
    cloud(sheet, rng.uniform(20, 40), rng.uniform(14, 24), 36, mix(inks.sky_top, inks.sky_low, 0.6))
    cloud(sheet, rng.uniform(110, 130), rng.uniform(24, 34), 30, mix(inks.sky_top, inks.sky_low, 0.6), 2)
    white = mix(inks.light, inks.sky_top, 0.25 if inks.dark else 0.0)
    for i in range(5):
        turbine(
            sheet,
            14 + i * 12 + rng.uniform(-3, 3),
            68,
            rng.uniform(17, 23),
            mix(white, inks.sky_low, 0.3),
            rng.uniform(0, 120),
        )
    ground(sheet, hill(sheet, 67, 4), inks.plane(0.15), inks.plane(0.3))
    turbine(sheet, 128, 76, 42, white, rng.uniform(0, 120))
    turbine(sheet, 66, 76, 34, white, rng.uniform(0, 120))
    ground(sheet, hill(sheet, 75, 4, 0.9), inks.plane(0.38), inks.plane(0.55))
    turbine(sheet, 97, 94, 68, white, rng.uniform(0, 120))
    ground(sheet, hill(sheet, 84, 4, 0.8), inks.plane(0.6), inks.plane(0.85))
    gable(sheet, 30, 86, 12, 11, inks.light, inks.warm)
    tree(sheet, 25, 87, 12, inks.near)
    tree(sheet, 47, 86, 9, inks.near)
    ground(sheet, hill(sheet, 95, 3, 0.7), inks.plane(0.92))
    return 97, 44


@scene("solar-field")
def solar_field(sheet: Sheet) -> Point:
    """Rows of panels running to the horizon under a large sun."""
    inks, rng = sheet.inks, sheet.rng
    level = rng.uniform(42, 48)
    sky(sheet, level)
    vanish = rng.uniform(58, 92)
    sun(sheet, vanish, level - rng.uniform(10, 16), rng.uniform(12, 16))
    ground(sheet, outline(sheet, level - 4, 4, rough=0.35), inks.plane(0.15))
    ground(sheet, hill(sheet, level, 0.8), mix(inks.plane(0.3), oklch(0.75, 0.07, 95), 0.45), inks.plane(0.6))
    rows = 9
    for i in range(rows):
        share = ((i + 1) / rows) ** 1.9
        y, tall = level + 3 + 50 * share, 1.2 + 9.5 * share
        panel_row(sheet, y, tall, vanish, share)
    return vanish, level + 12


def panel_row(sheet: Sheet, y: float, tall: float, vanish: float, share: float) -> None:
    """Lay one row of tilted panels, brightest beneath the sun."""
    inks = sheet.inks
    wide = 5 + 21 * share
    sheet.box(0, y - 0.2 * tall, WIDTH, tall * 0.34, mix(inks.plane(0.8), inks.near, 0.5))
    for column in range(-14, 15):
        left = vanish + (column - 0.5) * wide
        if left > WIDTH or left + wide < 0:
            continue
        shine = max(0.0, 1 - abs(column) / 3.2)
        ink = mix(inks.plane(0.66), inks.sun, shine * 0.85) if shine else mix(inks.plane(0.66), inks.sky_top, 0.22)
        lean = tall * 0.35
        sheet.shape(
            [
                (left + lean, y - tall),
                (left + wide * 0.94 + lean, y - tall),
                (left + wide * 0.94, y - 0.2 * tall),
                (left, y - 0.2 * tall),
            ],
            ink,
        )
        for line in (0.33, 0.63):
            x = left + wide * line
            sheet.stroke([(x + lean, y - tall), (x, y - 0.2 * tall)], mix(ink, inks.near, 0.4), 0.1 + 0.25 * share)
        middle = y - 0.6 * tall
        sheet.stroke(
            [(left + lean / 2, middle), (left + wide * 0.94 + lean / 2, middle)],
            mix(ink, inks.near, 0.4),
            0.1 + 0.2 * share,
        )
