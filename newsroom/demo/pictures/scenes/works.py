"""Machines and those who mind them: server hall, factory."""

from newsroom.demo.pictures.brushes import sky, sun, water
from newsroom.demo.pictures.buildings import block, skyline, windows
from newsroom.demo.pictures.figures import WALKING, figure
from newsroom.demo.pictures.inks import mix
from newsroom.demo.pictures.outlines import round_points, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import WIDTH, Point, Sheet


@scene("server-hall", moods=("night", "dusk", "poster", "day"))
def server_hall(sheet: Sheet) -> Point:
    """An aisle of cabinets running to a lit door, one engineer in it."""
    inks, rng = sheet.inks, sheet.rng
    dim = mix(inks.near, inks.plane(0.7), 0.3)
    x, y = rng.uniform(64, 86), 46.0
    sheet.wash(dim, mix(dim, inks.near, 0.5))
    sheet.glow(x, y, 60, mix(inks.plane(0.3), inks.glow, 0.35), 0.9, dots=True)
    sheet.shape([(x - 7, y + 10), (x + 7, y + 10), (x + 46, 102), (x - 46, 102)], mix(dim, inks.plane(0.35), 0.55))
    for i in range(6):
        a, b = 10 + 46 * (i / 6) ** 1.7, 10 + 46 * ((i + 0.5) / 6) ** 1.7
        sheet.shape(
            [(x - a * 0.6, y + a), (x + a * 0.6, y + a), (x + b * 0.6, y + b), (x - b * 0.6, y + b)],
            mix(dim, inks.plane(0.2), 0.6),
        )
    sheet.box(x - 7, y - 11, 14, 21, inks.glow)
    ceiling_lights(sheet, x, y)
    for side in (-1, 1):
        reaches = [8.0, 11.5, 16.5, 24, 35, 52, 84, 130]
        for i in range(6, -1, -1):
            cabinet(sheet, (x, y), side, (reaches[i], reaches[i + 1]))
    figure(sheet, x + rng.uniform(-3, 3), 78, 36, inks.near, pose=WALKING, top=inks.warm, skin=inks.paper)
    return x, 54


def ceiling_lights(sheet: Sheet, x: float, y: float) -> None:
    """Hang the lights over the aisle."""
    inks = sheet.inks
    for i in range(5):
        reach = 1.0 + 5.0 * (i / 5) ** 1.8
        sheet.shape(
            [
                (x - 2.4 * reach, y - 13 * reach),
                (x + 2.4 * reach, y - 13 * reach),
                (x + 2.6 * reach * 1.15, y - 13.8 * reach),
                (x - 2.6 * reach * 1.15, y - 13.8 * reach),
            ],
            inks.light,
        )


def cabinet(sheet: Sheet, vanish: Point, side: int, reach: Point) -> None:
    """Stand one cabinet of the aisle with its lamps."""
    inks, rng, (x, y), (near, far) = sheet.inks, sheet.rng, vanish, reach

    def at(distance: float, share: float) -> Point:
        return x + side * distance, y + distance * (1.28 - 2.5 * share)

    wall = mix(inks.near, inks.plane(0.55), 0.28 + 0.24 * (1 - near / 90))
    sheet.shape([at(near, 0), at(far, 0), at(far, 1), at(near, 1)], wall)
    edge = near + (far - near) * 0.12
    sheet.shape([at(near, 0), at(edge, 0), at(edge, 1), at(near, 1)], mix(wall, inks.light, 0.4))
    for row in range(15):
        share = 0.06 + row * 0.06
        start, end = near + (far - near) * 0.24, near + (far - near) * 0.92
        sheet.shape(
            [at(start, share), at(end, share), at(end, share + 0.036), at(start, share + 0.036)],
            mix(wall, inks.near, 0.5),
        )
        for lamp in range(3):
            if rng.random() < 0.6:
                a = start + (end - start) * (0.1 + 0.16 * lamp)
                b = a + (end - start) * 0.09
                ink = (
                    inks.warm
                    if rng.random() < 0.08
                    else rng.choice((inks.tone(0.85, 0.12, second=True), inks.tone(0.8, 0.12)))
                )
                sheet.shape(
                    [at(a, share + 0.008), at(b, share + 0.008), at(b, share + 0.028), at(a, share + 0.028)], ink
                )


@scene("factory")
def factory(sheet: Sheet) -> Point:
    """A works with saw-tooth roofs and chimneys by the canal, shift coming off."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 82)
    sun(sheet, rng.uniform(34, 54), rng.uniform(34, 44), rng.uniform(12, 15))
    skyline(sheet, 74, 18, inks.plane(0.12), lamp=0.1)
    chimneys(sheet)
    block(sheet, 84, 80, 52, 22, inks.plane(0.55))
    windows(sheet, (86, 60, 48, 18), (11, 3), inks.plane(0.85), lamp=0.7 if inks.dark else 0.2)
    sawtooth(sheet)
    sheet.box(0, 79.6, WIDTH, 4, inks.near)
    for i in range(9):
        figure(
            sheet,
            16 + i * 9 + rng.uniform(-2, 2),
            83.4,
            8.6,
            inks.near,
            pose=WALKING,
            top=inks.warm if i == 4 else inks.near,
        )
    water(sheet, 83.5)
    sheet.shape(trace("88,92 144,92 138,97 92,97"), inks.near)
    sheet.box(94, 89, 34, 3, inks.second)
    sheet.box(130, 87, 8, 5, inks.paper)
    return 96, 56


def chimneys(sheet: Sheet) -> None:
    """Raise three chimneys whose smoke leans away."""
    inks = sheet.inks
    smoke = mix(inks.sky_top, inks.paper if not inks.dark else inks.plane(0.4), 0.6)
    for i, (x, top) in enumerate(((94, 18), (109, 12), (124, 22))):
        for k in range(6):
            size = 3 + k * 1.5
            puff = round_points(x - 4 - k * 8.5, top - 3 - k * (1.6 + 0.4 * i), size * 1.5, size)
            sheet.shape(puff, mix(smoke, inks.sky_top, 0.1 * k))
        sheet.shape([(x - 2, top), (x + 2, top), (x + 3.4, 76), (x - 3.4, 76)], inks.plane(0.6))
        sheet.shape([(x + 0.4, top), (x + 2, top), (x + 3.4, 76), (x + 0.6, 76)], inks.plane(0.85))
        for band in (2, 8):
            sheet.box(x - 2.4, top + band, 4.8, 2.4, inks.warm)


def sawtooth(sheet: Sheet) -> None:
    """Roof the sheds in saw-teeth with lit northern panes."""
    inks = sheet.inks
    for i in range(5):
        x = 4 + i * 17
        sheet.shape(trace("0,80 0,54 17,63 17,80", x), inks.accent)
        sheet.shape(trace("0,54 17,63 17,66 0,57", x), inks.near)
        sheet.shape(trace("0.6,58.4 6,61.2 6,72 0.6,72", x), inks.glow if inks.dark else inks.paper)
        sheet.grain(trace("0,57 17,66 17,80 0,80", x), inks.near, "right", 0.8)
