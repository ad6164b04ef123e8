"""The doors of the package: a subject, an accent and a seed go in, a picture with its focal point comes out."""

from dataclasses import dataclass
from random import Random
from zlib import crc32

from PIL import Image

from . import heads, marks, scenes
from .inks import mix_inks
from .registry import SCENES, Scene
from .sheet import HEIGHT, WIDTH, Sheet

FULL_WIDTH = 2400

SUBJECTS: tuple[str, ...] = tuple(sorted({**SCENES, **scenes.SCENES}))


@dataclass(frozen=True)
class Drawing:
    """A finished picture and the point, in shares of its width and height, that every cut must keep."""

    image: Image.Image
    focal_point: tuple[float, float]


def draw(subject: str, *, accent: str, seed: int, width: int = FULL_WIDTH) -> Drawing:
    """Draw a subject in the palette of a `#rrggbb` accent; neighbouring seeds differ in hour, layout and side."""
    if subject not in SCENES:
        raise ValueError(f"Nobody here draws “{subject}”; the subjects are {', '.join(SUBJECTS)}.")
    scene, moods = SCENES[subject]
    return _printed(scene, subject, moods, accent, seed, width)


def portrait(*, accent: str, seed: int, width: int = FULL_WIDTH) -> Drawing:
    """Draw the head and shoulders of somebody who does not exist, for an author's page."""
    return _printed(heads.portrait, "portrait of an author", ("poster", "dawn", "day", "dusk"), accent, seed, width)


def emblem(*, accent: str, seed: int, width: int = FULL_WIDTH) -> Drawing:
    """Draw a plain abstract mark for an agency or a source."""
    return _printed(marks.emblem, "emblem", ("poster",), accent, seed, width)


def _printed(scene: Scene, subject: str, moods: tuple[str, ...], accent: str, seed: int, width: int) -> Drawing:
    turn = seed + crc32(subject.encode())
    rng = Random(f"{subject} {seed}")
    sheet = Sheet(inks=mix_inks(accent, moods[turn % len(moods)], rng), rng=rng, width=width)
    x, y = scene(sheet)
    image, across = sheet.image, x / WIDTH
    if turn % 2:
        image, across = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT), 1 - across
    return Drawing(image=image, focal_point=(round(across, 3), round(y / HEIGHT, 3)))
