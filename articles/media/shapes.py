"""The named shapes in which a picture is shown, and the arithmetic of cutting and scaling to them."""

from typing import Final, Literal, get_args

Shape = Literal["wide", "landscape", "square", "whole"]
Size = tuple[int, int]
Box = tuple[int, int, int, int]
Point = tuple[float, float]

SHAPES: Final[tuple[Shape, ...]] = get_args(Shape)
CENTRE: Final[Point] = (0.5, 0.5)

# `whole` has no ratio: it is the picture uncut.
RATIOS: Final[dict[Shape, Size | None]] = {"wide": (16, 9), "landscape": (3, 2), "square": (1, 1), "whole": None}

# WebP ends at 16,383 pixels a side; no screen shows a rendition anywhere near this long at once.
LONGEST_SIDE: Final = 10_000


def crop_box(size: Size, ratio: Size | None, focal_point: Point) -> Box:
    """The largest part of `size` with that `ratio` whose middle is as near the focal point as the edges allow.

    It always lies within the picture, holds the focal point and is at least one pixel each way.
    """
    width, height = size
    if ratio is None:
        return 0, 0, width, height
    across, down = ratio
    crop_width = min(width, max(1, round(height * across / down)))
    crop_height = min(height, max(1, round(width * down / across)))
    left = _start(width, crop_width, focal_point[0])
    top = _start(height, crop_height, focal_point[1])
    return left, top, left + crop_width, top + crop_height


def cut_for(shape: Shape, size: Size, focal_point: Point) -> Box:
    """What a shape shows of a picture: the whole of it when cutting would take off less than one part in a hundred."""
    left, top, right, bottom = crop_box(size, RATIOS[shape], focal_point)
    width, height = size
    is_as_good_as_whole = (right - left) * 100 > width * 99 and (bottom - top) * 100 > height * 99
    return (0, 0, width, height) if is_as_good_as_whole else (left, top, right, bottom)


def sizes_within(box: Box, ladder: tuple[int, ...]) -> list[Size]:
    """The sizes in which a cut is shown, smallest first: the ladder's widths, never enlarged.

    What is smaller than the first step is kept as it is; what ends well between two steps gets its own full width too.
    """
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    longest = min(width, max(1, width * LONGEST_SIDE // max(width, height)))
    widths = [step for step in ladder if step <= longest]
    if not widths or (longest < ladder[-1] and longest > widths[-1] * 1.15):
        widths.append(longest)
    return [(step, max(1, min(height, LONGEST_SIDE, round(step * height / width)))) for step in widths]


def _start(length: int, kept: int, focus: float) -> int:
    return min(max(round(focus * length - kept / 2), 0), length - kept)
