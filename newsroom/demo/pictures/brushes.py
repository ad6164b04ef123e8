"""The brush vocabulary every scene shares: sky, sun, cloud, ridge, hill, water, tree, halftone light."""

import math
from collections.abc import Sequence

from .inks import Ink, mix
from .outlines import curve, round_points, trace
from .sheet import HEIGHT, WIDTH, Point, Sheet


def sky(sheet: Sheet, horizon: float = HEIGHT, *, grain: float = 0.42) -> None:
    """Fill the sheet with the sky of the hour, stippled from above; stars when it is night."""
    inks = sheet.inks
    sheet.wash(inks.sky_top, inks.sky_low, 0, horizon)
    if horizon < HEIGHT:
        sheet.box(0, horizon - 0.1, WIDTH, HEIGHT - horizon + 0.2, inks.sky_low)
    whole = [(0.0, 0.0), (WIDTH, 0.0), (WIDTH, horizon * 0.8), (0.0, horizon * 0.8)]
    shade = mix(inks.sky_top, inks.near if inks.dark else inks.second, 0.45)
    sheet.grain(whole, shade, "up", grain)
    if inks.mood == "night":
        for _ in range(46):
            x, y = sheet.rng.uniform(2, WIDTH - 2), sheet.rng.uniform(2, horizon * 0.7)
            sheet.disc(x, y, sheet.rng.choice((0.14, 0.2, 0.34)), inks.light, 210)


def sun(sheet: Sheet, x: float, y: float, radius: float = 9) -> None:
    """Hang the light source, with a halftone of light around it; a moon when it is night."""
    inks = sheet.inks
    shine = mix(inks.sun, inks.sky_low, 0.52)
    sheet.light = (x, y)
    sheet.glow(x, y, min(52.0, radius * 3.0), shine, 0.7 if inks.mood == "night" else 0.85, dots=True)
    sheet.disc(x, y, radius, inks.sun)
    if inks.mood == "night":
        sheet.grain(round_points(x, y, radius, radius), mix(inks.sun, inks.sky_low, 0.55), "right", 0.75)
    else:
        sheet.grain(round_points(x, y, radius, radius), mix(inks.sun, inks.paper, 0.55), "up", 0.55)


def cloud(sheet: Sheet, x: float, y: float, length: float, ink: Ink, layers: int = 3) -> None:
    """Lay long flat clouds with round ends, one upon the other."""
    thick = length * 0.075
    for layer in range(layers):
        reach = length * (1 - 0.24 * layer)
        start = x + sheet.rng.uniform(-0.1, 0.1) * length - reach / 2
        level = y - layer * thick * 0.92
        sheet.limb([(start, level), (start + reach, level)], ink, thick, thick)


def birds(sheet: Sheet, x: float, y: float, ink: Ink, count: int = 5, size: float = 1.6) -> None:
    """Scatter a few gulls."""
    for i in range(count):
        left, top = x + sheet.rng.uniform(-9, 9), y + sheet.rng.uniform(-5, 5)
        span = size * (0.7 + 0.5 * (i % 3) / 2)
        sheet.stroke(
            curve([(left - span, top - span * 0.5), (left - span * 0.4, top - span * 0.42), (left, top)], 4), ink, 0.3
        )
        sheet.stroke(
            curve([(left, top), (left + span * 0.5, top - span * 0.5), (left + span, top - span * 0.3)], 4), ink, 0.3
        )


def outline(sheet: Sheet, level: float, height: float, *, rough: float = 0.5, points: int = 6) -> list[Point]:
    """A skyline of rock from edge to edge, by splitting each stretch at a random height."""
    line = [sheet.rng.uniform(-1, 1) for _ in range(points)]
    reach = rough
    for _ in range(4):
        split: list[float] = []
        for i in range(len(line) - 1):
            split += [line[i], (line[i] + line[i + 1]) / 2 + sheet.rng.uniform(-reach, reach)]
        line = [*split, line[-1]]
        reach *= 0.5
    step = (WIDTH + 4) / (len(line) - 1)
    return [(-2 + i * step, level + value * height) for i, value in enumerate(line)]


def ground(sheet: Sheet, line: Sequence[Point], ink: Ink, shade: Ink | None = None, strength: float = 0.6) -> None:
    """Fill everything beneath a line, stippled toward its foot if a shade is given."""
    floor = [*line, (WIDTH + 2, HEIGHT + 1), (-2.0, HEIGHT + 1)]
    sheet.shape(floor, ink)
    if shade:
        sheet.grain(floor, shade, "down", strength)


def hill(sheet: Sheet, level: float, swing: float, waves: float = 1.3) -> list[Point]:
    """A soft line of land from edge to edge."""
    start, wobble = sheet.rng.uniform(0, 6.28), sheet.rng.uniform(0, 6.28)
    return [
        (
            x,
            level
            + swing
            * (math.sin(start + x / WIDTH * 6.28 * waves) + 0.4 * math.sin(wobble + x / WIDTH * 13 * waves))
            / 1.4,
        )
        for x in (i * 3.0 - 3 for i in range(53))
    ]


def peak(
    sheet: Sheet, x: float, y: float, half: float, foot: float, ink: Ink, lit: Ink, snow: Ink | None = None
) -> None:
    """Raise one mountain: a silhouette, its lit face broken by gullies, and a cap of snow if asked."""
    rng, height = sheet.rng, foot - y
    left = [(x - half * t + rng.uniform(-0.05, 0.05) * half, y + height * t**0.9) for t in (0.25, 0.5, 0.75)]
    right = [(x + half * t + rng.uniform(-0.05, 0.05) * half, y + height * t**0.9) for t in (0.25, 0.5, 0.75)]
    body = [(x, y), *right, (x + half, foot), (x - half, foot), *reversed(left)]
    sheet.shape(body, ink)
    fall = [(x + half * (0.10 if i % 2 else -0.07) * (1 + i * 0.55), y + height * 0.16 * (i + 1)) for i in range(6)]
    sheet.shape([(x, y), *fall, (x - half * 0.5, foot), (x - half, foot), *reversed(left)], lit)
    sheet.grain(body, mix(ink, lit, 0.7), "down", 0.55)
    if snow:
        cap = height * 0.3
        hem = trace("-1,1 -0.62,0.72 -0.4,1.15 -0.1,0.8 0.12,1.3 0.42,0.8 0.66,1.1 1,0.98")
        width = half * 0.3**1.11 * 1.12
        sheet.shape([(x, y - 0.05), *((x + width * a * min(1, b + 0.05), y + cap * b) for a, b in reversed(hem))], snow)
        shade = [
            (x, y),
            *((x + width * a, y + cap * b) for a, b in reversed(hem[4:])),
            (x + half * 0.03, y + cap * 0.7),
        ]
        sheet.shape(shade, mix(snow, ink, 0.38))


def water(sheet: Sheet, top: float, low: float = HEIGHT) -> None:
    """Lay water whose ripples grow toward the reader, with the light's path upon it."""
    inks, rng = sheet.inks, sheet.rng
    far, near = mix(inks.sky_low, inks.plane(0.35), 0.4), inks.plane(0.62)
    sheet.wash(far, near, top, low)
    depth = low - top
    for i in range(46):
        share = (i / 46) ** 1.5
        y, length = top + 0.6 + depth * share, 3 + 15 * share
        ink = mix(far, near, 1.0 if i % 3 else 0.1)
        x = rng.uniform(-5, WIDTH)
        sheet.limb([(x, y), (x + length, y)], mix(ink, mix(far, near, share), 0.45), 0.25 + 0.75 * share, 0.2)
    if sheet.light is None:
        return
    light_x = sheet.light[0]
    for i in range(15):
        share = (i / 15) ** 1.3
        half = (1.5 + 11 * share) * rng.uniform(0.45, 1.0)
        x, y = light_x + rng.uniform(-2.2, 2.2) * share, top + 0.8 + depth * 0.85 * share
        sheet.limb([(x - half, y), (x + half, y)], mix(inks.sun, far, 0.15), 0.35 + 0.8 * share, 0.3 + 0.5 * share)


def conifer(sheet: Sheet, x: float, y: float, height: float, ink: Ink, lit: Ink | None = None) -> None:
    """Plant a fir by its foot."""
    for tier in range(3):
        top = y - height * (1 - 0.24 * tier)
        foot, half = y - height * (0.52 - 0.22 * tier), height * (0.13 + 0.055 * tier)
        sheet.shape([(x, top), (x + half, foot), (x - half, foot)], ink)
        if lit:
            sheet.shape([(x, top), (x, foot - height * 0.03), (x - half, foot)], lit)
    sheet.box(x - height * 0.02, y - height * 0.1, height * 0.04, height * 0.1, ink)


def tree(sheet: Sheet, x: float, y: float, height: float, ink: Ink, lit: Ink | None = None) -> None:
    """Plant a round-headed tree by its foot."""
    sheet.limb([(x, y), (x, y - height * 0.5)], ink, height * 0.07, height * 0.04)
    crown = round_points(x, y - height * 0.66, height * 0.3, height * 0.35)
    sheet.shape(crown, ink)
    if lit:
        sheet.grain(crown, lit, "left", 0.8)


def woods(sheet: Sheet, line: Sequence[Point], ink: Ink, height: float, gap: float = 2.2) -> None:
    """Set firs along a line of land."""
    for x, y in line:
        for _ in range(max(1, round(3 / gap))):
            size = height * sheet.rng.uniform(0.55, 1.15)
            conifer(sheet, x + sheet.rng.uniform(-1.5, 1.5), y + height * 0.15, size, ink)


def rain(sheet: Sheet, box: tuple[float, float, float, float], ink: Ink, slant: float = 0.35, count: int = 90) -> None:
    """Let rain fall in a box given by left, top, right and bottom."""
    left, top, right, bottom = box
    for _ in range(count):
        x, y = sheet.rng.uniform(left, right), sheet.rng.uniform(top, bottom)
        length = min(sheet.rng.uniform(4, 12), bottom - y)
        sheet.stroke([(x, y), (x - slant * length, y + length)], ink, 0.22, 150)
