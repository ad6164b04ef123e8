"""The city: skyline, night street, apartment blocks."""

from newsroom.demo.pictures.brushes import birds, cloud, ground, sky, sun, tree, water
from newsroom.demo.pictures.buildings import block, street_lamp, windows
from newsroom.demo.pictures.buildings import skyline as towers
from newsroom.demo.pictures.figures import WALKING, figure
from newsroom.demo.pictures.inks import Ink, mix
from newsroom.demo.pictures.outlines import curve, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import WIDTH, Point, Sheet


@scene("skyline")
def skyline(sheet: Sheet) -> Point:
    """Towers in three planes of haze above a river."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 80)
    x = rng.uniform(48, 64)
    sun(sheet, x, rng.uniform(34, 46), rng.uniform(13, 17))
    cloud(sheet, rng.uniform(98, 126), rng.uniform(12, 20), 40, mix(inks.sky_top, inks.sky_low, 0.6))
    lamp = 0.45 if inks.dark else 0.0
    towers(sheet, 82, 44, inks.plane(0.1), lamp=lamp * 0.5)
    towers(sheet, 82, 36, inks.plane(0.34), lamp=lamp)
    tall = rng.uniform(94, 106)
    spire = inks.plane(0.58)
    sheet.shape(trace("0,82 2,26 5,17 8,26 10,82", tall), spire)
    sheet.shape(trace("5.4,82 5.4,18 8,26 10,82", tall), mix(spire, inks.near, 0.4))
    sheet.box(tall + 4.7, 8, 0.6, 12, spire)
    sheet.disc(tall + 5, 8, 0.9, inks.warm)
    windows(sheet, (tall + 1.8, 30, 6.4, 50), (3, 16), mix(spire, inks.sky_low, 0.3), lamp=lamp + 0.05)
    towers(sheet, 82, 27, inks.plane(0.72), end=tall - 6, lamp=lamp)
    towers(sheet, 82, 27, inks.plane(0.72), start=tall + 12, lamp=lamp)
    water(sheet, 81.5)
    sheet.box(0, 81, WIDTH, 1.2, inks.near)
    sheet.limb([(24, 93), (46, 93)], inks.near, 3, 2)
    sheet.box(30, 89, 9, 3.4, inks.warm)
    birds(sheet, 30, 26, inks.plane(0.9), 5)
    return tall + 3, 42


@scene("night-street", moods=("night", "dusk", "night", "dusk"))
def night_street(sheet: Sheet) -> Point:
    """A wet street of lit shops, one walker with a warm umbrella."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 72)
    vanish = rng.uniform(66, 84)
    towers(sheet, 64, 28, inks.plane(0.3), start=vanish - 26, end=vanish + 22, lamp=0.3)
    for side in (-1, 1):
        for i in (3, 2, 1, 0):
            facade(sheet, vanish, side, i)
    pave = mix(inks.near, inks.plane(0.5), 0.35)
    sheet.shape([(vanish - 6, 63), (vanish + 6, 63), (190, 102), (-40, 102)], pave)
    for _ in range(34):
        y = 66 + 34 * rng.random() ** 0.8
        half = (y - 60) * 0.22
        x = vanish + rng.uniform(-1.9, 1.9) * (y - 58)
        sheet.limb([(x - half, y), (x + half, y)], rng.choice((inks.glow, inks.warm, inks.plane(0.35))), 0.5, 0.3)
    sheet.glow(vanish, 100, 42, inks.glow, 0.35)
    street_lamp(sheet, vanish - 34, 90, 58, inks.near, 0.2)
    street_lamp(sheet, vanish + 22, 74, 30, inks.near, -0.2)
    walker = vanish + rng.uniform(4, 10)
    walker_with_umbrella(sheet, walker)
    return walker, 68


def walker_with_umbrella(sheet: Sheet, walker: float) -> None:
    """Send somebody down the street under a warm umbrella."""
    inks = sheet.inks
    figure(sheet, walker, 92, 31, inks.near, pose=WALKING)
    sheet.box(walker + 3.6, 55, 0.6, 22, inks.near)
    canopy = curve(trace("-11,63.5 -7,56 3.9,52 14,56 18,63.5", walker), 8)
    sheet.shape([*canopy, (walker + 11, 61.6), (walker + 4, 63.5), (walker - 4, 61.6)], inks.warm)
    sheet.shape(
        [
            (walker + 3.9, 52),
            *curve([(walker + 10, 54.3), (walker + 14, 56), (walker + 18, 63.5)], 6),
            (walker + 11, 61.6),
        ],
        mix(inks.warm, inks.near, 0.3),
    )
    sheet.limb([(walker - 8, 95), (walker + 10, 95)], inks.warm, 0.9, 0.4)


def facade(sheet: Sheet, vanish: float, side: int, house: int) -> None:
    """Stand one house of the street in perspective, its shop lit."""
    inks, rng = sheet.inks, sheet.rng
    reach = (12, 21, 37, 62, 110)
    near, far = vanish + side * reach[house + 1], vanish + side * reach[house]

    def level(x: float, share: float) -> float:
        distance = abs(x - vanish)
        return 63 + distance * (0.34 - 1.2 * share)

    wall = mix(inks.plane(0.62 + house * 0.1), inks.second if house % 2 else inks.near, 0.22)
    sheet.shape([(near, level(near, 1)), (far, level(far, 0.94)), (far, level(far, 0)), (near, level(near, 0))], wall)
    for share in (0.86, 0.7, 0.54):
        for column in range(4):
            a, b = near + (far - near) * (column + 0.22) / 4, near + (far - near) * (column + 0.72) / 4
            pane = inks.glow if rng.random() < 0.4 else mix(wall, inks.near, 0.5)
            sheet.shape(
                [(a, level(a, share)), (b, level(b, share)), (b, level(b, share - 0.1)), (a, level(a, share - 0.1))],
                pane,
            )
    shop = inks.glow if house % 2 else mix(inks.glow, inks.warm, 0.35)
    a, b = near + (far - near) * 0.08, near + (far - near) * 0.92
    sheet.shape([(a, level(a, 0.34)), (b, level(b, 0.34)), (b, level(b, 0.05)), (a, level(a, 0.05))], shop)
    sheet.shape(
        [(a, level(a, 0.42)), (b, level(b, 0.42)), (b, level(b, 0.31)), (a, level(a, 0.29))],
        inks.accent if house % 2 else inks.second,
    )


@scene("apartment-blocks")
def apartment_blocks(sheet: Sheet) -> Point:
    """Housing slabs with balconies, washing out, one window red with flowers."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 88)
    sun(sheet, rng.uniform(70, 88), rng.uniform(20, 30), 11)
    towers(sheet, 86, 40, inks.plane(0.1), lamp=0.2)
    pale = mix(inks.paper, inks.sky_top, 0.4 if inks.dark else 0.1)
    slab(sheet, (94, 30, 66, 60), (8, 7), mix(inks.plane(0.36), inks.second, 0.4))
    slab(sheet, (-6, 12, 66, 80), (7, 9), pale)
    ground(sheet, [(-2.0, 89.0), (152.0, 89.0)], inks.plane(0.72), inks.near)
    for x in (66, 78, 90, 128, 143):
        tree(sheet, x, 92 + rng.uniform(-1, 2), rng.uniform(15, 24), inks.plane(0.82), inks.plane(0.45))
    for i in range(5):
        figure(
            sheet,
            56 + i * 14 + rng.uniform(-3, 3),
            97,
            9,
            inks.near,
            pose=WALKING,
            top=inks.warm if i == 1 else inks.near,
        )
    return 50, 44


def slab(sheet: Sheet, box: tuple[float, float, float, float], grid: tuple[int, int], ink: Ink) -> None:
    """Stand a block of flats with its balconies."""
    inks, rng = sheet.inks, sheet.rng
    left, top, width, height = box
    across, down = width / grid[0], height / grid[1]
    block(sheet, left, top + height, width, height, ink, lit=0.1)
    spot = (rng.randrange(2, grid[0] - 1), rng.randrange(2, grid[1] - 2))
    for row in range(grid[1]):
        for column in range(grid[0]):
            rail = rng.choice((inks.accent, inks.accent, inks.second, mix(ink, inks.near, 0.3)))
            place = (left + column * across, top + row * down, across, down)
            balcony(sheet, place, ink, inks.warm if (column, row) == spot else rail)


def balcony(sheet: Sheet, place: tuple[float, float, float, float], ink: Ink, rail: Ink) -> None:
    """Open one flat's window behind its balcony, perhaps with the washing out."""
    inks, rng, (x, y, across, down) = sheet.inks, sheet.rng, place
    room = inks.glow if inks.dark and rng.random() < 0.45 else mix(inks.plane(0.7), inks.near, rng.choice((0.1, 0.4)))
    sheet.box(x + across * 0.14, y + down * 0.2, across * 0.72, down * 0.66, room)
    sheet.box(x + across * 0.5, y + down * 0.2, across * 0.06, down * 0.66, ink)
    sheet.box(x + across * 0.06, y + down * 0.62, across * 0.88, down * 0.3, rail)
    sheet.box(x + across * 0.06, y + down * 0.9, across * 0.88, down * 0.07, mix(ink, inks.near, 0.55))
    if rng.random() < 0.14:
        for cloth in range(3):
            colour = rng.choice((inks.light, inks.paper, inks.second))
            sheet.box(x + across * (0.14 + cloth * 0.25), y + down * 0.5, across * 0.18, down * 0.26, colour)
