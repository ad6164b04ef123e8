"""The block “Most read” of a page: what was read most in a day, or in a week where a day is too quiet.

Its lines come with the walks that the page makes anyway, and its stories with the page's cards, so it asks no query of
its own where there are such.
"""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest

from articles.fetching import cards
from articles.models import Category, Span, Story
from articles.models.keys import MOST_READ_BESIDE, most_read_key
from articles.walks import Line, Walk, most_read, together
from newsroom.caching.memo import remembered
from newsroom.caching.recording import shows

SHOWN, SPARE, FEWEST = 5, 3, 3
DAY, WEEK = "most read in a day", "most read in a week"


def walks(category: int | None = None) -> list[Walk]:
    """For the page of the whole site, or of a category with all below it."""
    shows(most_read_key(category))
    return _walks(category)


def beside(request: HttpRequest, without: int | None) -> list[Story]:
    """For the page of the story with that id. There are so many of those that they follow once an hour only."""
    lines, found = remembered(MOST_READ_BESIDE, _beside, within=request)
    return block([line for line in lines if line.story != without], found)


def _beside() -> tuple[list[Line], dict[int, Story]]:
    shows(MOST_READ_BESIDE)
    lines = together(_walks(None))
    return lines, cards(ids(lines))


def ids(lines: Sequence[Line]) -> list[int]:
    """The stories of which the page must ask the cards."""
    day = _in_order(lines, DAY)
    return day if len(day) >= SHOWN else [*day, *_in_order(lines, WEEK)]


def block(lines: Sequence[Line], found: Mapping[int, Story]) -> list[Story]:
    """The stories of the block, most read first; none when there are too few."""
    for walk in (DAY, WEEK):
        stories = [found[pk] for pk in _in_order(lines, walk) if pk in found]
        if len(stories) >= FEWEST:
            return stories[:SHOWN]
    return []


def of_category(request: HttpRequest, category: Category) -> list[Story]:
    """The block of a section's page."""

    def found() -> list[Story]:
        lines = together(walks(category.pk))
        return block(lines, cards(ids(lines))) if lines else []

    return remembered(most_read_key(category.pk), found, within=request)


def _walks(category: int | None) -> list[Walk]:
    spans = ((Span.DAY, DAY), (Span.WEEK, WEEK))
    return [most_read(span, category, SHOWN + SPARE, walk=walk) for span, walk in spans]


def _in_order(lines: Sequence[Line], walk: str) -> list[int]:
    return [line.story for line in sorted(lines, key=lambda line: line.place) if line.walk == walk]
