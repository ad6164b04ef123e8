"""A bar that says how far the work is."""

from collections.abc import Callable
from typing import TextIO

WIDTH = 30

type Report = Callable[[str, int, int], None]


def bar(stream: TextIO) -> Report:
    """A function of (what, done, of how many) that draws a bar on a terminal, or a line for each part of the work."""
    if not stream.isatty():
        return _lines(stream)

    def draw(what: str, done: int, total: int) -> None:
        filled = WIDTH * done // max(total, 1)
        stream.write(f"\r{what:<10} [{'█' * filled}{'·' * (WIDTH - filled)}] {done}/{total}")
        stream.write("\n" if done == total else "")
        stream.flush()

    return draw


def _lines(stream: TextIO) -> Report:
    def say(what: str, done: int, total: int) -> None:
        if done == total:
            stream.write(f"{what}: {total}\n")
            stream.flush()

    return say
