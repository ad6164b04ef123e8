"""Evenings in: bookshelf, chess."""

import math

from newsroom.demo.pictures.brushes import sun
from newsroom.demo.pictures.inks import Ink, mix, oklch
from newsroom.demo.pictures.outlines import blob, curve, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import HEIGHT, WIDTH, Point, Sheet


@scene("bookshelf")
def bookshelf(sheet: Sheet) -> Point:
    """Shelves of books, a reading lamp, a cat asleep between the volumes."""
    inks, rng = sheet.inks, sheet.rng
    wall = mix(inks.plane(0.75), inks.near, 0.35)
    sheet.box(0, 0, WIDTH, 101, wall)
    lamp = rng.uniform(46, 62)
    sheet.glow(lamp, 44, 80, mix(wall, inks.glow, 0.55), 0.8)
    wood = mix(oklch(0.5, 0.07, 60), inks.near, 0.35)
    for floor, tall in ((32, 25), (66, 26), (100, 26)):
        x = -3.0
        while x < 153:
            if floor == 66 and lamp - 16 < x < lamp + 30:
                x = lamp + 30.1
            x += volume(sheet, x, floor, tall * rng.uniform(0.66, 1.0))
        sheet.box(0, floor, WIDTH, 3, wood)
        sheet.box(0, floor + 2.2, WIDTH, 1.4, mix(wood, inks.near, 0.6))
    sheet.box(lamp - 5, 64.4, 10, 1.8, inks.near)
    sheet.box(lamp - 0.5, 50, 1, 15, inks.near)
    sheet.shape(trace("-4.5,41 4.5,41 9,53 -9,53", lamp), inks.warm)
    sheet.grain(trace("-4.5,41 4.5,41 9,53 -9,53", lamp), inks.light, "down", 0.8)
    sheet.shape(trace("-9,53 9,53 22,66 -18,66", lamp), inks.glow, 70)
    cat(sheet, lamp + 20, 66)
    return lamp + 8, 54


def volume(sheet: Sheet, x: float, floor: float, height: float) -> float:
    """Stand one book on the shelf; its width."""
    inks, rng = sheet.inks, sheet.rng
    width = rng.uniform(2.6, 6.4)
    quiet = (inks.second, inks.paper, inks.plane(0.4), inks.tone(0.72, 0.08), inks.plane(0.85))
    ink = rng.choice((inks.accent, inks.accent, *quiet, inks.tone(0.42, 0.08, second=True)))
    if rng.random() < 0.04:
        ink = inks.warm
    lean = height * 0.22 if rng.random() < 0.07 else 0.0
    top = x + lean, floor - height
    sheet.shape([top, (top[0] + width, top[1]), (x + width, floor), (x, floor)], ink)
    band = mix(ink, inks.near if sum(ink) > 380 else inks.glow, 0.55)
    if not lean:
        for share in rng.choice(((0.16, 0.2), (0.14, 0.8), (0.3, 0.36), (0.5,))):
            sheet.box(x, floor - height * (1 - share), width, 0.8, band)
    spine = [(top[0] + width * 0.72, top[1]), (top[0] + width, top[1]), (x + width, floor), (x + width * 0.72, floor)]
    sheet.shape(spine, mix(ink, inks.near, 0.28))
    return width + 0.25 + lean


def cat(sheet: Sheet, x: float, floor: float) -> None:
    """Curl a cat on the shelf."""
    ink = sheet.inks.near
    sheet.shape(blob(trace("-9,0 -10,-4 -4,-9 4,-8.4 9,-4 8,0", x, floor)), ink)
    sheet.disc(x - 8, floor - 4.6, 3.5, ink)
    for ear in (-10.6, -7.4):
        sheet.shape([(x + ear, floor - 6.4), (x + ear + 0.6, floor - 10.2), (x + ear + 2.6, floor - 7)], ink)
    sheet.stroke(curve([(x + 8, floor - 1), (x + 2, floor + 0.6), (x - 6, floor - 0.4)]), ink, 1.6)
    sheet.ring(x - 8.8, floor - 4.6, 0.9, sheet.inks.glow, 0.25, (20, 160))


# Half the outline of each piece, from its foot up, for a height of one.
STEM = "-0.26,0 -0.25,-0.08 -0.15,-0.14 -0.09,-0.34 -0.075,-0.56 -0.14,-0.6 -0.14,-0.64 "
PIECES = {
    "pawn": STEM + "-0.08,-0.66 -0.13,-0.72 -0.14,-0.79 -0.1,-0.86 -0.04,-0.895",
    "bishop": STEM + "-0.1,-0.66 -0.14,-0.74 -0.12,-0.83 -0.06,-0.92 -0.03,-0.96 -0.035,-1",
    "queen": STEM + "-0.1,-0.66 -0.2,-0.92 -0.12,-0.84 -0.09,-0.97 -0.045,-0.86 -0.05,-1",
    "king": STEM
    + "-0.1,-0.66 -0.17,-0.84 -0.09,-0.9 -0.03,-0.91 -0.03,-0.96 -0.08,-0.96 -0.08,-1.01 -0.03,-1.01 -0.03,-1.06",
}


@scene("chess", moods=("poster", "dusk", "dawn", "night"))
def chess(sheet: Sheet) -> Point:
    """A king fallen on the board among standing pieces, long shadows."""
    inks, rng = sheet.inks, sheet.rng
    sheet.wash(mix(inks.sky_top, inks.accent, 0.35), inks.sky_low, 0, 60)
    sun(sheet, 112, 30, 14)
    vanish = rng.uniform(66, 84)
    board(sheet, vanish)
    far = mix(inks.plane(0.55), inks.near, 0.2)
    for x, foot, size, form in (
        (14, 58, 24, "pawn"),
        (34, 60, 32, "queen"),
        (132, 60, 27, "pawn"),
        (96, 57, 22, "pawn"),
    ):
        piece(sheet, x + rng.uniform(-3, 3), foot, size, far, form)
    piece(sheet, 54, 58, 25, far, "bishop")
    sheet.shape(trace("-34,84 22,83 26,87 -38,91", vanish - 6), inks.near, 110)
    piece(sheet, vanish + 20, 79, 54, inks.warm, "king", math.radians(rng.uniform(-88, -82)))
    piece(sheet, 122, 97, 62, inks.near, "queen")
    piece(sheet, 16, 101, 52, inks.near, "bishop")
    return vanish, 70


def board(sheet: Sheet, vanish: float) -> None:
    """Lay the squares in perspective, light falling on the far ones."""
    inks = sheet.inks
    dark, pale = inks.plane(0.8), mix(inks.paper, inks.sky_low, 0.3)
    for row in range(6):
        top, low = 46 + 56 * (row / 6) ** 1.5, 46 + 56 * ((row + 1) / 6) ** 1.5
        a, b = 12 + (top - 46) * 0.42, 12 + (low - 46) * 0.42
        for column in range(-7, 7):
            start, end = (vanish + column * a, top), (vanish + (column + 1) * b, low)
            square = [start, (start[0] + a, top), end, (end[0] - b, low)]
            sheet.shape(square, dark if (row + column) % 2 else pale)
    sheet.grain([(0, 46), (WIDTH, 46), (WIDTH, HEIGHT), (0, HEIGHT)], mix(inks.sky_low, inks.sun, 0.3), "up", 0.5)


def piece(sheet: Sheet, x: float, foot: float, size: float, ink: Ink, form: str, lean: float = 0) -> None:
    """Stand a chessman on the board, or let it lie by leaning it over."""
    cos, sin = math.cos(lean), math.sin(lean)

    def leaned(points: list[Point]) -> list[Point]:
        return [(x + size * (a * cos - b * sin), foot + size * (a * sin + b * cos)) for a, b in points]

    half = trace(PIECES[form])
    if not lean:
        sheet.shape(trace("-0.1,0 -1.5,0.2 -1.5,0.3 0.2,0.05", x, foot, size), sheet.inks.near, 70)
    sheet.shape(leaned([*half, *((-a, b) for a, b in reversed(half))]), ink)
    side = [(-a, b) for a, b in half]
    lit = leaned([*side, *((a * 0.45, b) for a, b in reversed(side))])
    sheet.shape(lit, mix(ink, sheet.inks.near, 0.35) if lean else mix(ink, sheet.inks.sun, 0.4))
