"""Where a picture is used. Whoever points at pictures registers how to find its places; media itself knows of none."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from articles.media.models import Image


class Use(NamedTuple):
    """One place that shows a picture: what an editor calls it, and its admin page (nothing when there is none)."""

    label: str
    url: str = ""


Finder = Callable[[Image], Iterable[tuple[str, str]]]

_finders: list[Finder] = []


def finds_uses(finder: Finder) -> Finder:
    """Register a function that gives (label, admin address) for each place where an image is used. Also a decorator."""
    if finder not in _finders:
        _finders.append(finder)
    return finder


def uses_of(image: Image) -> list[Use]:
    """Every known place where the picture is used, each once, in the order of registration."""
    found = (Use(*use) for finder in _finders for use in finder(image))
    return list(dict.fromkeys(found))
