"""What the laboratory sees: its bench, and a cell under the microscope."""

import math

from newsroom.demo.pictures.figures import SPEAKING, figure
from newsroom.demo.pictures.inks import Ink, mix, oklch
from newsroom.demo.pictures.outlines import blob, curve, round_points, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import WIDTH, Point, Sheet


@scene("laboratory", moods=("day", "poster", "night", "dawn"))
def laboratory(sheet: Sheet) -> Point:
    """A bench of glass before a window, a researcher holding one flask to the light."""
    inks, rng = sheet.inks, sheet.rng
    wall = mix(inks.plane(0.4), inks.sky_top, 0.3)
    sheet.wash(mix(wall, inks.near, 0.25), wall)
    pane(sheet)
    for level in (22, 44):
        sheet.box(84, level, 60, 1.6, inks.near)
        for i in range(8):
            jar(
                sheet,
                86 + i * 7.2,
                level,
                rng.uniform(7, 13),
                rng.choice((inks.second, inks.paper, inks.tone(0.7, 0.1))),
            )
    x = rng.uniform(72, 82)
    researcher(sheet, x)
    sheet.box(0, 78, WIDTH, 3, inks.paper)
    sheet.box(0, 81, WIDTH, 20, inks.near)
    for left, size in ((8, 26), (30, 17), (112, 30), (134, 20)):
        flask(sheet, left + 6, 78, size, rng.choice((inks.second, inks.accent, inks.tone(0.72, 0.11, second=True))))
    sheet.stroke(curve(trace("14,54 20,44 36,48 37,62"), 8), inks.light, 0.9)
    for i in range(6):
        jar(sheet, 90 + i * 3.2, 78, 10, rng.choice((inks.warm, inks.accent, inks.second)), 2)
    return x - 10, 50


def pane(sheet: Sheet) -> None:
    """Set the window and the sun in it."""
    inks, rng = sheet.inks, sheet.rng
    sheet.box(8, 8, 62, 54, mix(inks.sky_low, inks.light, 0.3))
    sheet.light = (38, 30)
    sheet.disc(rng.uniform(26, 52), 34, 14, inks.sun)
    sheet.grain(trace("8,8 70,8 70,62 8,62"), inks.sky_top, "up", 0.7)
    for bar in (8, 28, 48.6, 69):
        sheet.box(bar, 8, 1.1, 54, inks.near)
    for bar in (8, 30, 61):
        sheet.box(8, bar, 62, 1.1, inks.near)


def researcher(sheet: Sheet, x: float) -> None:
    """Stand the researcher with one flask held to the light."""
    inks, rng = sheet.inks, sheet.rng
    figure(
        sheet,
        x,
        104,
        76,
        inks.near,
        top=inks.light,
        pose=SPEAKING,
        skin=oklch(rng.choice((0.45, 0.6, 0.74)), 0.075, 52),
        facing=-1,
    )
    sheet.shape(trace("-7.4,46 7.4,46 11,90 -11,90", x), inks.light)
    sheet.shape(trace("1,46 7.4,46 11,90 3,90", x), mix(inks.light, inks.plane(0.6), 0.3))
    flask(sheet, x - 20, 43, 17, inks.warm)


def flask(sheet: Sheet, x: float, foot: float, size: float, ink: Ink) -> None:
    """Stand a conical flask, half full."""
    glass = mix(sheet.inks.light, sheet.inks.sky_low, 0.3)
    sheet.shape(trace("-0.1,-1 0.1,-1 0.1,-0.64 0.38,0 -0.38,0 -0.1,-0.64", x, foot, size), glass, 190)
    sheet.shape(trace("-0.235,-0.38 0.235,-0.38 0.36,-0.04 -0.36,-0.04", x, foot, size), ink)
    sheet.grain(trace("-0.235,-0.38 0.235,-0.38 0.36,-0.04 -0.36,-0.04", x, foot, size), sheet.inks.light, "up", 0.6)
    sheet.box(x - size * 0.14, foot - size * 1.02, size * 0.28, size * 0.05, sheet.inks.near)


def jar(sheet: Sheet, x: float, foot: float, height: float, ink: Ink, width: float = 5.2) -> None:
    """Stand a bottle or tube on a shelf."""
    sheet.box(x, foot - height, width, height, mix(ink, sheet.inks.near, 0.15))
    sheet.box(x + width * 0.7, foot - height, width * 0.3, height, mix(ink, sheet.inks.near, 0.4))
    sheet.box(x + width * 0.15, foot - height - 1.6, width * 0.7, 1.7, sheet.inks.near)


@scene("microscope-cell")
def microscope_cell(sheet: Sheet) -> Point:
    """A living cell in the round field of the microscope, its kernel warm."""
    inks, rng = sheet.inks, sheet.rng
    sheet.box(0, 0, WIDTH, 101, inks.near)
    x, y = rng.uniform(68, 80), 50.0
    field = mix(inks.sky_low, inks.paper, 0.5) if not inks.dark else inks.plane(0.35)
    sheet.disc(x, y, 66, mix(inks.near, inks.accent, 0.3))
    sheet.disc(x, y, 61, field)
    sheet.grain(round_points(x, y, 61, 61), mix(field, inks.second, 0.7), "down", 0.7)
    for i in range(7):
        angle, reach = rng.uniform(0, 6.28), rng.uniform(46, 60)
        cell(
            sheet,
            x + reach * math.cos(angle),
            y + reach * math.sin(angle) * 0.8,
            rng.uniform(8, 13),
            mix(inks.second, field, 0.45),
            mix(inks.second, inks.near, 0.1 * (i % 3)),
        )
    size = rng.uniform(31, 35)
    cell(sheet, x, y, size, mix(inks.accent, field, 0.35), inks.accent)
    organs(sheet, field, size, x, y)
    sheet.ring(x, y, 63.6, inks.near, 6)
    return x, y


def organs(sheet: Sheet, field: Ink, size: float, x: float, y: float) -> None:
    """Fill the cell with its organs and its warm kernel."""
    inks, rng = sheet.inks, sheet.rng
    for _ in range(11):
        angle, reach = rng.uniform(0, 6.28), rng.uniform(0.55, 0.8) * size
        a, b = x + reach * math.cos(angle), y + reach * math.sin(angle) * 0.86
        sheet.limb([(a - 2.6, b - 1), (a + 2.6, b + 1)], inks.plane(0.85), 3.6, 3.2)
        sheet.stroke(curve(trace("-3,-0.6 -1.4,0.8 0,-0.6 1.4,0.8 3,0", a, b), 4), field, 0.4)
    for _ in range(26):
        angle, reach = rng.uniform(0, 6.28), rng.uniform(0.4, 0.85) * size
        sheet.disc(
            x + reach * math.cos(angle),
            y + reach * math.sin(angle) * 0.86,
            rng.uniform(0.5, 1.2),
            rng.choice((inks.light, inks.second)),
        )
    for ring in range(3):
        sheet.ring(
            x - 4, y + 2, 14.5 + ring * 2.3, inks.plane(0.7), 0.55, (rng.uniform(80, 130), rng.uniform(200, 290))
        )
    kernel = round_points(x - 4, y + 2, 12.6, 12)
    sheet.shape(kernel, inks.warm)
    sheet.grain(kernel, mix(inks.warm, inks.near, 0.5), "down", 0.75)
    sheet.disc(x - 7, y - 1, 4, mix(inks.warm, inks.near, 0.45))


def cell(sheet: Sheet, x: float, y: float, size: float, ink: Ink, wall: Ink) -> None:
    """Grow a soft-edged cell with its wall."""
    rim = [
        (
            x + size * sheet.rng.uniform(0.93, 1.07) * math.cos(i * 0.524),
            y + size * 0.88 * sheet.rng.uniform(0.93, 1.07) * math.sin(i * 0.524),
        )
        for i in range(12)
    ]
    outer = blob(rim)
    sheet.shape([(x + (a - x) * 1.07, y + (b - y) * 1.07) for a, b in outer], wall)
    sheet.shape(outer, ink)
    sheet.grain(outer, wall, "right", 0.65)
