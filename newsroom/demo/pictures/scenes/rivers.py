"""Held and escaped water: reservoir and flood."""

from newsroom.demo.pictures.brushes import conifer, ground, outline, peak, rain, sky, sun, water
from newsroom.demo.pictures.buildings import gable
from newsroom.demo.pictures.figures import figure
from newsroom.demo.pictures.inks import mix
from newsroom.demo.pictures.outlines import blob, curve, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import Point, Sheet


@scene("reservoir")
def reservoir(sheet: Sheet) -> Point:
    """A curved dam holding back the lake, one gate spilling."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 46)
    sun(sheet, rng.uniform(40, 104), rng.uniform(14, 20), 8)
    peak(sheet, rng.uniform(50, 66), 14, 60, 46, inks.plane(0.16), inks.plane(0.06))
    peak(sheet, rng.uniform(94, 110), 18, 60, 46, inks.plane(0.2), inks.plane(0.1))
    water(sheet, 40, 60)
    left = trace("-2,20 12,24 22,38 36,50 46,72 58,102 -2,102")
    right = trace("152,14 140,26 128,34 118,50 108,74 98,102 152,102")
    dam_wall(sheet)
    spill = 70 + rng.uniform(-6, 6)
    sheet.shape(trace("0,58 8,58 12,102 -7,102", spill), inks.light)
    sheet.grain(trace("0,58 8,58 12,102 -7,102", spill), inks.second, "down", 0.6)
    sheet.shape(blob([(44, 104), (54, 92), (66, 95), (spill + 2, 90), (88, 95), (100, 91), (108, 104)]), inks.light)
    for side, depth in ((left, 0.72), (right, 0.86)):
        sheet.shape(side, inks.plane(depth))
        sheet.grain(side, inks.plane(depth - 0.4), "up", 0.7)
    for x in range(2, 40, 6):
        conifer(sheet, x, 58 + x * 0.6 + rng.uniform(0, 20), rng.uniform(12, 18), inks.near)
        conifer(sheet, 150 - x, 60 + x * 0.5 + rng.uniform(0, 20), rng.uniform(12, 18), inks.near)
    sheet.box(spill - 3, 51, 14, 6.4, inks.warm)
    sheet.shape([(spill - 4, 51), (spill + 4, 47.5), (spill + 12, 51)], inks.near)
    return 76, 64


def dam_wall(sheet: Sheet) -> None:
    """Curve the wall between the slopes."""
    inks = sheet.inks
    dam = curve(trace("28,50 52,55.5 76,57 100,55.5 124,50"), 10)
    face = [*dam, (106, 84), (96, 93), (78, 95), (60, 93), (48, 84)]
    wall_ink = mix(inks.paper, inks.plane(0.3), 0.35 if not inks.dark else 0.5)
    sheet.shape(face, wall_ink)
    for i in range(1, 12):
        top, low = dam[int(i * len(dam) / 12)], (48 + i * 4.9, 84 + 11 * (1 - ((i - 6) / 6) ** 2))
        sheet.stroke([top, low], mix(wall_ink, inks.near, 0.25), 0.35)
    sheet.grain(face, inks.plane(0.7), "right", 0.75)
    sheet.stroke([(x, y - 0.4) for x, y in dam], inks.near, 1.7)


@scene("flood-river", moods=("day", "dusk", "poster", "night"))
def flood_river(sheet: Sheet) -> Point:
    """Roofs and lamp posts standing out of brown water, a rescue boat among them."""
    inks, rng = sheet.inks, sheet.rng
    level = rng.uniform(46, 50)
    sky(sheet, level)
    storm = mix(inks.plane(0.5), inks.sky_top, 0.4)
    sheet.shape(blob(trace("-10,-8 -10,16 20,20 46,15 78,23 110,16 160,22 160,-8")), storm)
    sheet.grain(trace("-2,-2 152,-2 152,22 -2,22"), inks.near, "up", 0.6)
    rain(sheet, (0, 16, 150, level), mix(storm, inks.light, 0.3), count=110)
    ground(sheet, outline(sheet, level - 3, 3, rough=0.4), inks.plane(0.18))
    for x, y, size in ((10, 53, 12), (34, 54, 11), (112, 53, 12), (134, 56, 14)):
        gable(sheet, x + rng.uniform(-3, 3), y, size, size, mix(inks.paper, inks.plane(0.4), 0.35), inks.plane(0.5))
    sheet.light = None
    water(sheet, level + 3)
    for x, y, size in ((22, 70, 24), (104, 67, 22)):
        gable(sheet, x, y, size, size * 1.1, inks.paper, inks.plane(0.75))
        sheet.box(x - 3, y - size * 0.36, size + 6, size * 0.4, mix(inks.plane(0.5), inks.sky_low, 0.3))
        sheet.limb([(x - 5, y - size * 0.36), (x + size + 5, y - size * 0.36)], inks.light, 0.6, 0.6)
    for x in (6, 92, 143):
        sheet.box(x, 44, 0.7, 30, inks.near)
        sheet.limb([(x - 4, 74), (x + 5, 74)], inks.light, 0.5, 0.4)
    boat(sheet, rng.uniform(58, 70), 82)
    sheet.limb([(10, 92), (44, 92)], inks.plane(0.4), 0.9, 0.3)
    sheet.limb([(96, 94), (134, 94)], inks.plane(0.4), 0.9, 0.3)
    return 72, 68


def boat(sheet: Sheet, x: float, y: float) -> None:
    """Float an inflatable with three people, one standing to row."""
    inks = sheet.inks
    figure(sheet, x - 8, y + 1, 15, inks.near, top=inks.plane(0.7), skin=inks.paper)
    figure(sheet, x + 12, y, 19, inks.near, top=inks.second, skin=inks.paper, facing=-1)
    figure(sheet, x + 1, y + 1, 16, inks.near, top=inks.light, skin=inks.plane(0.9))
    sheet.stroke([(x + 16, y - 13), (x + 24, y + 8)], inks.near, 0.7)
    sheet.limb(trace("-16,-1 -8,1.5 14,1.5 22,-2.5", x, y), inks.warm, 6, 5)
    sheet.limb(trace("-17,0.6 -8,3.4 14,3.4 21,0", x, y), mix(inks.warm, inks.near, 0.4), 2.2, 1.6)
    sheet.limb([(x - 26, y + 5.4), (x + 26, y + 5.4)], inks.light, 0.8, 0.5)
