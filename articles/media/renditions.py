"""A decoded picture in all its shapes, sizes and formats. Pixels in, bytes and their description out; no database.

So it may run in any process: `prepare` is what a pool of workers calls.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any, Final, NamedTuple

from PIL.Image import Image as Picture

from articles.media.intake import take_in
from articles.media.pyramid import Pyramid
from articles.media.shapes import CENTRE, SHAPES, Box, Point, Shape, Size, cut_for, sizes_within

# Counted up when anything below changes what the files hold, so that an address never changes its content.
RECIPE: Final = 2

# AVIF is what nearly every browser takes, so it has every step; the others are spare wheels with fewer.
LADDERS: Final = {
    "avif": (320, 480, 800, 1200, 1600),
    "webp": (320, 800),
    "jpg": (320, 800, 1200),
    "png": (320, 800, 1200),
}
SQUARE_LADDER: Final = (160, 320, 640)
# Shown by other sites alone, in a shared link or a search result, and never small.
WIDE_LADDERS: Final = {"avif": (480, 800, 1200), "webp": (800,), "jpg": (800, 1200), "png": (800, 1200)}

# Chosen by measuring: a slower AVIF saves a tenth of the bytes for three times the work, and bytes are made while an
# editor waits.
ENCODINGS: Final[dict[str, dict[str, Any]]] = {
    "avif": {"format": "AVIF", "quality": 50, "speed": 10, "max_threads": 1, "advanced": {"tune": "ssim"}},
    "webp": {"format": "WEBP", "quality": 74, "method": 2},
    "jpg": {"format": "JPEG", "quality": 80, "progressive": True, "optimize": True},
    "png": {"format": "PNG", "compress_level": 6},
}
# The step that fills the screen of a cheap phone, first thing on a slow line, is worth the work: a sixth fewer bytes.
CAREFUL: Final = ENCODINGS["avif"] | {"speed": 8}
CAREFUL_WIDTH: Final = 800
ORIGINAL_ENCODINGS: Final[dict[str, dict[str, Any]]] = {
    "jpg": {"format": "JPEG", "quality": 93, "subsampling": 0},
    "png": {"format": "PNG", "compress_level": 6},
}


class NewFile(NamedTuple):
    """A file to be stored: its name within its folder, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Renditions:
    """What has been made: `Image.renditions`, and the files that it speaks of."""

    description: dict[str, Any]
    files: tuple[NewFile, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture that is ready to be stored. It can travel between processes."""

    content_hash: str
    original: NewFile
    width: int
    height: int
    focal_point: Point
    renditions: Renditions


def prepare(content: bytes, *, name: str = "", focal_point: Point = CENTRE, renditions_now: bool = True) -> Prepared:
    """Take in the bytes of an upload and make all that is kept of them. Raises ValidationError like `take_in`."""
    picture = take_in(content, name=name)
    shapes = SHAPES if renditions_now else ()
    return _prepare(picture, sha256(content).hexdigest(), focal_point, shapes)


def prepare_drawn(picture: Picture, *, focal_point: Point = CENTRE) -> Prepared:
    """The same for a picture that was drawn here, RGB or RGBA, and was never a file."""
    pixels = sha256(f"{picture.mode} {picture.size}".encode() + picture.tobytes()).hexdigest()
    return _prepare(picture, pixels, focal_point, SHAPES)


def make_renditions(
    picture: Picture, *, content_hash: str, focal_point: Point, shapes: Iterable[Shape] = SHAPES
) -> Renditions:
    """Every asked shape of `picture`, cut round the focal point. One that it has already is made once, as `whole`."""
    pyramid = Pyramid(picture)
    described: dict[Shape, dict[str, Any]] = {}
    files: dict[str, NewFile] = {}
    for shape in shapes:
        box = cut_for(shape, picture.size, focal_point)
        stem = stem_of(shape, box, picture.size, content_hash)
        sizes = {kind: sizes_within(box, ladder) for kind, ladder in _ladders(stem, picture).items()}
        described[shape] = {"stem": stem, "sizes": sizes}
        # The largest come first: what is smaller is then made from them and not from the original.
        for size, kind in sorted(((size, kind) for kind, found in sizes.items() for size in found), reverse=True):
            name = f"{stem}-{size[0]}.{kind}"
            if name not in files:
                careful = kind == "avif" and size[0] == CAREFUL_WIDTH
                encoding = CAREFUL if careful else ENCODINGS[kind]
                files[name] = NewFile(name, _encode(pyramid.cut(box, size), encoding))
    return Renditions({"recipe": RECIPE, "shapes": described}, tuple(files.values()))


def stem_of(shape: Shape, box: Box, size: Size, content_hash: str) -> str:
    """How the names of a shape's files begin: they tell content and cut, so what stands at an address never changes."""
    is_whole = box == (0, 0, *size)
    cut = "whole" if is_whole else str(box)
    folder = sha256(f"{RECIPE} {content_hash} {cut}".encode()).hexdigest()[:16]
    return f"{folder}/{'whole' if is_whole else shape}"


def _ladders(stem: str, picture: Picture) -> dict[str, tuple[int, ...]]:
    kinds = ("avif", "webp", "png" if picture.mode == "RGBA" else "jpg")
    if stem.endswith("square"):
        return dict.fromkeys(kinds, SQUARE_LADDER)
    ladders = WIDE_LADDERS if stem.endswith("wide") else LADDERS
    return {kind: ladders[kind] for kind in kinds}


def _encode(picture: Picture, encoding: dict[str, Any]) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, **encoding)
    return buffer.getvalue()


def _prepare(picture: Picture, content_hash: str, focal_point: Point, shapes: tuple[Shape, ...]) -> Prepared:
    ending = "png" if picture.mode == "RGBA" else "jpg"
    original = NewFile(f"{content_hash[:32]}.{ending}", _encode(picture, ORIGINAL_ENCODINGS[ending]))
    made = Renditions({}, ())
    if shapes:
        made = make_renditions(picture, content_hash=content_hash, focal_point=focal_point, shapes=shapes)
    return Prepared(content_hash, original, *picture.size, focal_point, made)
