"""The sheet a picture is printed on: shapes in units of a hundredth of its height, shaded with grain."""

import math
from collections.abc import Sequence
from random import Random

from PIL import Image, ImageChops, ImageDraw

from .inks import Ink, Inks
from .screens import dot_screen, grain_screen, ramp

Point = tuple[float, float]
Box = tuple[int, int, int, int]

WIDTH = 150.0
HEIGHT = 100.0


class Sheet:
    """One picture in the making; a zoom above one looks closer at the point given with it."""

    def __init__(self, *, inks: Inks, rng: Random, width: int, zoom: float = 1, toward: Point = (0, 0)) -> None:
        self.inks = inks
        self.rng = rng
        self.image = Image.new("RGB", (width, width * 2 // 3), inks.paper)
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self.unit = width / WIDTH * zoom
        self.origin = ((1 - zoom) * toward[0] * width / WIDTH, (1 - zoom) * toward[1] * width / WIDTH)
        self.light: Point | None = None

    def scaled(self, points: Sequence[Point]) -> list[Point]:
        """The points in pixels."""
        (left, top), unit = self.origin, self.unit
        return [(left + x * unit, top + y * unit) for x, y in points]

    def around(self, x: float, y: float, across: float, down: float) -> list[Point]:
        """The pixels of the two corners that lie `across` and `down` from a point."""
        return self.scaled([(x - across, y - down), (x + across, y + down)])

    def shape(self, points: Sequence[Point], ink: Ink, alpha: int = 255) -> None:
        """Fill a polygon."""
        self.pen.polygon(self.scaled(points), fill=(*ink, alpha))

    def box(self, x: float, y: float, width: float, height: float, ink: Ink, alpha: int = 255) -> None:
        """Fill an upright rectangle from its top left corner."""
        start, (right, bottom) = self.scaled([(x, y), (x + width, y + height)])
        self.pen.rectangle([start, (max(start[0], right - 0.5), max(start[1], bottom - 0.5))], fill=(*ink, alpha))

    def oval(self, x: float, y: float, across: float, down: float, ink: Ink, alpha: int = 255) -> None:
        """Fill an ellipse by its middle and its two radii."""
        self.pen.ellipse(self.around(x, y, across, down), fill=(*ink, alpha))

    def disc(self, x: float, y: float, radius: float, ink: Ink, alpha: int = 255) -> None:
        """Fill a circle."""
        self.oval(x, y, radius, radius, ink, alpha)

    def ring(
        self, x: float, y: float, radius: float, ink: Ink, width: float, arc: tuple[float, float] = (0, 360)
    ) -> None:
        """Draw a circle, or the arc of one between two angles clockwise from the right."""
        self.pen.arc(self.around(x, y, radius, radius), *arc, fill=ink, width=self._pixels(width))

    def stroke(self, points: Sequence[Point], ink: Ink, width: float, alpha: int = 255) -> None:
        """Draw a line through the points."""
        self.pen.line(self.scaled(points), fill=(*ink, alpha), width=self._pixels(width), joint="curve")

    def limb(self, points: Sequence[Point], ink: Ink, thick: float, thin: float) -> None:
        """Draw a rounded line that tapers from `thick` to `thin`."""
        last = len(points) - 1
        widths = [thick + (thin - thick) * i / last for i in range(last + 1)]
        for (x, y), width in zip(points, widths, strict=True):
            self.disc(x, y, width / 2, ink)
        for i in range(last):
            (x, y), (to_x, to_y) = points[i], points[i + 1]
            length = math.hypot(to_x - x, to_y - y) or 1
            across, down = (y - to_y) / length / 2, (to_x - x) / length / 2
            a, b = widths[i], widths[i + 1]
            corners = [(x + across * a, y + down * a), (to_x + across * b, to_y + down * b)]
            self.shape([*corners, (to_x - across * b, to_y - down * b), (x - across * a, y - down * a)], ink)

    def wash(self, top: Ink, low: Ink, start: float = 0, end: float = HEIGHT) -> None:
        """Fade one ink into another down the whole width, from `start` to `end`."""
        (_, first), (_, last) = self.scaled([(0, start), (0, end)])
        height = round(last) - round(first)
        fade = Image.new("RGB", (1, 2))
        fade.putdata([top, low])
        column = fade.resize((1, height), Image.Resampling.BILINEAR, box=(0, 0.5, 1, 1.5))
        self.image.paste(column.resize((self.image.width, height)), (0, round(first)))

    def grain(
        self, points: Sequence[Point], ink: Ink, toward: str = "down", strength: float = 0.7, *, dots: bool = False
    ) -> None:
        """Stipple a polygon with another ink, densest toward one side (or the middle)."""
        pixels = self.scaled(points)
        box = self._clipped(pixels)
        if box is None:
            return
        size = (box[2] - box[0], box[3] - box[1])
        within = Image.new("L", size)
        ImageDraw.Draw(within).polygon([(x - box[0], y - box[1]) for x, y in pixels], fill=255)
        tint = ramp(toward, strength).resize(size, Image.Resampling.BILINEAR)
        self._print(tint, box, ink, dots=dots, within=within)

    def glow(self, x: float, y: float, radius: float, ink: Ink, strength: float = 0.8, *, dots: bool = False) -> None:
        """Stipple a round of light that fades from its middle."""
        corners = self.around(x, y, radius, radius)
        box = self._clipped(corners)
        if box is None:
            return
        (left, top), (right, _) = corners
        scale = 256 / (right - left)
        seen = [(edge - (left, top)[i % 2]) * scale for i, edge in enumerate(box)]
        part = (max(0.0, seen[0]), max(0.0, seen[1]), min(256.0, seen[2]), min(256.0, seen[3]))
        size = (box[2] - box[0], box[3] - box[1])
        tint = ramp("middle", strength).resize(size, Image.Resampling.BILINEAR, box=part)
        self._print(tint, box, ink, dots=dots)

    def _pixels(self, width: float) -> int:
        return max(1, round(width * self.unit))

    def _clipped(self, pixels: Sequence[Point]) -> Box | None:
        """The part of the image the pixels reach, or nothing."""
        left, top = (max(0, math.floor(min(pixel[axis] for pixel in pixels))) for axis in (0, 1))
        right = min(self.image.width, math.ceil(max(pixel[0] for pixel in pixels)))
        bottom = min(self.image.height, math.ceil(max(pixel[1] for pixel in pixels)))
        return (left, top, right, bottom) if right > left and bottom > top else None

    def _print(self, tint: Image.Image, box: Box, ink: Ink, *, dots: bool, within: Image.Image | None = None) -> None:
        screen = (dot_screen if dots else grain_screen)(*self.image.size).crop(box)
        mask = ImageChops.add(tint, screen, scale=1, offset=-250)
        mask = mask.point([min(255, level * (10 if dots else 5)) for level in range(256)])
        if not dots:
            # Mostly a smooth tint: pure grain doubles the size of a JPEG and slows its encoding.
            mask = Image.blend(tint, mask, 0.26)
        if within:
            mask = ImageChops.darker(mask, within)
        self.image.paste(ink, box, mask)
