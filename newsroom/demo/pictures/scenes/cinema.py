"""The cinema."""

from newsroom.demo.pictures.inks import Ink, mix
from newsroom.demo.pictures.outlines import blob, curve, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import WIDTH, Point, Sheet


@scene("cinema", moods=("night", "dusk", "poster", "night"))
def cinema(sheet: Sheet) -> Point:
    """Rows of heads before a glowing screen on which a rider crosses a desert."""
    inks, rng = sheet.inks, sheet.rng
    hall = mix(inks.near, inks.plane(0.8), 0.25)
    sheet.box(0, 0, WIDTH, 101, hall)
    lens = rng.uniform(60, 90)
    sheet.glow(75, 38, 92, mix(hall, inks.glow, 0.35), 0.75)
    film = (24.0, 12.0, 102.0, 48.0)
    screen(sheet, film)
    for side in (0.0, 134.0):
        for i in range(4):
            fold = [(side + i * 4, 0), (side + i * 4 + 4, 0), (side + i * 4 + 4, 70), (side + i * 4, 70)]
            sheet.shape(fold, mix(inks.accent, inks.near, 0.35))
            sheet.grain(fold, inks.near, "right", 0.9)
    seats(sheet, hall)
    sheet.shape([(lens, 102), (film[0], film[1]), (film[0] + film[2], film[1])], inks.glow, 16)
    return 75, 40


def seats(sheet: Sheet, hall: Ink) -> None:
    """Fill the rows, each nearer one larger and darker."""
    inks, rng = sheet.inks, sheet.rng
    for row in range(4):
        y, size = 70 + row * 9.5, 9 + row * 2.6
        tone = mix(hall, inks.near, row / 4)
        start = rng.uniform(-size, 0)
        for i in range(20):
            x = start + i * size * 1.5
            sheet.shape(
                blob(
                    [
                        (x - size * 0.62, y + 22),
                        (x - size * 0.6, y + 2),
                        (x, y - 0.5),
                        (x + size * 0.6, y + 2),
                        (x + size * 0.62, y + 22),
                    ],
                    5,
                ),
                mix(inks.accent, inks.near, 0.45 + row * 0.14),
            )
            if rng.random() < 0.78:
                head = y - size * 0.2 + rng.uniform(-0.6, 0.6)
                sheet.oval(x, head, size * 0.29, size * 0.36, tone)
                sheet.ring(x, head, size * 0.3, mix(tone, inks.glow, 0.55 - row * 0.1), 0.3, (200, 340))


def screen(sheet: Sheet, film: tuple[float, float, float, float]) -> None:
    """Show a landscape on the screen: sun, mesas, a rider."""
    inks, rng = sheet.inks, sheet.rng
    left, top, width, height = film
    sheet.box(left - 1, top - 1, width + 2, height + 2, inks.near)
    sheet.box(left, top, width, height, mix(inks.glow, inks.paper, 0.45))
    x = left + width * rng.uniform(0.3, 0.7)
    sheet.disc(x, top + height * 0.5, 14, inks.warm)
    mesas = trace("0,48 0,27 18,25 24,34 60,35 66,22 84,22 90,34 102,31 102,48", left, top)
    sheet.shape(mesas, mix(inks.accent, inks.glow, 0.35))
    dune = curve(trace("0,38 34,41 70,38 102,42", left, top))
    sheet.shape([*trace("0,48", left, top), *dune, *trace("102,48", left, top)], inks.near)
    horse_and_rider(sheet, x, top + 39.6)


def horse_and_rider(sheet: Sheet, x: float, y: float) -> None:
    """Ride somebody across the screen."""
    inks = sheet.inks
    sheet.limb([(x - 4, y - 5), (x + 4, y - 5.6)], inks.near, 3, 2.6)
    sheet.limb([(x + 4, y - 6), (x + 6.4, y - 9.4), (x + 8.6, y - 8.4)], inks.near, 2, 1.2)
    for foot in (-4.4, -2.6, 3, 4.8):
        sheet.limb([(x + foot, y - 4.4), (x + foot * 1.25, y + 1)], inks.near, 1, 0.6)
    sheet.limb([(x, y - 6), (x + 0.4, y - 11)], inks.near, 2.2, 2)
    sheet.disc(x + 0.6, y - 12.4, 1.4, inks.near)
    sheet.limb([(x - 1.6, y - 13.6), (x + 2.8, y - 13.8)], inks.near, 0.7, 0.7)
    sheet.limb([(x - 4.6, y - 5.6), (x - 7, y - 2.6)], inks.near, 1, 0.3)
