"""High country: mountain pass, glacier, snowed-in village."""

from newsroom.demo.pictures.brushes import birds, cloud, conifer, ground, hill, peak, sky, sun, water, woods
from newsroom.demo.pictures.buildings import gable
from newsroom.demo.pictures.inks import Ink, mix
from newsroom.demo.pictures.outlines import curve, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import Point, Sheet


@scene("mountain-pass")
def mountain_pass(sheet: Sheet) -> Point:
    """A road in hairpins up to a notch between peaks, one small warm bus on it."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 78)
    notch = rng.uniform(64, 84)
    sun(sheet, notch + rng.uniform(-3, 3), rng.uniform(29, 36), 10)
    cloud(sheet, notch + 44, rng.uniform(12, 18), 40, mix(inks.sky_top, inks.sky_low, 0.6))
    snow = mix(inks.light, inks.sky_low, 0.2)
    peak(sheet, notch - 17, 40, 36, 80, inks.plane(0.16), inks.plane(0.05))
    peak(sheet, notch + 22, 36, 36, 80, inks.plane(0.16), inks.plane(0.05))
    peak(sheet, notch - 52, rng.uniform(8, 15), 62, 92, inks.plane(0.42), inks.plane(0.2), snow)
    peak(sheet, notch + 58, rng.uniform(12, 20), 60, 92, inks.plane(0.5), inks.plane(0.3), snow)
    slope = [(-2.0, 86.0), (26, 78), (notch - 6, 67), (notch, 64.5), (notch + 7, 67), (notch + 44, 78), (152, 84)]
    ground(sheet, curve(slope), inks.plane(0.62), inks.plane(0.85))
    hairpins(sheet, notch)
    woods(
        sheet,
        [(x, 86 + abs(x - notch) * -0.05 + rng.uniform(-2, 4)) for x in range(-2, int(notch) - 30, 4)],
        inks.plane(0.85),
        13,
    )
    woods(sheet, [(x, 88 + rng.uniform(-3, 3)) for x in range(int(notch) + 36, 154, 4)], inks.plane(0.85), 14)
    ground(sheet, hill(sheet, 97, 2), inks.near)
    birds(sheet, notch - 4, 18, inks.near, 3)
    return notch, 58


def hairpins(sheet: Sheet, x: float) -> None:
    """Wind the road down from the notch, wider at each turn."""
    inks = sheet.inks
    bends = trace("0,64.8 8,68 12,71 -9,74.5 -17,78.5 14,83 26,88 -10,95 -34,104", x)
    road = curve(bends, 14)
    for i in range(len(road) - 1):
        width = 0.9 + 4.6 * (i / len(road)) ** 1.6
        sheet.limb([road[i], road[i + 1]], mix(inks.paper, inks.sky_low, 0.3), width, width)
    left, top = x + 2, 78.3
    sheet.box(left, top, 8, 4.4, inks.warm)
    sheet.box(left + 0.7, top + 0.8, 6.6, 1.3, inks.light)
    for wheel in (1.8, 6.2):
        sheet.disc(left + wheel, top + 4.4, 0.85, inks.near)


@scene("glacier")
def glacier(sheet: Sheet) -> Point:
    """A tongue of ice falling between dark walls into its lake, two climbers beneath it."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 60)
    mouth = rng.uniform(66, 84)
    sun(sheet, mouth + rng.uniform(-26, -14), rng.uniform(14, 20), 8)
    ice = mix(inks.light, inks.tone(0.88, 0.05, second=True), 0.35)
    blue = inks.tone(0.68 if not inks.dark else 0.55, 0.09, second=True)
    peak(sheet, mouth + 10, 22, 62, 80, inks.plane(0.2), inks.plane(0.08), inks.light)
    ice_fall(sheet, blue, ice, mouth)
    wall(sheet, mouth)
    water(sheet, 78)
    for i in range(5):
        x, size = mouth + rng.uniform(-42, 46), rng.uniform(3, 7)
        y = 82 + i * 2.6
        sheet.shape(trace("-1,0 -0.5,-0.7 0.2,-0.5 1,0", x, y, size), ice)
        sheet.shape([(x + size * 0.1, y), (x + size * 0.2, y - size * 0.5), (x + size, y)], blue)
    rope_team(sheet)
    return mouth, 52


def ice_fall(sheet: Sheet, blue: Ink, ice: Ink, mouth: float) -> None:
    """Let the ice run down to the water in streams and clefts."""
    rng = sheet.rng
    tongue = curve(trace("8,30 2,38 -6,46 -12,54 -22,64 -34,72 -46,79", mouth))
    right_bank = curve(trace("50,79 36,70 26,61 24,52 27,44 22,36 14,30", mouth))
    sheet.shape([*tongue, *right_bank], ice)
    for share in (0.2, 0.42, 0.66, 0.85):
        stripe = [mixed(a, b, share) for a, b in zip(tongue, reversed(right_bank), strict=True)]
        for k in range(len(stripe) - 1):
            sheet.limb(stripe[k : k + 2], blue, 0.2 + 0.045 * k, 0.2 + 0.045 * k)
    for _ in range(34):
        k = rng.randrange(12, len(tongue) - 3)
        start, reach = rng.uniform(0.04, 0.7), rng.uniform(0.08, 0.2)
        a, b = mixed(tongue[k], right_bank[-1 - k], start), mixed(tongue[k], right_bank[-1 - k], start + reach)
        sheet.shape([a, ((a[0] + b[0]) / 2, a[1] + 1.2 + k * 0.03), b, ((a[0] + b[0]) / 2, a[1] + 0.1)], blue)
    sheet.grain([*tongue, *right_bank], blue, "down", 0.7)


def mixed(one: Point, other: Point, share: float) -> Point:
    """The point a share of the way from one to the other."""
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def wall(sheet: Sheet, mouth: float) -> None:
    """Raise the dark rock on both sides of the ice and the cliff where it breaks."""
    inks = sheet.inks
    left = [(-2.0, 22.0), (14, 16), (22, 26), (34, 30), (mouth - 24, 44), (mouth - 28, 58), (mouth - 46, 79), (-2, 79)]
    right = [
        (152.0, 12.0),
        (138, 20),
        (128, 18),
        (114, 34),
        (mouth + 25, 44),
        (mouth + 38, 60),
        (mouth + 50, 79),
        (152, 79),
    ]
    for side, depth in ((left, 0.72), (right, 0.58)):
        sheet.shape(side, inks.plane(depth))
        sheet.grain(side, inks.plane(depth - 0.35), "up", 0.75)
    cliff = [(mouth - 46 + i * 5.9, 76.5 + sheet.rng.uniform(-2.6, 0)) for i in range(17)]
    sheet.shape([*cliff, (mouth + 48, 81), (mouth - 46, 81)], inks.light)
    for x, y in cliff[::2]:
        sheet.shape([(x, y), (x + 2.4, y + 0.5), (x + 1.6, 81), (x + 0.4, 81)], inks.tone(0.62, 0.09, second=True))


def rope_team(sheet: Sheet) -> None:
    """Walk three people over the moraine, the first in the warm ink."""
    inks = sheet.inks
    moraine = curve(trace("-2,84 18,86 46,93 70,102"))
    sheet.shape([*moraine, (-2, 102)], inks.near)
    for i in range(3):
        left = 18 + i * 9.0
        foot = 86.6 + (left - 18) * 0.27
        sheet.limb([(left, foot), (left, foot - 4)], inks.near, 1.5, 1.7)
        sheet.limb([(left, foot - 4), (left, foot - 7)], inks.warm if i == 2 else inks.paper, 2, 2.4)
        sheet.disc(left + 0.3, foot - 9.2, 1.1, inks.paper if i != 2 else inks.light)
    sheet.stroke([(18, 81.4), (27, 84.4), (36, 86.5)], inks.paper, 0.25)


@scene("snow-village", moods=("dusk", "night", "dawn", "day"))
def snow_village(sheet: Sheet) -> Point:
    """Lamplit houses under snow around a steeple, mountains behind."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 70)
    sun(sheet, rng.uniform(26, 44), rng.uniform(18, 26), 8)
    snow = mix(inks.light, inks.sky_top, 0.2 if inks.dark else 0.05)
    shade = mix(snow, inks.plane(0.4), 0.35)
    peak(sheet, rng.uniform(98, 122), 14, 66, 72, inks.plane(0.28), inks.plane(0.12), snow)
    peak(sheet, rng.uniform(28, 50), 32, 54, 72, inks.plane(0.3), inks.plane(0.16), snow)
    woods(sheet, [(x, 66 + rng.uniform(-2, 2)) for x in range(-2, 152, 5)], inks.plane(0.5), 11, 3)
    ground(sheet, hill(sheet, 67, 2), mix(snow, shade, 0.5), shade, 0.7)
    church = rng.uniform(68, 84)
    places = [
        (church - 48, 76, 15),
        (church + 28, 74, 14),
        (church - 28, 81, 17),
        (church + 44, 83, 18),
        (church - 62, 88, 20),
        (church + 12, 88, 20),
    ]
    steeple(sheet, church - 4, 76, snow)
    for x, y, size in places:
        wall = inks.warm if size == 17 else mix(inks.plane(0.62), inks.second, 0.25 if size % 2 else 0)
        gable(sheet, x, y, size, size * 0.9, wall, snow)
    foreground = curve(trace("-2,92 30,88 76,93 120,88 152,92"))
    ground(sheet, foreground, snow, shade, 0.75)
    for x in (4, 13, 138, 147, 128):
        conifer(sheet, x, 98 + rng.uniform(-2, 2), rng.uniform(22, 30), inks.plane(0.95), None)
    snowfall(sheet)
    return church, 62


def snowfall(sheet: Sheet) -> None:
    """Let it snow."""
    inks, rng = sheet.inks, sheet.rng
    for _ in range(70):
        sheet.disc(rng.uniform(0, 150), rng.uniform(0, 96), rng.choice((0.22, 0.32, 0.45)), inks.light, 220)


def steeple(sheet: Sheet, x: float, y: float, snow: tuple[int, int, int]) -> None:
    """Stand the church by its left foot."""
    inks = sheet.inks
    sheet.box(x, y - 32, 8, 32, inks.paper)
    sheet.box(x + 5.4, y - 32, 2.6, 32, mix(inks.paper, inks.near, 0.35))
    sheet.shape([(x - 1, y - 32), (x + 4, y - 52), (x + 9, y - 32)], inks.plane(0.85))
    sheet.box(x + 2.4, y - 28, 2.4, 4, inks.glow if inks.dark else inks.near)
    gable(sheet, x + 8, y, 20, 20, inks.paper, snow)
