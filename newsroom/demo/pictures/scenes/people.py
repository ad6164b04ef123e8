"""People the story is about: three heads of different hair and shoulders."""

from newsroom.demo.pictures.heads import person
from newsroom.demo.pictures.inks import mix
from newsroom.demo.pictures.registry import scene
from newsroom.demo.pictures.sheet import WIDTH, Point, Sheet


@scene("portrait")
def portrait(sheet: Sheet) -> Point:
    """One face large between two others, as on a poster."""
    inks, rng = sheet.inks, sheet.rng
    ground = inks.tone(0.5 if inks.dark else 0.72, 0.09, second=True)
    sheet.wash(mix(ground, inks.near, 0.2), ground)
    x = rng.uniform(68, 82)
    sheet.glow(x, 44, 56, mix(ground, inks.light, 0.38), 0.75, dots=True)
    sheet.disc(x, 40, 36, inks.warm)
    for left, top, size in ((x - 47, 48, 0.95), (x + 48, 50, 0.95)):
        person(sheet, left, top, size, rng)
    sheet.grain([(0, 0), (x - 30, 0), (x - 30, 101), (0, 101)], mix(ground, inks.near, 0.6), "left", 0.7)
    sheet.grain([(x + 30, 0), (WIDTH, 0), (WIDTH, 101), (x + 30, 101)], mix(ground, inks.near, 0.6), "right", 0.7)
    person(sheet, x, 48, 1.35, rng)
    return x, 44
