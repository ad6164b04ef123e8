"""Evenings out: stage curtain, orchestra."""

from newsroom.demo.pictures.figures import CHEERING, SPEAKING, crowd, figure
from newsroom.demo.pictures.inks import Ink, mix, oklch
from newsroom.demo.pictures.outlines import curve, round_points, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import WIDTH, Point, Sheet


@scene("stage-curtain")
def stage_curtain(sheet: Sheet) -> Point:
    """A curtain drawn aside from a lit stage, one singer in the light."""
    inks, rng = sheet.inks, sheet.rng
    back = mix(inks.near, inks.plane(0.7), 0.4)
    sheet.wash(mix(back, inks.near, 0.4), mix(back, inks.second, 0.3))
    x = rng.uniform(70, 84)
    sheet.shape(trace("4,-4 12,-4 24,84 -24,84", x), inks.glow, 110)
    sheet.glow(x, 56, 44, inks.glow, 0.6)
    sheet.box(0, 76, WIDTH, 26, mix(oklch(0.55, 0.09, 55), inks.near, 0.45))
    for i in range(-8, 9):
        sheet.stroke([(x + i * 8, 76), (x + i * 17, 102)], inks.near, 0.25)
    sheet.oval(x, 83, 25, 5, mix(inks.glow, inks.paper, 0.3))
    figure(sheet, x, 84, 44, inks.near, pose=SPEAKING, top=inks.warm, skin=mix(inks.paper, inks.warm, 0.35))
    sheet.shape(curve(trace("-3.4,62 -5,72 -9.5,84 9.5,84 5,72 3.4,62", x), 6), inks.warm)
    sheet.shape(curve(trace("0.5,62 2,74 3,84 9.5,84 5,72 3.4,62", x), 6), mix(inks.warm, inks.near, 0.3))
    sheet.box(x + 9.4, 50, 0.5, 34, inks.near)
    sheet.disc(x + 9.6, 50, 1.3, inks.near)
    drape(sheet, -4, x - rng.uniform(24, 30))
    drape(sheet, 154, x + rng.uniform(30, 38))
    valance(sheet)
    crowd(sheet, 92, 10, inks.near)
    return x, 56


def drape(sheet: Sheet, edge: float, inner: float) -> None:
    """Hang half a curtain from the edge to its gathered inner side."""
    inks, folds = sheet.inks, 7
    cloth, deep = inks.accent, mix(inks.accent, inks.near, 0.6)
    for i in range(folds):
        a, b = edge + (inner - edge) * i / folds, edge + (inner - edge) * (i + 1) / folds
        tie = edge + (inner - edge) * 0.42
        low_a, low_b = tie + (a - tie) * 0.55, tie + (b - tie) * 0.55
        left = curve([(a, -2), (a + (low_a - a) * 0.3, 36), (low_a, 60), (low_a + (a - tie) * 0.1, 90)], 6)
        right = curve([(b, -2), (b + (low_b - b) * 0.3, 36), (low_b, 60), (low_b + (b - tie) * 0.1, 90)], 6)
        fold = [*left, *reversed(right)]
        sheet.shape(fold, mix(cloth, deep, 0.2 if i % 2 else 0.7))
        sheet.grain(fold, deep, "right" if i % 2 else "left", 0.8)
    tie = edge + (inner - edge) * 0.42
    half = abs(inner - edge) * 0.34
    sheet.limb([(tie - half, 58), (tie, 62), (tie + half, 60)], inks.warm, 2.2, 2.2)


def valance(sheet: Sheet) -> None:
    """Hang the swags above the stage."""
    inks = sheet.inks
    for i in range(7):
        x = i * 25.0
        swag = round_points(x, -1, 15, 15)
        sheet.shape(swag, mix(inks.accent, inks.near, 0.3))
        sheet.grain(swag, inks.near, "down", 0.75)
        sheet.ring(x, -1, 14.6, inks.warm, 0.9, (0, 180))


@scene("orchestra", moods=("night", "dusk", "poster", "day"))
def orchestra(sheet: Sheet) -> Point:
    """A conductor before rising rows of strings, bells of brass catching light."""
    inks, rng = sheet.inks, sheet.rng
    hall = mix(inks.near, inks.plane(0.7), 0.5)
    sheet.wash(mix(hall, inks.near, 0.55), hall)
    middle = rng.uniform(68, 82)
    for i in range(13):
        x = 6 + i * 11.5
        sheet.box(x, 4, 4.2, 34 - abs(i - 6) * 2.4, mix(inks.glow, hall, 0.35))
        sheet.box(x + 2.9, 4, 1.3, 34 - abs(i - 6) * 2.4, mix(inks.glow, inks.near, 0.6))
    sheet.glow(middle, 46, 78, mix(hall, inks.glow, 0.6), 0.62)
    ranks(sheet, hall, middle)
    sheet.box(middle - 10, 95, 20, 8, mix(inks.glow, inks.near, 0.55))
    figure(sheet, middle, 97, 47, inks.near, pose=CHEERING, skin=mix(inks.paper, inks.warm, 0.35))
    sheet.stroke([(middle + 9.4, 48), (middle + 16, 40)], inks.light, 0.5)
    crowd(sheet, 99, 12, inks.near, end=middle - 14)
    crowd(sheet, 99, 12, inks.near, start=middle + 14)
    return middle, 58


def ranks(sheet: Sheet, hall: Ink, middle: float) -> None:
    """Seat the players in ranks about the conductor."""
    inks = sheet.inks
    for row in range(4):
        half, y = 74 - row * 5.0, 46 + row * 11.5
        riser = round_points(middle, y + 16, half * 1.15, 14)
        sheet.shape(riser, mix(hall, inks.near, 0.25 + row * 0.14))
        count = 13 - row * 2
        for i in range(count):
            share = (i - (count - 1) / 2) / ((count - 1) / 2)
            if row == 3 and abs(share) < 0.3:
                continue
            player(
                sheet,
                middle + share * half,
                y + 8 - 4.5 * (1 - share * share),
                15 + row * 2.6,
                (row, -1 if share > 0 else 1),
            )


def player(sheet: Sheet, x: float, y: float, size: float, place: tuple[int, int]) -> None:
    """Seat one musician: brass behind, strings in front."""
    inks, (row, facing) = sheet.inks, place
    suit = mix(inks.near, inks.plane(0.6), 0.12 * row)
    skin = mix(inks.paper, oklch(0.55, 0.09, 50), sheet.rng.choice((0.25, 0.5, 0.85)))

    def at(across: float, up: float) -> Point:
        return x + facing * across * size, y - up * size

    sheet.limb([at(0, 0.02), at(0, 0.34)], suit, size * 0.4, size * 0.34)
    sheet.oval(*at(0, 0.66), size * 0.13, size * 0.16, skin)
    sheet.oval(*at(0, 0.73), size * 0.135, size * 0.1, inks.near)
    if row == 0:
        sheet.limb([at(0, 0.58), at(0.42, 0.62)], inks.glow, size * 0.05, size * 0.05)
        sheet.disc(*at(0.42, 0.62), size * 0.16, inks.glow)
        sheet.disc(*at(0.42, 0.62), size * 0.1, mix(inks.glow, inks.near, 0.5))
        return
    sheet.limb([at(0.06, 0.46), at(0.3, 0.36)], mix(inks.warm, inks.near, 0.25), size * 0.2, size * 0.15)
    sheet.stroke([at(0.28, 0.37), at(0.52, 0.27)], inks.near, size * 0.04)
    sheet.stroke([at(0.08, 0.12), at(0.3, 0.78)], inks.light, size * 0.03)
