"""The subjects the paper's illustrator can draw, each registered by the scene that draws it."""

from collections.abc import Callable

from .sheet import Point, Sheet

Scene = Callable[[Sheet], Point]

SCENES: dict[str, tuple[Scene, tuple[str, ...]]] = {}


def scene(
    subject: str, *, moods: tuple[str, ...] = ("dawn", "dusk", "poster", "night", "day")
) -> Callable[[Scene], Scene]:
    """Register a scene under its subject, with the times of day that become it.

    A scene draws on the sheet it is given and returns its focal point in the sheet's units.
    """

    def register(draw: Scene) -> Scene:
        SCENES[subject] = (draw, moods)
        return draw

    return register
