"""Roads and where they stop: desert road, border post."""

from newsroom.demo.pictures.brushes import birds, cloud, ground, outline, sky, sun, woods
from newsroom.demo.pictures.buildings import block, flag, street_lamp
from newsroom.demo.pictures.figures import figure
from newsroom.demo.pictures.inks import mix, oklch
from newsroom.demo.pictures.outlines import curve, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import Point, Sheet


@scene("desert-road")
def desert_road(sheet: Sheet) -> Point:
    """A straight road to a table mountain, one car coming."""
    inks, rng = sheet.inks, sheet.rng
    level, vanish = rng.uniform(52, 58), rng.uniform(60, 86)
    sky(sheet, level)
    sun(sheet, vanish + rng.uniform(-22, 22), level - rng.uniform(14, 24), rng.uniform(11, 15))
    sand, rust = oklch(0.76, 0.10, 66), oklch(0.60, 0.13, 45)
    if inks.dark:
        sand, rust = mix(sand, inks.near, 0.5), mix(rust, inks.near, 0.55)
    for x, half, tall in ((vanish - 52, 20, 22), (vanish + 44, 26, 17), (vanish - 22, 8, 15)):
        mesa = [
            (x - half, level),
            (x - half * 0.72, level - tall),
            (x + half * 0.6, level - tall * 0.96),
            (x + half * 0.66, level - tall * 0.5),
            (x + half, level),
        ]
        sheet.shape(mesa, mix(rust, inks.sky_low, 0.3))
        sheet.grain(mesa, mix(rust, inks.near, 0.4), "right", 0.85)
    ground(sheet, [(-2, level), (152, level)], sand, rust, 0.8)
    ground(sheet, curve(trace("-2,74 30,70 52,84 70,102")), mix(sand, rust, 0.5), rust)
    road_ahead(sheet, level, vanish)
    for i in range(9):
        foot = (i / 9) ** 1.7
        x, y = vanish - 5 - 52 * foot, level + 1 + 40 * foot
        sheet.limb([(x, y), (x, y - 3 - 44 * foot)], inks.near, 0.3 + 1.1 * foot, 0.3 + 0.8 * foot)
        sheet.box(x - 0.8 - 6 * foot, y - 2.6 - 40 * foot, 1.6 + 12 * foot, 0.2 + 0.8 * foot, inks.near)
    return vanish, level + 2


def road_ahead(sheet: Sheet, level: float, vanish: float) -> None:
    """Lay the road with its broken line, one car on it."""
    inks = sheet.inks
    sheet.shape(
        [(vanish - 0.7, level), (vanish + 0.7, level), (vanish + 40, 102), (vanish - 30, 102)], inks.plane(0.75)
    )
    for i in range(8):
        near, far = (i / 8) ** 2, ((i + 0.5) / 8) ** 2
        a, b = level + 46 * near, level + 46 * far
        x, to = vanish + 4.5 * near, vanish + 4.5 * far
        sheet.shape([(x - near, a), (x + near + 0.1, a), (to + far, b), (to - far, b)], inks.paper)
    car = vanish + 6
    sheet.box(car - 3, level + 11, 6.4, 3, inks.warm)
    sheet.shape(trace("-2.3,11 -1.6,9 2,9 2.7,11", car, level), inks.near)


@scene("border-post")
def border_post(sheet: Sheet) -> Point:
    """A barrier across the road at the edge of the woods, a lit booth beside it."""
    inks, rng = sheet.inks, sheet.rng
    level = rng.uniform(58, 62)
    sky(sheet, level)
    sun(sheet, rng.uniform(30, 56), rng.uniform(24, 40), 10)
    cloud(sheet, rng.uniform(96, 120), rng.uniform(14, 22), 38, mix(inks.sky_top, inks.sky_low, 0.6))
    ground(sheet, outline(sheet, level - 10, 6, rough=0.4), inks.plane(0.1))
    woods(sheet, [(x, level + 1) for x in range(-2, 152, 4)], inks.plane(0.4), 14, 2.6)
    ground(sheet, [(-2, level), (152, level)], mix(inks.plane(0.5), inks.sky_low, 0.3), inks.plane(0.8), 0.75)
    sheet.shape([(52, level), (58, level), (112, 102), (6, 102)], inks.plane(0.78))
    for near in (0.02, 0.12, 0.3, 0.56, 0.9):
        y = level + 40 * near
        sheet.shape(
            [
                (55 + 4 * near - near, y),
                (55 + 4 * near + near, y),
                (55 + 6 * near + 1.6 * near, y + 6 * near),
                (55 + 6 * near - 1.4 * near, y + 6 * near),
            ],
            inks.paper,
        )
    booth(sheet)
    barrier(sheet)
    figure(sheet, 82, 95, 27, inks.near, top=inks.plane(0.9), skin=inks.paper, facing=-1)
    street_lamp(sheet, 142, 92, 52, inks.near, -0.2)
    birds(sheet, 66, 26, inks.near, 4)
    return 92, 64


def booth(sheet: Sheet) -> None:
    """Stand the booth with its officer and flag."""
    inks = sheet.inks
    block(sheet, 98, 86, 30, 32, mix(inks.paper, inks.second, 0.2))
    sheet.box(101, 62, 16, 10, inks.glow if inks.dark else inks.sky_top)
    figure(sheet, 108, 80, 22, inks.near)
    sheet.box(98, 72, 21, 14, mix(inks.paper, inks.second, 0.3))
    sheet.shape(trace("92,55 134,55 134,51 94,51"), inks.plane(0.85))
    flag(sheet, 124, 51, 32, inks.near, [inks.accent, inks.paper, inks.second])


def barrier(sheet: Sheet) -> None:
    """Let the striped barrier down, not always quite."""
    inks, rng = sheet.inks, sheet.rng
    lift = rng.uniform(-3, 10)
    sheet.box(92, 70, 4, 20, inks.near)
    for i in range(10):
        a, b = i / 10, (i + 1) / 10
        sheet.limb(
            [(94 - 88 * a, 75 - lift * a), (94 - 88 * b, 75 - lift * b)], inks.warm if i % 2 else inks.light, 2.4, 2.4
        )
