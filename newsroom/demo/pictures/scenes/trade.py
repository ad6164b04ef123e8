"""Buying and selling: market stall, trading floor."""

from newsroom.demo.pictures.brushes import ground, sky
from newsroom.demo.pictures.buildings import block, windows
from newsroom.demo.pictures.figures import CHEERING, SPEAKING, WALKING, crowd, figure
from newsroom.demo.pictures.inks import mix, oklch
from newsroom.demo.pictures.outlines import curve, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import WIDTH, Point, Sheet


@scene("market-stall", moods=("day", "dawn", "poster", "dusk"))
def market_stall(sheet: Sheet) -> Point:
    """A fruit stall beneath a striped awning, seller and buyer."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 70)
    for i in range(5):
        x = i * 34 - 12 + rng.uniform(-3, 3)
        tall = rng.uniform(40, 58)
        block(sheet, x, 76, 32, tall, mix(inks.plane(0.14 + 0.07 * (i % 2)), inks.second, 0.25), lit=0.12)
        windows(
            sheet, (x + 3, 78 - tall, 22, tall - 26), (3, 2), mix(inks.plane(0.4), inks.second, 0.2), lamp=0.2, fill=0.5
        )
    ground(sheet, [(-2.0, 76.0), (152.0, 76.0)], mix(inks.plane(0.35), inks.paper, 0.35), inks.plane(0.7))
    left = rng.uniform(36, 44)
    sheet.box(left - 2, 30, 82, 52, mix(inks.plane(0.85), inks.near, 0.3))
    figure(sheet, left + 40, 84, 44, inks.accent, pose=SPEAKING, top=inks.light, skin=oklch(0.55, 0.08, 50), facing=-1)
    for pole in (-3, 80):
        sheet.box(left + pole, 26, 1.6, 68, inks.near)
    awning(sheet, left - 8, 18)
    crates(sheet, left)
    sheet.box(left - 4, 78, 87, 16, inks.plane(0.7))
    sheet.grain(trace("-4,78 83,78 83,94 -4,94", left), inks.near, "down", 0.8)
    figure(sheet, left - 12, 97, 48, inks.near, top=inks.second, skin=oklch(0.72, 0.08, 60), pose=SPEAKING)
    figure(sheet, left + 94, 97, 46, inks.near, top=inks.plane(0.55), skin=oklch(0.42, 0.06, 45), facing=-1)
    return left + 38, 52


def crates(sheet: Sheet, left: float) -> None:
    """Heap the crates with fruit."""
    inks, rng = sheet.inks, sheet.rng
    fruit = (inks.warm, oklch(0.62, 0.15, 132), oklch(0.60, 0.19, 28), oklch(0.82, 0.15, 95), inks.second)
    for crate in range(5):
        x, colour = left - 1 + crate * 16, fruit[(crate + rng.randrange(2)) % 5]
        for row in range(3):
            for k in range(5 - row):
                sheet.disc(
                    x + 2.2 + row * 1.3 + k * 2.7,
                    70 - row * 2.2,
                    1.75,
                    mix(colour, inks.light if (k + row) % 3 == 0 else inks.near, 0.18),
                )
        sheet.shape(trace("0,70 15,70 14,78 1,78", x), mix(oklch(0.66, 0.07, 70), inks.near, 0.12 * (crate % 2)))
        sheet.box(x + 0.8, 73, 13.6, 0.7, inks.plane(0.8))


def awning(sheet: Sheet, x: float, top: float) -> None:
    """Stretch a striped awning with a scalloped hem."""
    inks = sheet.inks
    for i in range(12):
        ink = inks.light if i % 2 else inks.accent
        a, b = x + i * 8, x + (i + 1) * 8
        sheet.shape([(x + 8 + i * 6.7, top), (x + 8 + (i + 1) * 6.7, top), (b, top + 15), (a, top + 15)], ink)
        sheet.box(a, top + 15, 8, 3, mix(ink, inks.near, 0.18))
        sheet.oval((a + b) / 2, top + 18, 4, 2.6, mix(ink, inks.near, 0.18))
    sheet.grain(trace("8,0 88,0 96,15 0,15", x, top), inks.near, "right", 0.4)


@scene("trading-floor", moods=("night", "dusk", "poster", "day"))
def trading_floor(sheet: Sheet) -> Point:
    """Brokers under a wall of rising and falling bars."""
    inks, rng = sheet.inks, sheet.rng
    hall = mix(inks.near, inks.plane(0.7), 0.35)
    sheet.wash(hall, mix(hall, inks.accent, 0.45))
    board = (10, 8, 130, 50)
    sheet.box(*board, mix(inks.near, inks.plane(0.8), 0.3))
    for i in range(1, 5):
        sheet.box(10, 8 + i * 10, 130, 0.3, inks.plane(0.6))
    peak = prices(sheet)
    sheet.glow(peak[0], peak[1], 20, inks.warm, 0.5)
    sheet.box(0, 62, WIDTH, 40, mix(hall, inks.near, 0.4))
    for i in range(7):
        pose = (SPEAKING, CHEERING, WALKING)[rng.randrange(3)]
        figure(
            sheet,
            10 + i * 21 + rng.uniform(-4, 4),
            92,
            34,
            inks.plane(0.5),
            pose=pose,
            top=inks.second if i % 3 else inks.accent,
            skin=mix(inks.warm, inks.paper, 0.5),
            facing=rng.choice((-1, 1)),
        )
    desks(sheet)
    crowd(sheet, 95, 12, inks.near)
    return peak[0], 40


def prices(sheet: Sheet) -> Point:
    """Draw the day in bars; the point where it turned."""
    inks, rng = sheet.inks, sheet.rng
    price, line, peak = rng.uniform(34, 42), [], (75.0, 30.0)
    for i in range(25):
        move = rng.gauss(-0.35 if i < 15 else 1.0, 3.4)
        x, to = 13 + i * 5.1, min(52.0, max(14.0, price + move))
        ink = inks.tone(0.80, 0.1, second=True) if to < price else mix(inks.accent, inks.paper, 0.35)
        if i == 15:
            ink, peak = inks.warm, (x, to)
        sheet.box(x + 1.2, min(price, to) - 2.6, 0.5, abs(to - price) + 5.2, ink)
        sheet.box(x, min(price, to), 3, max(1.2, abs(to - price)), ink)
        line.append((x + 1.5, to - 4))
        price = to
    sheet.stroke(curve(line, 4), inks.glow, 0.6)
    return peak


def desks(sheet: Sheet) -> None:
    """Set the desks with their screens."""
    inks = sheet.inks
    for i in range(5):
        x = i * 33 - 6
        sheet.shape(trace("0,82 26,82 28,101 -2,101", x), mix(inks.plane(0.85), inks.near, 0.4))
        sheet.shape(trace("3,74 14,74 14.6,82 2.4,82", x), inks.glow if i % 2 else inks.tone(0.8, 0.1, second=True))
        sheet.shape(trace("15,75 24,75 24.6,82 14.8,82", x), inks.plane(0.35))
