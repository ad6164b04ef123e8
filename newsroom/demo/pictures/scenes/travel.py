"""On the way: train and airport."""

import math

from newsroom.demo.pictures.brushes import birds, cloud, ground, hill, outline, peak, sky, sun, tree
from newsroom.demo.pictures.buildings import skyline
from newsroom.demo.pictures.figures import WALKING, figure
from newsroom.demo.pictures.inks import Ink, mix
from newsroom.demo.pictures.outlines import blob, curve, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import WIDTH, Point, Sheet


@scene("train")
def train(sheet: Sheet) -> Point:
    """An express crossing a viaduct in the valley."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 80)
    sun(sheet, rng.uniform(30, 60), rng.uniform(22, 32), rng.uniform(10, 13))
    cloud(sheet, rng.uniform(92, 120), rng.uniform(12, 20), 40, mix(inks.sky_top, inks.sky_low, 0.6))
    peak(sheet, rng.uniform(96, 120), 18, 60, 84, inks.plane(0.16), inks.plane(0.06))
    ground(sheet, outline(sheet, 60, 8, rough=0.5), inks.plane(0.26), inks.plane(0.1), 0.5)
    ground(sheet, hill(sheet, 78, 6), inks.plane(0.42), inks.plane(0.6))
    stone = mix(inks.paper, inks.plane(0.55), 0.28 if not inks.dark else 0.5)
    shade = mix(stone, inks.near, 0.5)
    deck, start = 52.0, rng.uniform(-14, -4)
    viaduct(sheet, deck, shade, start, stone)
    nose = rng.uniform(112, 126)
    carriages(sheet, nose, deck - 1.6)
    ground(sheet, curve(trace("-2,84 40,92 84,93 124,86 152,80")), inks.plane(0.72), inks.near)
    for i in range(11):
        tree(
            sheet,
            i * 15 + rng.uniform(-4, 4),
            96 + abs(i - 5) * -1.2,
            rng.uniform(11, 19),
            inks.plane(0.86),
            inks.plane(0.5),
        )
    birds(sheet, 72, 26, inks.near, 4)
    return nose - 22, 48


def viaduct(sheet: Sheet, deck: float, shade: Ink, start: float, stone: Ink) -> None:
    """Carry the line over the valley on arches."""
    for i in range(9):
        x = start + i * 20
        sheet.box(x - 2.6, deck, 5.2, 50, stone)
        sheet.box(x + 0.8, deck, 1.8, 50, shade)
        spandrel = [
            (x + 2.6, deck),
            (x + 17.4, deck),
            (x + 17.4, deck + 16),
            *curve(trace("17.4,15 15,7 10,4 5,7 2.6,15", x, deck), 6),
        ]
        sheet.shape(spandrel, stone)
    sheet.grain([(0, deck), (WIDTH, deck), (WIDTH, deck + 12), (0, deck + 12)], shade, "up", 0.5)
    sheet.box(0, deck - 1, WIDTH, 3.2, shade)


def carriages(sheet: Sheet, nose: float, rail: float) -> None:
    """Run the train: a long nose and carriages to the edge of the sheet."""
    inks = sheet.inks
    pane = inks.glow if inks.dark else inks.plane(0.85)
    front = curve(trace("-26,-11 -14,-11 -6,-8 0,-2.4 -2,-0.6", nose, rail), 6)
    sheet.shape([*front, (nose - 26, rail - 0.6)], inks.light)
    sheet.shape(curve(trace("-14,-9.6 -8.6,-7.6 -6,-5.6 -12,-6", nose, rail), 5), pane)
    x = nose - 26
    while x > -34:
        sheet.box(x - 29.4, rail - 11, 29, 10.4, inks.light)
        for i in range(8):
            sheet.box(x - 27.4 + i * 3.4, rail - 8.8, 2.3, 2.9, pane)
        sheet.box(x - 0.5, rail - 10, 0.7, 9, inks.near)
        x -= 30
    for i in range(4):
        sheet.box(nose - 24.6 + i * 3.1, rail - 8.8, 2.1, 2.9, pane)
    sheet.box(-2, rail - 4.6, nose, 1.7, inks.warm)
    sheet.box(-2, rail - 1.8, nose, 1.4, mix(inks.light, inks.near, 0.6))
    sheet.shape(trace("-4,-4.6 -1.6,-4.6 -0.6,-2.9 -4,-2.9", nose, rail), inks.warm)
    for level in (-19, -17.4):
        sheet.box(-2, rail + level, 160, 0.22, inks.near)
    for mast in range(6):
        sheet.box(mast * 30 + 4, rail - 20, 0.6, 20, inks.near)
    sheet.stroke([(nose - 70, rail - 11), (nose - 67, rail - 14), (nose - 70, rail - 17.4)], inks.near, 0.4)


@scene("airport")
def airport(sheet: Sheet) -> Point:
    """A jet climbing over the tower while travellers watch behind glass."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 74)
    sun(sheet, rng.uniform(40, 62), rng.uniform(48, 58), rng.uniform(14, 18))
    cloud(sheet, rng.uniform(98, 122), rng.uniform(44, 52), 44, mix(inks.sky_top, inks.sky_low, 0.65))
    cloud(sheet, rng.uniform(14, 30), rng.uniform(14, 22), 36, mix(inks.sky_top, inks.sky_low, 0.5))
    ground(sheet, outline(sheet, 68, 3, rough=0.4), inks.plane(0.12))
    skyline(sheet, 74, 9, inks.plane(0.24), end=70, lamp=0.3)
    x = rng.uniform(112, 120)
    sheet.shape(trace("-2.6,76 -2,46 2,46 2.6,76", x), inks.plane(0.6))
    sheet.shape(trace("-4,46 -7,38 7,38 4,46", x), inks.glow if inks.dark else inks.sky_top)
    for bar in (-3.4, 0, 3.4):
        sheet.stroke([(x + bar * 0.6, 46), (x + bar, 38)], inks.plane(0.8), 0.5)
    sheet.box(x - 7.6, 36, 15.2, 2.2, inks.plane(0.8))
    sheet.box(x - 0.3, 29, 0.6, 7, inks.plane(0.8))
    ground(sheet, [(-2.0, 74.0), (152.0, 74.0)], inks.plane(0.4), inks.plane(0.62))
    sheet.shape(trace("-2,79 152,82 152,85 -2,80.6"), mix(inks.paper, inks.plane(0.4), 0.3))
    jet(sheet, rng.uniform(66, 82), rng.uniform(26, 32), math.radians(-rng.uniform(13, 19)), 1.0)
    for i in range(6):
        sheet.box(i * 30 - 3, 0, 1.6, 101, inks.near)
    sheet.box(0, 94, WIDTH, 8, inks.near)
    sheet.box(0, 66, WIDTH, 0.9, inks.near)
    for left, tall in ((14, 34), (25, 21), (84, 33), (134, 35)):
        figure(sheet, left, 96, tall, inks.near, pose=WALKING if left == 134 else {**WALKING, "head": (0.0, -0.92)})
    sheet.box(92, 85, 6, 11, inks.warm)
    sheet.box(93.4, 79, 0.6, 6, inks.near)
    sheet.box(96.2, 79, 0.6, 6, inks.near)
    return 74, 44


def jet(sheet: Sheet, x: float, y: float, turn: float, size: float) -> None:
    """Fly an airliner seen from the side."""
    inks = sheet.inks
    cos, sin = math.cos(turn), math.sin(turn)

    def part(*corners: Point) -> list[Point]:
        return [(x + size * (a * cos - b * sin), y + size * (a * sin + b * cos)) for a, b in corners]

    sheet.shape(part((-4, -2), (-18, -15), (-12, -15), (8, -2)), mix(inks.light, inks.near, 0.35))
    body = blob(trace("-33,-2 -24,-4 0,-4.6 24,-4.2 32,-1 34,1.4 28,3.6 0,4 -20,2.6"))
    sheet.shape(part(*body), inks.light)
    sheet.shape(
        part(*trace("-34,-2 -30,1 -18,3 0,4.2 28,3.8 33.6,1.6 0,1.6 -20,0")), mix(inks.light, inks.plane(0.6), 0.35)
    )
    sheet.shape(part((-24, -3.4), (-33, -16), (-38, -16), (-34, -2)), inks.warm)
    sheet.shape(part((-28, -1), (-40, -4.6), (-43, -4), (-34, 0.4)), inks.plane(0.6))
    sheet.shape(part((8, 1), (-14, 17), (-21, 17), (-6, 1.6)), inks.plane(0.75))
    sheet.shape(part(*blob(trace("-4,5 8,4.6 9,6 8,8.2 -2,8.4"), 5)), inks.near)
    for i in range(15):
        a, b = part((-18 + i * 2.7, -1.6))[0]
        sheet.disc(a, b, 0.55 * size, inks.near)
    sheet.shape(part((26.4, -2.4), (30.6, -1.4), (31.8, 0), (27, -0.2)), inks.near)
