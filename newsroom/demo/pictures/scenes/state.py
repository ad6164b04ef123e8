"""The state on show: parliament, podium with flags."""

from newsroom.demo.pictures.brushes import cloud, ground, sky, sun, tree
from newsroom.demo.pictures.buildings import columns, flag, skyline, windows
from newsroom.demo.pictures.figures import SPEAKING, WALKING, crowd, figure
from newsroom.demo.pictures.inks import Ink, mix
from newsroom.demo.pictures.outlines import curve, trace
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import Point, Sheet


@scene("parliament")
def parliament(sheet: Sheet) -> Point:
    """A domed house above its steps, a flag in the warm ink."""
    inks, rng = sheet.inks, sheet.rng
    sky(sheet, 80)
    middle = rng.uniform(72, 84)
    sun(sheet, middle + rng.choice((-36, 34)), rng.uniform(30, 46), 10)
    cloud(sheet, middle - 44, rng.uniform(14, 24), 36, mix(inks.sky_top, inks.sky_low, 0.6))
    skyline(sheet, 76, 22, inks.plane(0.14), lamp=0.1)
    stone = mix(inks.paper, inks.sky_top, 0.45 if inks.dark else 0.06)
    shade = mix(stone, inks.plane(0.75), 0.55)
    house(sheet, middle, shade, stone)
    for step in range(6):
        half = 30 + step * 5
        sheet.box(
            middle - half, 78 + step * 2, half * 2, 2.1, mix(stone, inks.plane(0.6), 0.12 * (step % 2) + 0.05 * step)
        )
    ground(sheet, [(-2.0, 89.8), (152.0, 89.8)], inks.plane(0.78), inks.near, 0.7)
    for x in (8, 22, 130, 144):
        tree(sheet, x, 90, rng.uniform(20, 28), inks.plane(0.85), inks.plane(0.5))
    for i in range(6):
        figure(
            sheet,
            middle - 42 + i * 17 + rng.uniform(-4, 4),
            95 + (i % 2) * 2,
            9,
            inks.near,
            pose=WALKING,
            top=inks.warm if i == 2 else inks.near,
        )
    return middle, 44


def house(sheet: Sheet, middle: float, shade: Ink, stone: Ink) -> None:
    """Build the wings, the portico and the dome."""
    inks = sheet.inks
    for x in (middle - 56, middle + 24):
        sheet.box(x, 52, 32, 28, stone)
        sheet.box(x - 1, 50.6, 34, 2.4, shade)
        windows(sheet, (x + 1, 55, 30, 22), (7, 2), inks.plane(0.7), lamp=0.5 if inks.dark else 0, fill=0.4)
    dome(sheet, middle, 41, stone, shade)
    sheet.box(middle - 24, 46, 48, 34, stone)
    columns(sheet, (middle - 21, 50, 42, 28), 8, stone, inks.plane(0.68))
    sheet.shape([(middle - 27, 47), (middle, 36), (middle + 27, 47)], stone)
    sheet.shape([(middle - 18, 45.4), (middle, 38), (middle + 18, 45.4)], shade)
    sheet.box(middle - 27, 46.6, 54, 2, shade)


def dome(sheet: Sheet, x: float, foot: float, stone: Ink, shade: Ink) -> None:
    """Raise a ribbed dome on its drum, lantern and flag above."""
    inks = sheet.inks
    sheet.box(x - 13, foot - 3, 26, 6, stone)
    columns(sheet, (x - 12, foot - 8, 24, 6), 9, stone, shade)
    shell = curve(trace("-13,-8 -11.4,-14 -7,-18.6 0,-20.6 7,-18.6 11.4,-14 13,-8", x, foot))
    sheet.shape(shell, inks.accent)
    for rib in (-8.0, -4.1, 0, 4.1, 8.0):
        line = curve([(x + rib * 1.3, foot - 8), (x + rib * 1.05, foot - 14.6), (x + rib * 0.35, foot - 20.2)], 5)
        sheet.stroke(line, inks.plane(0.85), 0.4)
    sheet.grain(shell, inks.near, "right", 0.85)
    sheet.box(x - 1.9, foot - 23.4, 3.8, 3.4, stone)
    sheet.shape(trace("-2.3,-23.4 0,-25.6 2.3,-23.4", x, foot), inks.plane(0.85))
    flag(sheet, x, foot - 25, 6.4, inks.near, [inks.warm], pole=0.35)


@scene("podium-flags", moods=("poster", "dusk", "day", "night"))
def podium_flags(sheet: Sheet) -> Point:
    """A speaker's desk before a row of flags, microphones ready, photographers in front."""
    inks, rng = sheet.inks, sheet.rng
    back = inks.plane(0.55)
    sheet.wash(mix(back, inks.near, 0.25), back)
    middle = rng.uniform(66, 80)
    for x in (middle - 60, middle + 60):
        sheet.shape([(x, -4), (middle - 26, 84), (middle + 26, 84)], inks.glow, 50)
    sheet.glow(middle, 46, 44, mix(back, inks.glow, 0.42), 0.8, dots=True)
    bands = (
        (inks.warm, inks.paper),
        (inks.second, inks.paper, inks.accent),
        (inks.paper, inks.accent),
        (inks.light, inks.second, inks.warm),
    )
    for i in range(6):
        x = middle - 66 + i * 22 + (11 if i > 2 else 0)
        hanging(sheet, x, 14 + (i % 2) * 3, bands[(i + rng.randrange(2)) % 4])
    ground(sheet, [(-2.0, 82.0), (152.0, 82.0)], inks.plane(0.85), inks.near)
    figure(sheet, middle, 90, 58, inks.near, pose=SPEAKING, skin=mix(inks.warm, inks.paper, 0.45))
    sheet.shape(trace("-1.5,43 1.5,43 1,54 -1,54", middle), inks.light)
    lectern(sheet, middle)
    crowd(sheet, 90, 11, inks.near, start=-4, end=middle - 22)
    crowd(sheet, 90, 11, inks.near, start=middle + 22, end=154)
    return middle, 46


def lectern(sheet: Sheet, middle: float) -> None:
    """Stand the lectern with its microphones."""
    inks = sheet.inks
    sheet.shape(trace("-15,56 15,56 12,94 -12,94", middle), mix(inks.paper, inks.second, 0.1))
    sheet.grain(trace("-15,56 15,56 12,94 -12,94", middle), inks.near, "right", 0.75)
    sheet.shape(trace("-18,53 18,53 15.5,57.5 -15.5,57.5", middle), inks.light)
    sheet.ring(middle, 70, 5, inks.accent, 1.6)
    for lean in (-7, -4, 4, 7):
        sheet.stroke(
            curve([(middle + lean, 53), (middle + lean * 0.95, 48), (middle + lean * 0.7, 44.5)], 4), inks.near, 0.5
        )
        sheet.limb([(middle + lean * 0.7, 45), (middle + lean * 0.6, 43)], inks.near, 1.5, 1.5)


def hanging(sheet: Sheet, x: float, top: float, bands: tuple[Ink, ...]) -> None:
    """Hang a flag down its pole in folds."""
    sheet.box(x, top - 4, 0.8, 84, sheet.inks.glow)
    sheet.disc(x + 0.4, top - 4.4, 1.2, sheet.inks.warm)
    for i, band in enumerate(bands):
        near, far = i / len(bands), (i + 1) / len(bands)
        fold = [
            (x + 0.8 + 15 * near, top + 5 * near),
            (x + 0.8 + 15 * far, top + 5 * far),
            (x + 1 + 11 * far, top + 46 - 5 * far),
            (x + 1 + 11 * near, top + 46 - 5 * near),
        ]
        sheet.shape(fold, band)
        sheet.grain(fold, sheet.inks.near, "right", 0.6)
