"""Pages of a list that stay put while stories arrive.

Pages are cut from the oldest end: the first page holds the newest stories, between one and two pages' worth, and every
other page is full. So a new story lengthens the first page and moves no other; only when the first page has grown to
two pages is one cut off it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse

from articles.fetching import cards
from articles.models import Story
from articles.tallies import Roll

STORIES_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class River:
    """One page of a list. `number` counts from 1, the newest."""

    stories: list[Story]
    number: int
    last: int
    newer_url: str | None
    older_url: str | None


def cut(total: int, number: int, size: int = STORIES_A_PAGE) -> tuple[int, int, int]:
    """Where page `number` of `total` lines begins and ends, and how many pages there are."""
    pages = max(1, total // size)
    beyond = pages - number
    end = total - beyond * size
    return (0 if number == 1 else end - size), end, pages


def river(roll: Roll, *, number: int, address: Callable[[int], str], size: int = STORIES_A_PAGE) -> River:
    """Page `number` of a list that grows with the archive. Three queries. Http404 past the end."""
    months = roll.months()
    start, end, pages = cut(sum(month.lines for month in months), number, size)
    _refuse_beyond(pages, number)
    return _river(roll.stories(months, start, end), number, pages, address)


def river_of_days(lines: QuerySet[Any], *, number: int, address: Callable[[int], str]) -> River:
    """The same of stories in order that are all of some days, and few enough to be counted."""
    start, end, pages = cut(lines.count(), number)
    _refuse_beyond(pages, number)
    return _river(list(lines.values_list("pk", flat=True)[start:end]), number, pages, address)


def _refuse_beyond(pages: int, number: int) -> None:
    if not 1 <= number <= pages:
        raise Http404("There is no such page.")


def _river(ids: list[int], number: int, pages: int, address: Callable[[int], str]) -> River:
    found = cards(ids)
    return River(
        stories=[found[pk] for pk in ids if pk in found],
        number=number,
        last=pages,
        newer_url=address(number - 1) if number > 1 else None,
        older_url=address(number + 1) if number < pages else None,
    )


def addresses(name: str, **kwargs: str) -> Callable[[int], str]:
    """Where each page of the list at route `name` stands; further pages have the route `name_page`."""

    def address(number: int) -> str:
        if number == 1:
            return reverse(f"articles:{name}", kwargs=kwargs)
        return reverse(f"articles:{name}_page", kwargs={**kwargs, "number": number})

    return address
