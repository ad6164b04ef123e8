"""The sheet a picture is printed on: shapes in units of a hundredth of its height, shaded with grain."""

import math
from collections.abc import Sequence
from functools import cache
from random import Random

from PIL import Image, ImageChops, ImageDraw

from .inks import Ink, Inks

Point = tuple[float, float]

WIDTH = 150.0
HEIGHT = 100.0


@cache
def _grain(width: int, height: int) -> Image.Image:
    """White noise, four pixels to the grain at full size, the same in every process."""
    coarse = 480
    speck = Image.frombytes("L", (coarse, coarse), Random(1887).randbytes(coarse * coarse))
    side = max(coarse, coarse * width // 600)
    return _tiled(speck.resize((side, side), Image.Resampling.BILINEAR), width, height)


@cache
def _dots(width: int, height: int) -> Image.Image:
    """A halftone screen: thresholds that grow as round dots set at forty-five degrees."""
    cell = max(6, width // 76)
    turn = 2 * math.pi / cell
    levels = bytes(
        round(127.5 + 63.7 * (math.cos(turn * (x + y)) + math.cos(turn * (x - y))))
        for y in range(cell)
        for x in range(cell)
    )
    return _tiled(Image.frombytes("L", (cell, cell), levels), width, height)


def _tiled(tile: Image.Image, width: int, height: int) -> Image.Image:
    whole = Image.new("L", (width, height))
    for left in range(0, width, tile.width):
        for top in range(0, height, tile.height):
            whole.paste(tile, (left, top))
    return whole


@cache
def _ramp(toward: str) -> Image.Image:
    """A small gradient that is fullest at the named side, or in the middle."""
    if toward == "middle":
        return ImageChops.invert(Image.radial_gradient("L")).point(
            [min(255, round(v * 1.42 - 106)) if v > 74 else 0 for v in range(256)]
        )
    turns = {"up": 180, "left": 270, "right": 90, "down": 0}
    return Image.linear_gradient("L").rotate(turns[toward]).resize((64, 64))


class Sheet:
    """One picture in the making."""

    def __init__(self, *, inks: Inks, rng: Random, width: int) -> None:
        self.inks = inks
        self.rng = rng
        self.image = Image.new("RGB", (width, width * 2 // 3), inks.paper)
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self.unit = width / WIDTH
        self.light: Point | None = None

    def scaled(self, points: Sequence[Point]) -> list[Point]:
        """The points in pixels."""
        return [(x * self.unit, y * self.unit) for x, y in points]

    def shape(self, points: Sequence[Point], ink: Ink, alpha: int = 255) -> None:
        """Fill a polygon."""
        self.pen.polygon(self.scaled(points), fill=(*ink, alpha))

    def box(self, x: float, y: float, width: float, height: float, ink: Ink, alpha: int = 255) -> None:
        """Fill an upright rectangle from its top left corner."""
        u = self.unit
        right, bottom = max(x, x + width - 0.5 / u), max(y, y + height - 0.5 / u)
        self.pen.rectangle((x * u, y * u, right * u, bottom * u), fill=(*ink, alpha))

    def oval(self, x: float, y: float, across: float, down: float, ink: Ink, alpha: int = 255) -> None:
        """Fill an ellipse by its middle and its two radii."""
        u = self.unit
        self.pen.ellipse(((x - across) * u, (y - down) * u, (x + across) * u, (y + down) * u), fill=(*ink, alpha))

    def disc(self, x: float, y: float, radius: float, ink: Ink, alpha: int = 255) -> None:
        """Fill a circle."""
        self.oval(x, y, radius, radius, ink, alpha)

    def ring(
        self, x: float, y: float, radius: float, ink: Ink, width: float, arc: tuple[float, float] = (0, 360)
    ) -> None:
        """Draw a circle, or the arc of one between two angles clockwise from the right."""
        u = self.unit
        box = ((x - radius) * u, (y - radius) * u, (x + radius) * u, (y + radius) * u)
        self.pen.arc(box, arc[0], arc[1], fill=ink, width=max(1, round(width * u)))

    def stroke(self, points: Sequence[Point], ink: Ink, width: float, alpha: int = 255) -> None:
        """Draw a line through the points."""
        self.pen.line(self.scaled(points), fill=(*ink, alpha), width=max(1, round(width * self.unit)), joint="curve")

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
        ramp = Image.new("RGB", (1, 2))
        ramp.putdata([top, low])
        first, last = round(start * self.unit), round(end * self.unit)
        size = (self.image.width, last - first)
        self.image.paste(
            ramp.resize((1, size[1]), Image.Resampling.BILINEAR, box=(0, 0.5, 1, 1.5)).resize(size), (0, first)
        )

    def grain(
        self, points: Sequence[Point], ink: Ink, toward: str = "down", strength: float = 0.7, *, dots: bool = False
    ) -> None:
        """Stipple a polygon with another ink, densest toward one side (or the middle)."""
        pixels = self.scaled(points)
        left, top = (max(0, math.floor(min(p[axis] for p in pixels))) for axis in (0, 1))
        right = min(self.image.width, math.ceil(max(p[0] for p in pixels)))
        bottom = min(self.image.height, math.ceil(max(p[1] for p in pixels)))
        if right <= left or bottom <= top:
            return
        size = (right - left, bottom - top)
        within = Image.new("L", size)
        ImageDraw.Draw(within).polygon([(x - left, y - top) for x, y in pixels], fill=255)
        self._stipple(within, (left, top, right, bottom), ink, toward, strength, dots=dots)

    def glow(self, x: float, y: float, radius: float, ink: Ink, strength: float = 0.8, *, dots: bool = False) -> None:
        """Stipple a round of light that fades from its middle."""
        u = self.unit
        left, top = max(0, round((x - radius) * u)), max(0, round((y - radius) * u))
        right, bottom = min(self.image.width, round((x + radius) * u)), min(self.image.height, round((y + radius) * u))
        if right <= left or bottom <= top:
            return
        side = round(2 * radius * u)
        part = (left - round((x - radius) * u), top - round((y - radius) * u))
        scale = 256 / side
        box = (
            part[0] * scale,
            part[1] * scale,
            min(256, (part[0] + right - left) * scale),
            min(256, (part[1] + bottom - top) * scale),
        )
        light = _ramp("middle").resize((right - left, bottom - top), Image.Resampling.BILINEAR, box=box)
        self._print(light.point([round(v * strength) for v in range(256)]), (left, top, right, bottom), ink, dots=dots)

    def _stipple(
        self, within: Image.Image, box: tuple[int, int, int, int], ink: Ink, toward: str, strength: float, *, dots: bool
    ) -> None:
        ramp = _ramp(toward).point([round(v * strength) for v in range(256)])
        self._print(ramp.resize(within.size, Image.Resampling.BILINEAR), box, ink, dots=dots, within=within)

    def _print(
        self,
        tint: Image.Image,
        box: tuple[int, int, int, int],
        ink: Ink,
        *,
        dots: bool,
        within: Image.Image | None = None,
    ) -> None:
        screen = (_dots if dots else _grain)(*self.image.size).crop(box)
        mask = ImageChops.add(tint, screen, scale=1, offset=-250)
        mask = mask.point([min(255, v * (10 if dots else 5)) for v in range(256)])
        if not dots:
            # Mostly a smooth tint: pure grain doubles the size of a JPEG and slows its encoding.
            mask = Image.blend(tint, mask, 0.3)
        if within:
            mask = ImageChops.darker(mask, within)
        self.image.paste(ink, box, mask)
