"""Heads and shoulders of people who do not exist: skin, hair, collar, glasses and beard by chance."""

from random import Random

from .inks import Ink, mix, oklch
from .outlines import blob, curve, trace
from .sheet import WIDTH, Point, Sheet

SKINS = (
    (0.36, 0.055, 48.0),
    (0.45, 0.07, 48.0),
    (0.55, 0.08, 52.0),
    (0.66, 0.085, 58.0),
    (0.76, 0.07, 60.0),
    (0.83, 0.055, 62.0),
)
HAIRS = (
    (0.20, 0.015, 40.0),
    (0.24, 0.03, 45.0),
    (0.33, 0.06, 48.0),
    (0.45, 0.09, 55.0),
    (0.72, 0.09, 80.0),
    (0.80, 0.01, 90.0),
    (0.60, 0.01, 260.0),
)
CUTS = ("crop", "bob", "bun", "long", "curls", "bald", "scarf", "wave")


def portrait(sheet: Sheet) -> Point:
    """One person before a flat ground with a round of light behind the head."""
    inks, rng = sheet.inks, sheet.rng
    ground = rng.choice(
        (inks.second, inks.tone(0.78, 0.08), mix(inks.sky_top, inks.second, 0.4), inks.tone(0.42, 0.09))
    )
    sheet.box(0, 0, WIDTH, 101, ground)
    sheet.grain([(0, 0), (WIDTH, 0), (WIDTH, 101), (0, 101)], mix(ground, inks.near, 0.35), "down", 0.7)
    sheet.glow(75 - 9, 42, 52, mix(ground, inks.light, 0.36), 0.8, dots=True)
    person(sheet, 75, 45, 1.22, rng)
    return 75, 42


def person(sheet: Sheet, x: float, y: float, size: float, rng: Random) -> None:
    """Draw a person about the middle of the face, lit from the left."""
    skin = oklch(*rng.choice(SKINS))
    hair = oklch(*rng.choice(HAIRS[:3] if sum(skin) < 380 else HAIRS))
    cut = rng.choice(CUTS)
    if cut == "bald":
        hair = mix(hair, skin, 0.3)
    behind(sheet, (x, y), size, hair, cut)
    shoulders(sheet, (x, y), size, skin, rng)
    face(sheet, (x, y), size, skin, hair)
    if cut in {"crop", "bald", "wave"} and rng.random() < 0.55:
        beard(sheet, (x, y), size, hair)
    before(sheet, (x, y), size, hair, cut)
    if rng.random() < 0.4:
        for side in (-5.6, 5.6):
            sheet.ring(x + side * size, y - 1.5 * size, 4.4 * size, sheet.inks.near, 0.9 * size)
        sheet.stroke([(x - 1.3 * size, y - 2 * size), (x + 1.3 * size, y - 2 * size)], sheet.inks.near, 0.9 * size)


def placed(middle: Point, size: float, *points: Point) -> list[Point]:
    """Points about the middle of the face, at the person's size."""
    return [(middle[0] + a * size, middle[1] + b * size) for a, b in points]


def behind(sheet: Sheet, middle: Point, size: float, hair: Ink, cut: str) -> None:
    """The hair that falls behind the head."""
    shapes: dict[str, list[Point]] = {
        "bob": trace("-15,-10 -8,-21 8,-21 15,-10 17,12 12,17 -12,17 -17,12"),
        "long": trace("-15,-10 -8,-22 8,-22 15,-10 18,14 19,38 9,42 -9,42 -19,38 -18,14"),
        "scarf": trace("-16,-12 -9,-24 9,-24 16,-12 17,8 15,24 20,34 -20,34 -15,24 -17,8"),
        "wave": trace("-13,-8 -10,-20 4,-23 15,-16 14.5,-2 -13,0"),
    }
    if cut in shapes:
        ink = sheet.inks.accent if cut == "scarf" else hair
        outline = blob(placed(middle, size, *shapes[cut]))
        sheet.shape(outline, ink)
        sheet.grain(outline, mix(ink, sheet.inks.near, 0.55), "right", 0.8)
    elif cut == "curls":
        for a, b, r in (
            (-12, -10, 9),
            (-5, -19, 9.5),
            (6, -19, 9.5),
            (13, -9, 9),
            (-15, 1, 7),
            (15.5, 2, 7),
            (0, -14, 12),
        ):
            sheet.disc(middle[0] + a * size, middle[1] + b * size, r * size, hair)
    elif cut == "bun":
        sheet.disc(middle[0] + 5 * size, middle[1] - 24 * size, 7.5 * size, hair)


def shoulders(sheet: Sheet, middle: Point, size: float, skin: Ink, rng: Random) -> None:
    """Neck and shoulders, in a coat of one of the inks."""
    inks = sheet.inks
    wide = rng.uniform(32, 40)
    cloths = (inks.accent, inks.near, inks.tone(0.40, 0.09, second=True), inks.paper, inks.warm, inks.plane(0.7))
    cloth = rng.choice(cloths)
    left = [(-wide - 3, 62.0), (-wide, 44.0), (-wide * 0.72, 33.0), (-10.0, 26.0)]
    coat = curve(placed(middle, size, *left, *((-a, b) for a, b in reversed(left))), 6)
    sheet.shape(coat, cloth)
    sheet.grain(coat, mix(cloth, inks.near, 0.6), "right", 0.85)
    sheet.shape(trace("-7,6 7,6 7.6,25 3,31 -3,31 -7.6,25", *middle, size), skin)
    sheet.shape(trace("-7,14 7,9 7.6,25 5,28 -4,20", *middle, size), mix(skin, inks.near, 0.32))
    collar(sheet, middle, size, (skin, cloth), rng.choice(("round", "shirt", "open", "roll")))


def collar(sheet: Sheet, middle: Point, size: float, inks: tuple[Ink, Ink], cut: str) -> None:
    """What lies about the neck: a shirt with or without a tie, a roll neck, a round one."""
    skin, cloth = inks
    pale = sheet.inks.light if sum(cloth) < 600 else sheet.inks.accent
    if cut in {"shirt", "open"}:
        for side in (-1, 1):
            sheet.shape(placed(middle, size, (side * 7.6, 22), (side * 13, 27), (side * 7, 40), (0, 31)), pale)
        sheet.shape(trace("-5,30 5,30 0,40", *middle, size), mix(skin, sheet.inks.near, 0.32))
    if cut == "shirt":
        sheet.shape(trace("-3,33 3,33 4,60 -4,60", *middle, size), sheet.inks.warm)
    elif cut == "roll":
        neck = blob(trace("-9,20 0,22 9,20 10.5,29 0,32 -10.5,29", *middle, size))
        sheet.shape(neck, mix(cloth, sheet.inks.light, 0.16))
    elif cut == "round":
        sheet.stroke(curve(trace("-11,25.5 -6,31 0,33 6,31 11,25.5", *middle, size)), pale, 1.3 * size)


def face(sheet: Sheet, middle: Point, size: float, skin: Ink, hair: Ink) -> None:
    """The face in two planes, with brows, nose and mouth only hinted at."""
    x, y = middle
    shade, near = mix(skin, sheet.inks.near, 0.26), sheet.inks.near
    for side in (-1, 1):
        sheet.oval(x + side * 12.6 * size, y + 0.5 * size, 2.4 * size, 3.6 * size, shade if side > 0 else skin)
    outline = blob(trace("-12.4,-8 -7,-17 7,-17 12.4,-8 12,5 7.4,14.4 0,17.6 -7.4,14.4 -12,5", x, y, size))
    sheet.shape(outline, skin)
    turned = "1,-18 7,-17 12.4,-8 12,5 7.4,14.4 0,17.6 2,12 1,7.4 3.4,5.4 1.2,-2 2,-8"
    sheet.shape(trace(turned, x, y, size), shade)
    sheet.grain(outline, mix(skin, sheet.inks.warm, 0.4), "left", 0.35)
    for side in (-1, 1):
        brow = curve(placed(middle, size, (side * 2.8, -6.3), (side * 5.6, -7.2), (side * 8.8, -5.6)), 5)
        sheet.stroke(brow, mix(hair, near, 0.4), 1.1 * size)
        sheet.oval(x + side * 5.5 * size, y - 1.8 * size, 1.15 * size, 1.0 * size, near)
    mouth = curve(trace("-3.6,10.4 0,11.3 3.8,10.2", x, y, size), 5)
    sheet.stroke(mouth, mix(skin, near, 0.62), 0.9 * size)


def beard(sheet: Sheet, middle: Point, size: float, hair: Ink) -> None:
    """A full beard, kept short."""
    points = trace("-12.2,0 -10.4,6 -5,7.2 0,6.6 5,7.2 10.4,6 12.2,0 12,8 7.8,17 0,20.4 -7.8,17 -12,8")
    sheet.shape(blob(placed(middle, size, *points), 6), hair)
    sheet.stroke(
        curve(placed(middle, size, (-3, 11), (0, 11.8), (3, 11)), 5), mix(hair, sheet.inks.warm, 0.5), 0.9 * size
    )


def before(sheet: Sheet, middle: Point, size: float, hair: Ink, cut: str) -> None:
    """The hair that frames the forehead."""
    fringes: dict[str, list[Point]] = {
        "crop": trace("-13,-4 -13.4,-12 -8,-20 2,-22 11,-18 13.4,-10 13,-4 10.6,-10 4,-12.4 -6,-11 -10.6,-8"),
        "bob": trace("-15,2 -14.4,-13 -6,-21 6,-21.6 14.4,-13 15,2 11.6,-6 7,-11 -2,-11.6 -10,-8"),
        "bun": trace("-13,-3 -13,-13 -5,-20.4 6,-20.4 13,-13 13,-3 10,-11 0,-15 -10,-11"),
        "long": trace("-15,8 -14.4,-13 -5,-21.6 6,-21.6 14.4,-13 15,8 11,-4 4,-14 -2,-13 -11,-3"),
        "curls": trace("-13,-5 -12,-14 -4,-18 6,-18 12,-14 13,-5 9,-11 4,-10 0,-12.4 -5,-10.6 -9,-11"),
        "scarf": trace("-14.4,8 -14.6,-11 -6,-20 6,-20 14.6,-11 14.4,8 11.6,-7 6,-13 -6,-13 -11.6,-7"),
        "wave": trace("-13,-3 -14,-13 -9,-21 3,-24 13,-19 14,-8 12,-5 9,-12 -1,-11 -8,-14 -11,-9"),
    }
    if cut in fringes:
        ink = sheet.inks.accent if cut == "scarf" else hair
        sheet.shape(blob(placed(middle, size, *fringes[cut]), 6), ink)
        sheet.stroke(
            curve(placed(middle, size, (-9, -14), (-4, -18), (3, -18.6))), mix(ink, sheet.inks.light, 0.25), 0.6 * size
        )
    else:
        sheet.oval(middle[0] - 5 * size, middle[1] - 13 * size, 3 * size, 1.6 * size, mix(hair, sheet.inks.light, 0.5))
