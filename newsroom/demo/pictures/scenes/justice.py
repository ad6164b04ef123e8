"""Where people decide: ballot box, courtroom."""

from newsroom.demo.pictures.brushes import ground
from newsroom.demo.pictures.figures import SPEAKING, crowd, figure
from newsroom.demo.pictures.inks import Ink, mix
from newsroom.demo.pictures.outlines import curve, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import WIDTH, Point, Sheet


@scene("ballot-box", moods=("poster", "day", "dusk", "dawn"))
def ballot_box(sheet: Sheet) -> Point:
    """A hand lets a folded paper into the slot; voters wait behind."""
    inks, rng = sheet.inks, sheet.rng
    back = inks.plane(0.36) if inks.mood != "poster" else inks.second
    sheet.wash(mix(back, inks.sky_low, 0.5), mix(back, inks.sky_low, 0.2))
    x = rng.uniform(62, 70)
    sheet.glow(x + 12, 38, 62, mix(inks.paper, back, 0.2), 0.85, dots=True)
    for i, tall in enumerate((52, 46, 55, 49, 53)):
        figure(
            sheet, 8 + i * 13 - 6, 84, tall, mix(back, inks.near, 0.3 + 0.06 * (i % 2)), skin=mix(back, inks.near, 0.45)
        )
    for i, tall in enumerate((50, 56, 47)):
        figure(sheet, 118 + i * 13, 84, tall, mix(back, inks.near, 0.34), skin=mix(back, inks.near, 0.48))
    ground(sheet, [(-2.0, 82.0), (152.0, 82.0)], inks.plane(0.85), inks.near)
    left, right, top = x - 22, x + 22, 54
    sheet.shape([(left, top), (right, top), (right, 92), (left, 92)], inks.paper)
    sheet.shape([(right, top), (right + 13, top - 9), (right + 13, 82), (right, 92)], mix(inks.paper, inks.near, 0.4))
    sheet.shape([(left, top), (left + 13, top - 9), (right + 13, top - 9), (right, top)], inks.light)
    sheet.shape(
        [(left + 17, top - 3.6), (left + 19, top - 5.2), (right - 3, top - 5.2), (right - 5, top - 3.6)], inks.near
    )
    sheet.grain([(left, top), (right, top), (right, 92), (left, 92)], mix(inks.paper, inks.accent, 0.8), "left", 0.6)
    sheet.disc(x, 73, 9.5, inks.accent)
    for side in (-4, 4):
        sheet.limb([(x - side, 69), (x + side, 77)], inks.light, 2, 2)
    sheet.shape([(x - 7, 22), (x + 12, 18), (x + 15, top - 4), (x - 2, top - 4)], inks.light)
    sheet.shape([(x + 3, 20), (x + 12, 18), (x + 15, top - 4), (x + 7, top - 4)], mix(inks.light, inks.accent, 0.22))
    hand(sheet, x + 8, 26)
    return x + 4, 50


def hand(sheet: Sheet, x: float, y: float) -> None:
    """Reach a sleeve and a hand down from the upper right."""
    inks = sheet.inks
    skin = mix(inks.warm, inks.paper, 0.45)
    sheet.limb([(x + 52, y - 46), (x + 22, y - 10)], inks.accent, 22, 15)
    sheet.limb([(x + 24.5, y - 13), (x + 21, y - 8.6)], inks.light, 15.4, 13.4)
    sheet.limb([(x + 20, y - 8), (x + 10, y + 1)], skin, 12, 9)
    for i, (a, b) in enumerate(((-5.5, 3), (-4.5, 7), (-2.5, 10.4), (0.5, 13))):
        sheet.limb([(x + 9 + i * 1.2, y - 1 + i * 1.6), (x + a + 1, y + b - 1.6), (x + a - 2, y + b)], skin, 4.2, 3)
    sheet.limb([(x + 9, y - 4), (x + 0, y - 5), (x - 4, y + 0.5)], mix(skin, inks.near, 0.14), 4.4, 3.2)


@scene("courtroom", moods=("day", "poster", "dusk", "dawn"))
def courtroom(sheet: Sheet) -> Point:
    """The bench under tall windows, a judge above, an advocate on her feet."""
    inks, rng = sheet.inks, sheet.rng
    wall = mix(inks.plane(0.55), inks.near, 0.25)
    sheet.wash(wall, mix(wall, inks.near, 0.3))
    middle = rng.uniform(64, 76)
    tall_windows(sheet, middle, wall)
    wood, lit = mix(inks.plane(0.8), inks.near, 0.2), mix(inks.accent, inks.second, 0.25)
    sheet.box(0, 60, WIDTH, 42, wood)
    for i in range(19):
        sheet.box(i * 8.2, 60, 0.5, 20, mix(wood, inks.near, 0.5))
    sheet.box(middle - 8, 22, 18, 44, mix(wood, inks.near, 0.2))
    sheet.disc(middle + 1, 24, 9, mix(wood, inks.near, 0.2))
    figure(sheet, middle + 1, 80, 44, inks.near, skin=mix(inks.warm, inks.paper, 0.4))
    sheet.shape(trace("-0.8,46 2.8,46 3.6,54 -1.6,54", middle), inks.light)
    sheet.shape(trace("-30,58 32,58 34,62 -32,62", middle), lit)
    sheet.box(middle - 28, 62, 58, 22, mix(lit, inks.near, 0.35))
    for i in range(4):
        sheet.box(middle - 25 + i * 13.6, 65, 10, 15, mix(lit, inks.near, 0.2))
    sheet.box(middle + 14, 54.6, 7, 1.8, inks.warm)
    sheet.box(middle + 15, 56.4, 8, 1.8, inks.paper)
    figure(sheet, middle + 50, 96, 50, inks.near, pose=SPEAKING, skin=mix(inks.paper, inks.warm, 0.35), facing=-1)
    sheet.box(middle + 44, 80, 40, 22, inks.near)
    crowd(sheet, 90, 10, inks.near, start=-4, end=middle + 26)
    return middle + 4, 50


def tall_windows(sheet: Sheet, middle: float, wall: Ink) -> None:
    """Set the arched windows and the light they throw."""
    inks = sheet.inks
    for i in range(4):
        x = middle - 62 + i * 40 - (8 if i < 2 else -2)
        arch = [(x, 56), (x, 16), *curve(trace("0,16 2.4,8 8,4.5 13.6,8 16,16", x), 6), (x + 16, 56)]
        sheet.shape(arch, mix(inks.sky_low, inks.sun, 0.25))
        sheet.grain(arch, inks.sky_top, "up", 0.6)
        sheet.box(x + 7.6, 5, 0.8, 51, wall)
        sheet.box(x, 30, 16, 0.8, wall)
        sheet.shape(trace("0,18 16,18 50,101 24,101", x), inks.glow, 26)
