"""Fire and the sea floor: forest fire, coral reef."""

from newsroom.demo.pictures.brushes import conifer, ground, hill, outline, sky
from newsroom.demo.pictures.inks import Ink, mix, oklch
from newsroom.demo.pictures.outlines import curve, round_points, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import HEIGHT, WIDTH, Point, Sheet


@scene("forest-fire", moods=("dusk", "night", "dusk", "poster"))
def forest_fire(sheet: Sheet) -> Point:
    """A line of fire behind black firs, smoke leaning away, a water plane above."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 80)
    flame, ember = oklch(0.83, 0.15, 80), oklch(0.64, 0.20, 38)
    sheet.glow(75, 72, 74, ember, 0.9)
    smoke = mix(inks.near, inks.sky_top, 0.45)
    base = rng.uniform(44, 58)
    for i in range(9):
        x, y, size = base + i * 9.5, 54 - i * 6.4, 8 + i * 2.3
        puff = round_points(x + rng.uniform(-3, 3), y, size * 1.25, size)
        sheet.shape(puff, mix(smoke, inks.sky_low, 0.06 * i))
        sheet.grain(puff, mix(smoke, ember, 0.75), "down", 0.62)
    ground(sheet, hill(sheet, 68, 3), mix(ember, inks.near, 0.55))
    flames(sheet, base, ember, flame)
    line = hill(sheet, 82, 2)
    ground(sheet, line, mix(inks.near, ember, 0.16))
    for x in range(-2, 154, 5):
        conifer(
            sheet, x + rng.uniform(-2, 2), 86 + rng.uniform(-2, 3), rng.uniform(16, 30), mix(inks.near, ember, 0.14)
        )
    for x in range(-4, 156, 13):
        conifer(sheet, x + rng.uniform(-3, 3), 104, rng.uniform(26, 44), inks.near)
    plane = rng.uniform(24, 34)
    sheet.shape(trace("-6,27 8,27 5,44 -14,44", plane), inks.light, 90)
    water_plane(sheet, plane, 24)
    return base, 62


def flames(sheet: Sheet, base: float, ember: Ink, flame: Ink) -> None:
    """Raise the flames, highest where the smoke begins."""
    inks, rng = sheet.inks, sheet.rng
    for i in range(17):
        x, tall = i * 9.4 + rng.uniform(-3, 3), rng.uniform(14, 28) * (1.25 if abs(i * 9.4 - base) < 24 else 0.75)
        for share, ink in ((1.0, ember), (0.62, flame), (0.3, inks.light)):
            half, top = 4.6 * share, 78 - tall * share
            sheet.shape(
                curve(
                    [
                        (x - half, 80),
                        (x - half * 0.9, 78 - tall * share * 0.4),
                        (x - 0.4, top),
                        (x + half * 0.4, 78 - tall * share * 0.5),
                        (x + half, 80),
                    ],
                    5,
                ),
                ink,
            )


def water_plane(sheet: Sheet, x: float, y: float) -> None:
    """Fly the plane that drops water."""
    inks = sheet.inks
    sheet.limb([(x + 10, y), (x - 4, y + 0.3), (x - 13, y - 1)], inks.light, 4, 1)
    sheet.shape(trace("-13,-1 -16,-6 -12.4,-6 -8,-0.6", x, y), inks.warm)
    sheet.limb([(x - 3, y - 2), (x + 6, y - 2)], inks.warm, 1.2, 1.2)
    sheet.box(x - 8, y + 0.6, 17, 0.9, inks.warm)
    sheet.box(x + 11.8, y - 3, 0.4, 6, inks.light)


@scene("coral-reef", moods=("day", "dawn", "night", "dusk"))
def coral_reef(sheet: Sheet) -> Point:
    """Light falling through water on fans, brains and branches of coral, a diver and a shoal."""
    inks, rng = sheet.inks, sheet.rng
    sea = oklch(0.78 if not inks.dark else 0.5, 0.10, 205)
    low = mix(oklch(0.34, 0.08, 235), inks.plane(0.8), 0.3)
    sheet.wash(mix(sea, inks.sky_low, 0.2), low)
    for i in range(6):
        x = 30 + i * 17 + rng.uniform(-5, 5)
        sheet.shape([(x, -2), (x + rng.uniform(4, 9), -2), (x - 8 + i * 4, 82), (x - 26 + i * 4, 82)], inks.light, 34)
    sheet.grain([(0, 0), (WIDTH, 0), (WIDTH, 60), (0, 60)], inks.light, "up", 0.5)
    ground(sheet, outline(sheet, 66, 9, rough=0.7), mix(inks.plane(0.5), low, 0.4), inks.plane(0.8))
    shoal(sheet, rng.uniform(92, 116), rng.uniform(28, 36))
    ground(sheet, outline(sheet, 82, 6, rough=0.6), mix(inks.plane(0.75), low, 0.3), inks.near)
    corals = (inks.accent, inks.second, inks.warm, inks.tone(0.72, 0.12), inks.paper)
    for i in range(9):
        x, size = i * 18 + rng.uniform(-4, 4), rng.uniform(13, 26)
        ink = inks.warm if i == 3 else corals[rng.choice((0, 1, 3))]
        (fan, stubs, brain)[i % 3](sheet, x, 96 + rng.uniform(-6, 3), size, mix(ink, inks.near, 0.1))
    diver(sheet, rng.uniform(44, 56), rng.uniform(40, 48))
    ground(sheet, hill(sheet, 98, 2), inks.near)
    return 52, 50


def fan(sheet: Sheet, x: float, y: float, size: float, ink: tuple[int, int, int]) -> None:
    """Grow a sea fan."""
    for lean in (-0.62, -0.38, -0.15, 0.1, 0.34, 0.6):
        tip = (x + lean * size, y - size * (1.15 - abs(lean) * 0.5))
        sheet.stroke(curve([(x, y), (x + lean * size * 0.3, y - size * 0.55), tip], 6), ink, size * 0.055)
        sheet.stroke(
            [(x + lean * size * 0.55, y - size * 0.68), (tip[0] + size * 0.14, tip[1] + size * 0.16)], ink, size * 0.04
        )


def stubs(sheet: Sheet, x: float, y: float, size: float, ink: tuple[int, int, int]) -> None:
    """Grow a staghorn of thick fingers."""
    for lean, tall in ((-0.4, 0.62), (-0.2, 0.95), (0.02, 0.74), (0.22, 1.05), (0.42, 0.6)):
        sheet.limb([(x + lean * size * 0.4, y), (x + lean * size, y - tall * size)], ink, size * 0.2, size * 0.15)
        sheet.disc(x + lean * size, y - tall * size, size * 0.035, sheet.inks.paper)


def brain(sheet: Sheet, x: float, y: float, size: float, ink: tuple[int, int, int]) -> None:
    """Grow a round brain coral."""
    sheet.oval(x, y, size * 0.6, size * 0.5, ink)
    for ring in (0.46, 0.33, 0.2):
        sheet.ring(x, y, size * ring, mix(ink, sheet.inks.near, 0.35), size * 0.03, (180, 360))
    sheet.grain(round_points(x, y, size * 0.6, size * 0.5), sheet.inks.paper, "up", 0.4)


def shoal(sheet: Sheet, x: float, y: float) -> None:
    """Turn a shoal of small fish."""
    for _ in range(26):
        a, b = x + sheet.rng.gauss(0, 13), y + sheet.rng.gauss(0, 5)
        ink = sheet.inks.warm if sheet.rng.random() < 0.16 else sheet.inks.light
        sheet.shape(trace("0,0 2,-0.8 4,0 2,0.8", a, b), ink)
        sheet.shape([(a + 3.6, b), (a + 4.9, b - 0.8), (a + 4.9, b + 0.8)], ink)


def diver(sheet: Sheet, x: float, y: float) -> None:
    """Let a diver glide, lamp first."""
    inks = sheet.inks
    sheet.shape([(x + 12, y + 1), (x + 44, y + 6), (x + 40, y + 24)], inks.glow, 110)
    sheet.limb([(x - 2, y), (x - 10, y + 1), (x - 19, y - 1)], inks.near, 3, 1.6)
    sheet.shape(trace("-18,-2 -27,-4 -26,1 -18,0.4", x, y), inks.warm)
    sheet.limb([(x + 5, y), (x - 2, y)], inks.near, 4.6, 4)
    sheet.limb([(x + 2, y - 3), (x - 4, y - 3)], inks.warm, 2.2, 2.2)
    sheet.limb([(x + 4, y + 1), (x + 8, y + 3.4), (x + 13, y + 1.6)], inks.near, 1.7, 1.2)
    sheet.disc(x + 8, y - 1.2, 2.1, inks.near)
    sheet.box(x + 8.4, y - 2.2, 1.8, 1.6, inks.light)
    for i in range(6):
        sheet.ring(x + 7 + (i % 2) * 1.8, y - 6 - i * min(5, HEIGHT / 20), 0.5 + 0.18 * i, inks.light, 0.25)
