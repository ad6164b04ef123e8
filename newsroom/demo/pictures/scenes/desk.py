"""The newsroom itself: a reporter's desk."""

from newsroom.demo.pictures.brushes import sky, sun
from newsroom.demo.pictures.buildings import skyline
from newsroom.demo.pictures.figures import SITTING, figure
from newsroom.demo.pictures.inks import Ink, mix, oklch
from newsroom.demo.pictures.outlines import blob, curve, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import WIDTH, Point, Sheet


@scene("newspaper-desk", moods=("dusk", "poster", "night", "dawn"))
def newspaper_desk(sheet: Sheet) -> Point:
    """A reporter at a desk by the window with papers, lamp and coffee, city outside."""
    inks, rng = sheet.inks, sheet.rng
    wall = mix(inks.plane(0.7), inks.near, 0.25)
    sky(sheet, 70)
    sun(sheet, rng.uniform(34, 56), rng.uniform(20, 34), 11)
    skyline(sheet, 74, 36, inks.plane(0.24), end=110, lamp=0.25)
    room(sheet, wall)
    sheet.box(0, 74, WIDTH, 28, mix(wall, inks.near, 0.35))
    sheet.box(0, 72, WIDTH, 3, inks.near)
    x = rng.uniform(76, 84)
    figure(
        sheet,
        x,
        101,
        64,
        inks.near,
        pose=SITTING,
        top=inks.accent,
        skin=oklch(rng.choice((0.45, 0.6, 0.72)), 0.08, 52),
        facing=-1,
    )
    sheet.shape(blob(trace("-8,52 -5,47.6 1,49 2.6,56 -1.6,60 -2.6,54", x), 6), inks.near)
    desk_top(sheet)
    return x - 14, 60


def room(sheet: Sheet, wall: Ink) -> None:
    """Frame the window and hang the wall of cuttings."""
    inks = sheet.inks
    sheet.box(106, 0, 46, 102, wall)
    for bar in (-1, 34, 70, 104):
        sheet.box(bar, 0, 3, 74, wall)
    sheet.box(0, 0, WIDTH, 7, wall)
    sheet.box(0, 34, 106, 1.6, wall)
    for i in range(6):
        sheet.box(114 + (i % 2) * 16, 16 + (i // 2) * 15, 12, 11, inks.paper if i % 3 else inks.second)
        sheet.box(116 + (i % 2) * 16, 19 + (i // 2) * 15, 8, 1.2, mix(inks.paper, inks.near, 0.6))
    sheet.grain([(106, 0), (WIDTH, 0), (WIDTH, 102), (106, 102)], inks.near, "right", 0.7)


def desk_top(sheet: Sheet) -> None:
    """Lay the desk: screen, papers, lamp and coffee."""
    inks, rng = sheet.inks, sheet.rng
    desk = mix(oklch(0.56, 0.08, 60), inks.near, 0.3)
    sheet.box(-2, 82, 108, 4, desk)
    sheet.box(-2, 86, 104, 16, mix(desk, inks.near, 0.5))
    sheet.shape(trace("42,81.6 52,81.6 46,64 34,64"), inks.near)
    sheet.shape(trace("48.4,80.6 51,80.6 45.2,65 42,65"), inks.glow)
    for i in range(7):
        sheet.box(6 + rng.uniform(-1, 1), 80.6 - i * 1.5, 20, 1.3, inks.paper if i % 3 else inks.light)
    lamp(sheet, 27, 82)
    sheet.box(58, 77, 4.6, 5, inks.warm)
    sheet.ring(63, 79.4, 1.7, inks.warm, 0.7)
    for i in range(2):
        sheet.stroke(
            curve([(59.4 + i * 2, 75.6), (58.4 + i * 2, 73), (60.4 + i * 2, 70.4), (59.4 + i * 2, 68)], 5),
            inks.light,
            0.35,
        )


def lamp(sheet: Sheet, x: float, foot: float) -> None:
    """Stand a jointed desk lamp, lit."""
    inks = sheet.inks
    sheet.shape([(x + 10, 50), (x + 18, 46), (x + 34, foot), (x + 2, foot)], inks.glow, 70)
    sheet.limb([(x - 5, foot - 0.6), (x + 5, foot - 0.6)], inks.near, 1.8, 1.8)
    sheet.limb([(x, foot), (x - 7, foot - 20), (x + 9, foot - 36)], inks.near, 1.2, 1.2)
    sheet.disc(x - 7, foot - 20, 1.4, inks.warm)
    sheet.shape(trace("6,-36 11,-39.5 20,-36 9,-30", x, foot), inks.warm)
