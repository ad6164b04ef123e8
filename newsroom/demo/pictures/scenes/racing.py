"""One against the clock: runner, cyclist."""

import math
from collections.abc import Callable

from newsroom.demo.pictures.brushes import conifer, ground, hill, peak, sky, sun
from newsroom.demo.pictures.buildings import skyline
from newsroom.demo.pictures.figures import RUNNING, crowd, figure
from newsroom.demo.pictures.inks import Ink, mix, oklch
from newsroom.demo.pictures.outlines import curve, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import WIDTH, Point, Sheet


@scene("runner", moods=("dawn", "poster", "dusk", "day"))
def runner(sheet: Sheet) -> Point:
    """One runner in full stride on a lane, shadows of the others behind."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 66)
    x = rng.uniform(76, 88)
    sun(sheet, x + rng.uniform(-10, 4), rng.uniform(36, 44), rng.uniform(26, 31))
    skyline(sheet, 68, 20, inks.plane(0.16), lamp=0.1)
    crowd(sheet, 62, 5, inks.plane(0.34), rows=2)
    sheet.box(0, 67, WIDTH, 3, inks.paper)
    track = mix(inks.accent, inks.warm, 0.15)
    sheet.box(0, 70, WIDTH, 32, track)
    sheet.grain([(0, 70), (WIDTH, 70), (WIDTH, 101), (0, 101)], inks.near, "down", 0.7)
    for y, width in ((74, 0.4), (80, 0.6), (88.5, 0.9), (98.5, 1.2)):
        sheet.box(0, y, WIDTH, width, inks.light)
    for i, size in enumerate((40, 43)):
        figure(
            sheet,
            x - 46 - i * 22,
            83 + i * 3,
            size,
            mix(inks.plane(0.75), track, 0.25),
            pose=RUNNING,
            top=mix(inks.second, track, 0.35),
            skin=mix(inks.near, track, 0.2),
        )
    sheet.shape(trace("-26,95 6,92.4 14,94 -18,97.4", x), inks.near, 120)
    skin = oklch(rng.choice((0.42, 0.55, 0.7)), 0.08, 50)
    athlete(sheet, x, 93, 74, skin)
    return x + 4, 50


def athlete(sheet: Sheet, x: float, y: float, size: float, skin: Ink) -> None:
    """Draw a sprinter with bare limbs, singlet, shorts and shoes."""
    inks = sheet.inks
    at = {name: (x + a * size, y + b * size) for name, (a, b) in RUNNING.items()}
    shade = mix(skin, inks.near, 0.35)
    neck, hip, knee = at["neck"], at["hip"], at["knee"]
    sheet.limb([neck, at["elbow"], at["hand"]], shade, 0.075 * size, 0.045 * size)
    sheet.limb([hip, at["other_knee"], at["other_foot"]], shade, 0.12 * size, 0.045 * size)
    sheet.limb(trace("0,0 -0.03,-0.07", *at["other_foot"], size), inks.light, 0.05 * size, 0.04 * size)
    sheet.limb([hip, knee, at["foot"]], skin, 0.13 * size, 0.05 * size)
    sheet.limb(trace("0,0 0.075,0.01", *at["foot"], size), inks.light, 0.055 * size, 0.045 * size)
    sheet.limb([hip, ((hip[0] + knee[0]) / 2, (hip[1] + knee[1]) / 2)], inks.near, 0.15 * size, 0.135 * size)
    sheet.limb([neck, at["head"]], skin, 0.06 * size, 0.06 * size)
    chest = (neck[0] - 0.01 * size, neck[1] + 0.06 * size)
    sheet.limb([chest, hip], inks.warm, 0.18 * size, 0.125 * size)
    sheet.shape(trace("-0.07,-0.03 0.06,-0.05 0.08,0.06 -0.07,0.06", *hip, size), inks.near)
    sheet.oval(*at["head"], 0.052 * size, 0.066 * size, skin)
    hair = trace("0.05,-0.03 0,-0.085 -0.07,-0.04 -0.05,0.03 -0.02,-0.02", *at["head"], size)
    sheet.shape(curve(hair, 5), inks.near)
    sheet.limb([chest, at["other_elbow"], at["other_hand"]], skin, 0.08 * size, 0.045 * size)


@scene("cyclist")
def cyclist(sheet: Sheet) -> Point:
    """A rider climbing, mountains behind."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 80)
    sun(sheet, rng.uniform(96, 116), rng.uniform(22, 30), 10)
    peak(sheet, rng.uniform(34, 48), 22, 58, 82, inks.plane(0.2), inks.plane(0.06), mix(inks.light, inks.sky_low, 0.2))
    peak(sheet, rng.uniform(104, 124), 36, 52, 82, inks.plane(0.28), inks.plane(0.14))
    ground(sheet, hill(sheet, 70, 4), inks.plane(0.42), inks.plane(0.6))
    for i in range(12):
        conifer(sheet, i * 14 + rng.uniform(-4, 4), 80 - i * 1.1, rng.uniform(13, 22), inks.plane(0.62))
    slope = [(-2.0, 91.0), (152.0, 74.0)]
    ground(sheet, slope, mix(inks.plane(0.7), inks.near, 0.2), inks.near)
    sheet.shape(trace("-2,91 152,74 152,75.4 -2,92.6"), inks.paper)
    for i in range(6):
        dash = 4.0 + i * 28
        sheet.shape(trace("0,0 11,-1.2 11,-0.1 0,1.3", dash, 97.6 - dash * 0.11), inks.paper)
    x = rng.uniform(70, 80)
    bike(sheet, x, 90 - x * 0.11 + 3.2)
    return x + 4, 58


def bike(sheet: Sheet, x: float, y: float) -> None:
    """Draw a racing bicycle and its rider, rear wheel at the left."""
    inks = sheet.inks
    tilt = math.radians(-6.3)

    def at(a: float, b: float) -> Point:
        return x + (a * math.cos(tilt) - b * math.sin(tilt)), y + (a * math.sin(tilt) + b * math.cos(tilt))

    for wheel in (-17.0, 17.0):
        hub = at(wheel, -11)
        sheet.ring(*hub, 11.4, inks.near, 1.3)
        for spoke in range(9):
            angle = spoke * math.pi * 2 / 9
            sheet.stroke([hub, (hub[0] + 10.8 * math.cos(angle), hub[1] + 10.8 * math.sin(angle))], inks.near, 0.15)
    shade = mix(inks.paper, inks.near, 0.7)
    sheet.limb([at(-5, -35), at(3, -25), at(-2, -15)], shade, 6.4, 3)
    tubes = trace("-17,-11 -3,-11 -3,-11 -7,-31 -17,-11 -6,-27 -6,-27 12,-28 -3,-11 12,-26 12,-31 17,-11")
    for start, end in zip(tubes[::2], tubes[1::2], strict=True):
        sheet.limb([at(*start), at(*end)], inks.warm, 1.5, 1.4)
    sheet.limb([at(12, -31), at(17, -32), at(18.5, -28), at(15, -26)], inks.near, 1.1, 1.1)
    sheet.limb([at(-11, -32), at(-3, -32)], inks.near, 2, 1)
    sheet.ring(*at(-3, -11), 3.2, inks.near, 0.8)
    rider(sheet, at)


def rider(sheet: Sheet, at: Callable[[float, float], Point]) -> None:
    """Seat the rider."""
    inks = sheet.inks
    skin = oklch(0.66, 0.09, 50)
    sheet.limb([at(-6, -35), at(7, -22), at(0, -7)], skin, 7, 3)
    sheet.limb([at(-6, -35), at(2, -27)], inks.near, 8, 6.6)
    sheet.limb([at(0, -7), at(4, -6.4)], inks.light, 2.6, 2.2)
    sheet.limb([at(-6, -36.5), at(2, -45), at(9, -48)], inks.light, 8.6, 8.6)
    sheet.limb([at(-4.6, -38.4), at(4, -46)], inks.accent, 2.2, 2.2)
    sheet.limb([at(9, -47), at(12, -38), at(17.5, -32.6)], skin, 3.6, 2.4)
    sheet.limb([at(9, -47), at(11, -42)], inks.light, 5, 4)
    sheet.disc(*at(15, -52), 4, skin)
    helmet = [at(a, b) for a, b in curve(trace("9.6,-53 11.5,-57 16,-58.2 19.5,-55.5 19.8,-53"), 6)]
    sheet.shape(helmet, inks.warm)
    sheet.limb([at(16.5, -52.2), at(19, -52)], inks.near, 1.3, 1.1)
