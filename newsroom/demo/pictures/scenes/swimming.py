"""The swimming pool."""

from newsroom.demo.pictures.inks import Ink, mix, oklch
from newsroom.demo.pictures.outlines import curve, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import WIDTH, Point, Sheet


@scene("swimming-pool")
def swimming_pool(sheet: Sheet) -> Point:
    """Lanes seen from above, one swimmer ahead of the others."""
    inks, rng = sheet.inks, sheet.rng
    pool = mix(oklch(0.74 if not inks.dark else 0.5, 0.11, 222), inks.tone(0.7, 0.1), 0.14)
    sheet.wash(mix(pool, inks.light, 0.25), mix(pool, oklch(0.35, 0.09, 240), 0.4))
    for _ in range(60):
        x, y = rng.uniform(-4, 150), rng.uniform(0, 100)
        sheet.stroke(curve(trace("0,0 3,-0.9 6,0.5 10,-0.4", x, y), 4), mix(pool, inks.light, 0.55), 0.35, 150)
    lanes = 5
    for lane in range(lanes + 1):
        y = -4 + lane * 22 - 3
        for i in range(52):
            sheet.limb(
                [(i * 3 - 2, y + i * 0.12), (i * 3 - 0.1, y + i * 0.13)],
                inks.light if (i // 4) % 2 else inks.accent,
                1.7,
                1.7,
            )
    lead = rng.uniform(78, 92)
    for lane in range(lanes):
        x = lead if lane == 2 else lead - rng.uniform(22, 46)
        swimmer(sheet, x, 7 + lane * 22 - 3 + x * 0.04, inks.warm if lane == 2 else inks.near, rng.choice((-1, 1)))
    sheet.grain([(0, 0), (WIDTH, 0), (WIDTH, 101), (0, 101)], inks.plane(0.8), "left", 0.5)
    return lead, 52


def swimmer(sheet: Sheet, x: float, y: float, cap: Ink, side: int) -> None:
    """Draw a crawl swimmer from above, wake behind."""
    inks = sheet.inks
    skin = oklch(sheet.rng.choice((0.5, 0.62, 0.74)), 0.08, 50)
    for i in range(7):
        sheet.limb([(x - 20 - i * 4.5, y - 1 - i * 0.7), (x - 16 - i * 4.5, y - 1.6 - i * 0.6)], inks.light, 1.4, 0.5)
        sheet.limb([(x - 20 - i * 4.5, y + 1 + i * 0.7), (x - 16 - i * 4.5, y + 1.6 + i * 0.6)], inks.light, 1.4, 0.5)
    sheet.limb([(x - 4, y), (x - 14, y + 1.4), (x - 22, y + 0.6)], skin, 3.6, 1.3)
    sheet.limb([(x - 4, y), (x - 14, y - 1.4), (x - 23, y - 1.8)], skin, 3.6, 1.3)
    sheet.limb([(x + 5, y), (x - 5, y)], skin, 6.6, 4.4)
    sheet.limb([(x - 1, y), (x - 6, y)], inks.near, 5.6, 4.6)
    sheet.limb([(x + 5, y - side * 2.6), (x + 11, y - side * 5), (x + 19, y - side * 2.6)], skin, 2.6, 1.5)
    sheet.limb([(x + 4, y + side * 2.6), (x - 2, y + side * 5.6), (x - 9, y + side * 4.4)], skin, 2.6, 1.5)
    sheet.disc(x + 9, y, 2.7, cap)
    sheet.ring(x + 9, y, 4.4, inks.light, 0.7, (-70, 70))
    sheet.disc(x + 20, y - side * 2.4, 1.5, inks.light)
