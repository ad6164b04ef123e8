"""Screens a tint is printed through: grain, halftone dots, and the ramps that fade it."""

import math
from functools import cache
from random import Random

from PIL import Image, ImageChops


@cache
def grain_screen(width: int, height: int) -> Image.Image:
    """White noise, four pixels to the grain at full size, the same in every process."""
    coarse = 480
    speck = Image.frombytes("L", (coarse, coarse), Random(1887).randbytes(coarse * coarse))
    side = max(coarse, coarse * width // 600)
    return _tiled(speck.resize((side, side), Image.Resampling.BILINEAR), width, height)


@cache
def dot_screen(width: int, height: int) -> Image.Image:
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
def ramp(toward: str, strength: float) -> Image.Image:
    """A small gradient that is fullest at the named side, or in the middle."""
    if toward == "middle":
        round_light = ImageChops.invert(Image.radial_gradient("L"))
        return round_light.point([max(0, min(255, round(strength * (level * 1.42 - 106)))) for level in range(256)])
    turns = {"up": 180, "left": 270, "right": 90, "down": 0}
    side = Image.linear_gradient("L").rotate(turns[toward]).resize((64, 64))
    return side.point([min(255, round(level * strength)) for level in range(256)])
