"""Outlines: points read from a string, and the smooth lines drawn through them."""

import math
from collections.abc import Sequence
from functools import cache

from .sheet import Point


@cache
def _read(text: str) -> tuple[Point, ...]:
    pairs = (pair.split(",") for pair in text.split())
    return tuple((float(across), float(down)) for across, down in pairs)


def trace(text: str, x: float = 0, y: float = 0, size: float = 1) -> list[Point]:
    """Points written as `across,down across,down`, set about a point at a size."""
    return [(x + across * size, y + down * size) for across, down in _read(text)]


def curve(points: Sequence[Point], steps: int = 8) -> list[Point]:
    """A smooth line through the points."""
    ends = [points[0], *points, points[-1]]
    line: list[Point] = []
    for i in range(1, len(ends) - 2):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = ends[i - 1 : i + 3]
        for step in range(steps):
            t = step / steps
            line.append(
                (
                    bx + t / 2 * (cx - ax + t * (2 * ax - 5 * bx + 4 * cx - dx + t * (3 * (bx - cx) + dx - ax))),
                    by + t / 2 * (cy - ay + t * (2 * ay - 5 * by + 4 * cy - dy + t * (3 * (by - cy) + dy - ay))),
                )
            )
    return [*line, points[-1]]


def blob(points: Sequence[Point], steps: int = 8) -> list[Point]:
    """A smooth closed outline through the points."""
    around = [points[-1], *points, points[0], points[1]]
    return curve(around, steps)[steps : -steps - 1]


def round_points(x: float, y: float, across: float, down: float, sides: int = 48) -> list[Point]:
    """The outline of an ellipse."""
    turn = 2 * math.pi / sides
    return [(x + across * math.cos(turn * i), y + down * math.sin(turn * i)) for i in range(sides)]
