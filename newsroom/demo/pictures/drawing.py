"""The doors of the package: a subject, an accent and a seed go in, a picture with its focal point comes out."""

from dataclasses import dataclass
from random import Random
from zlib import crc32

from PIL import Image

from . import heads, marks, scenes
from .inks import mix_inks
from .registry import SCENES, Scene
from .sheet import HEIGHT, WIDTH, Point, Sheet

FULL_WIDTH = 2400
GLIMPSE = 60
ZOOMS = (1.0, 1.2, 1.1)

SUBJECTS: tuple[str, ...] = tuple(sorted({**SCENES, **scenes.SCENES}))


@dataclass(frozen=True)
class Drawing:
    """A finished picture and the point, in shares of its width and height, that every cut must keep."""

    image: Image.Image
    focal_point: tuple[float, float]


def draw(subject: str, *, accent: str, seed: int, width: int = FULL_WIDTH) -> Drawing:
    """Draw a subject in the palette of a `#rrggbb` accent; neighbouring seeds differ in hour, distance and side."""
    if subject not in SCENES:
        raise ValueError(f"Nobody here draws “{subject}”; the subjects are {', '.join(SUBJECTS)}.")
    scene, moods = SCENES[subject]
    turn = seed + crc32(subject.encode())
    mood, zoom, toward = moods[turn % len(moods)], ZOOMS[turn // 2 % len(ZOOMS)], (0.0, 0.0)
    if zoom > 1:
        # The zoom closes in on the focal point, which only drawing the scene can tell.
        _, toward = _printed(scene, f"{subject} {seed}", mood, accent, GLIMPSE)
    image, focus = _printed(scene, f"{subject} {seed}", mood, accent, width, zoom=zoom, toward=toward)
    return _hung(image, focus, mirrored=turn % 2 == 1)


def portrait(*, accent: str, seed: int, width: int = FULL_WIDTH) -> Drawing:
    """Draw the head and shoulders of somebody who does not exist, for an author's page."""
    mood = ("poster", "dawn", "day", "dusk")[seed % 4]
    image, focus = _printed(heads.portrait, f"author {seed}", mood, accent, width)
    return _hung(image, focus, mirrored=seed % 2 == 1)


def emblem(*, accent: str, seed: int, width: int = FULL_WIDTH) -> Drawing:
    """Draw a plain abstract mark for an agency or a source."""
    image, focus = _printed(marks.emblem(seed), f"emblem {seed}", "poster", accent, width)
    return _hung(image, focus, mirrored=False)


def _printed(
    scene: Scene, chance: str, mood: str, accent: str, width: int, *, zoom: float = 1, toward: Point = (0, 0)
) -> tuple[Image.Image, Point]:
    rng = Random(chance)
    sheet = Sheet(inks=mix_inks(accent, mood, rng), rng=rng, width=width, zoom=zoom, toward=toward)
    focus = scene(sheet)
    return sheet.image, focus


def _hung(image: Image.Image, focus: Point, *, mirrored: bool) -> Drawing:
    across, down = round(focus[0] / WIDTH, 3), round(focus[1] / HEIGHT, 3)
    if mirrored:
        return Drawing(image.transpose(Image.Transpose.FLIP_LEFT_RIGHT), (round(1 - across, 3), down))
    return Drawing(image, (across, down))
