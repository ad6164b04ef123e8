"""Football: the stadium and the pitch."""

import math

from newsroom.demo.pictures.brushes import cloud, sky, sun
from newsroom.demo.pictures.buildings import beam, skyline
from newsroom.demo.pictures.figures import KICKING, RUNNING, crowd, figure
from newsroom.demo.pictures.inks import Ink, mix, oklch
from newsroom.demo.pictures.outlines import curve, round_points, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import WIDTH, Point, Sheet


def turf(sheet: Sheet, top: float, vanish: float, bands: int = 9) -> None:
    """Mow a pitch in stripes of two greens bent toward the accent."""
    inks = sheet.inks
    grass = mix(oklch(0.56 if not inks.dark else 0.45, 0.12, 145), inks.plane(0.6), 0.3)
    other = mix(grass, inks.near, 0.16)
    sheet.box(0, top, WIDTH, 101 - top, grass)
    for i in range(-bands, bands, 2):
        sheet.shape(
            [(vanish + i * 7, top), (vanish + (i + 1) * 7, top), (vanish + (i + 1) * 19, 101), (vanish + i * 19, 101)],
            other,
        )
    sheet.grain([(0, top), (WIDTH, top), (WIDTH, 101), (0, 101)], inks.near, "down", 0.45)


@scene("stadium", moods=("night", "dusk", "poster", "dusk"))
def stadium(sheet: Sheet) -> Point:
    """A bowl of stands under floodlights, small players on a bright pitch."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 60)
    if not inks.dark:
        sun(sheet, rng.uniform(60, 90), 24, 12)
    skyline(sheet, 48, 18, inks.plane(0.2), lamp=0.3)
    bowl = mix(inks.plane(0.75), inks.near, 0.2)
    back = curve(trace("-4,30 30,40 75,43.5 120,40 154,30"), 10)
    sheet.shape([*back, (154, 102), (-4, 102)], bowl)
    roof = [
        *curve(trace("-4,24 30,35 75,39 120,35 154,24"), 10),
        *reversed(curve(trace("-4,34 30,41.5 75,44.5 120,41.5 154,34"), 10)),
    ]
    stands(sheet, bowl)
    sheet.shape(roof, inks.near)
    pitch_below(sheet)
    for i in range(9):
        x, y = rng.uniform(16, 134), rng.uniform(73, 94)
        shirt, side = inks.light if i % 2 else inks.warm, rng.choice((-1, 1))
        figure(sheet, x, y, 5 + (y - 70) * 0.2, inks.near, pose=RUNNING, top=shirt, facing=side)
    for x, lean in ((18, 1), (132, -1)):
        floodlight(sheet, x, lean)
    return 75, 62


def stands(sheet: Sheet, bowl: Ink) -> None:
    """Fill the tiers with dots of people."""
    inks, rng = sheet.inks, sheet.rng
    cloths = [mix(bowl, ink, 0.55) for ink in (inks.paper, inks.accent, inks.second)]
    for tier in range(7):
        edge, side, middle = 38 + tier * 4.6, 46 + tier * 3, 48.4 + tier * 2.3
        for x, y in curve([(-4, edge), (30, side), (75, middle), (120, side), (154, edge)], 22):
            cloth = inks.warm if rng.random() < 0.07 else rng.choice(cloths)
            sheet.disc(x + rng.uniform(-0.5, 0.5), y, 0.72 + abs(x - 75) / 140, cloth)


def pitch_below(sheet: Sheet) -> None:
    """Lay the bright pitch in the bowl."""
    inks = sheet.inks
    pitch = curve(trace("-4,74 30,67.5 75,65.5 120,67.5 154,74"), 10)
    turf_ink = mix(oklch(0.62, 0.14, 142), inks.accent, 0.12)
    sheet.shape([*pitch, (154, 102), (-4, 102)], turf_ink)
    for i in range(-6, 6, 2):
        sheet.shape(
            [(75 + i * 10, 65), (75 + (i + 1) * 10, 65), (75 + (i + 1) * 22, 102), (75 + i * 22, 102)],
            mix(turf_ink, inks.near, 0.16),
        )
    sheet.stroke([(75, 65.6), (75, 102)], inks.light, 0.5)
    sheet.stroke([*round_points(75, 83, 24, 8.5), (99, 83)], inks.light, 0.5)


def floodlight(sheet: Sheet, x: float, lean: int) -> None:
    """Raise a mast with its bank of lamps and their light on the pitch."""
    inks = sheet.inks
    sheet.limb([(x, 44), (x, 12)], inks.near, 1.5, 0.9)
    beam(sheet, x, 10, (75 + lean * 18, 92), 26, inks.light, 34)
    sheet.glow(x, 9, 24, inks.light, 0.75)
    sheet.shape([(x - 7, 4), (x + 7, 4 + lean), (x + 7, 14 + lean), (x - 7, 14)], inks.near)
    for row in range(3):
        for column in range(4):
            sheet.disc(x - 5 + column * 3.3, 6.2 + row * 3 + lean * 0.5, 1.15, inks.light)


@scene("football-pitch")
def football_pitch(sheet: Sheet) -> Point:
    """A player strikes the ball toward a goal."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 46)
    sun(sheet, rng.uniform(42, 60), rng.uniform(16, 26), 10)
    cloud(sheet, rng.uniform(20, 40), 12, 34, mix(inks.sky_top, inks.sky_low, 0.6))
    sheet.shape(trace("-2,34 152,28 152,56 -2,56"), inks.plane(0.34))
    crowd(sheet, 36, 4.6, inks.plane(0.45), rows=4)
    sheet.box(0, 50, WIDTH, 6, mix(inks.paper, inks.sky_low, 0.3))
    for i in range(7):
        sheet.box(i * 23 - 6, 51, 20, 4, (inks.accent, inks.second, inks.plane(0.8))[i % 3])
    turf(sheet, 56, 80)
    sheet.stroke([(60, 66), (152, 66)], inks.light, 0.7)
    sheet.stroke([(60, 66), (30, 84), (152, 84)], inks.light, 0.9)
    goal(sheet)
    figure(sheet, 122, 68, 24, inks.near, top=inks.second, skin=oklch(0.72, 0.08, 55))
    x = rng.uniform(48, 58)
    sheet.shape(trace("-34,97 2,94 4,96 -30,99.5", x), inks.near, 110)
    figure(
        sheet, x, 95, 60, inks.near, pose=KICKING, top=inks.warm, skin=oklch(rng.choice((0.45, 0.6, 0.74)), 0.08, 50)
    )
    ball = (x + 34, 70 + rng.uniform(-4, 4))
    flying_ball(sheet, ball)
    return x + 14, 66


def flying_ball(sheet: Sheet, ball: Point) -> None:
    """Draw the ball in flight."""
    inks = sheet.inks
    for i in range(3):
        sheet.limb(
            [(ball[0] - 8 - i, ball[1] + 4 + i * 1.4), (ball[0] - 3.6, ball[1] + 1 + i * 1.6)], inks.light, 0.3, 0.5
        )
    sheet.disc(*ball, 3.6, inks.light)
    sheet.disc(*ball, 1.3, inks.near)
    for spoke in range(5):
        angle = spoke * 1.257 + 0.3
        sheet.disc(ball[0] + 2.9 * math.cos(angle), ball[1] + 2.9 * math.sin(angle), 0.75, inks.near)


def goal(sheet: Sheet) -> None:
    """Set the goal with its net."""
    inks = sheet.inks
    left, right, top, foot = 98.0, 146.0, 40.0, 66.0
    for i in range(17):
        x = left + 4 + i * 2.6
        sheet.stroke([(x, top + 3), (x, foot)], inks.light, 0.12, 170)
    for i in range(9):
        y = top + 3 + i * 2.7
        sheet.stroke([(left + 4, y), (right - 2, y)], inks.light, 0.12, 170)
    sheet.limb([(left, foot), (left, top), (right, top), (right, foot)], inks.light, 1.2, 1.2)
    sheet.stroke([(left, top), (left + 4, top + 3), (left + 5, foot)], inks.light, 0.4)
