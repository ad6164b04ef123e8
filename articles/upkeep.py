"""What a process does each minute about what is read."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from articles.actions.ranking import rank
from articles.actions.readings import forget, write_down
from articles.models import Span
from articles.models.keys import MOST_READ_BESIDE
from newsroom import clock
from newsroom.caching import counting
from newsroom.caching.purging import purge
from newsroom.caching.upkeep import each_minute

STORY, REDIRECT = "story", "redirect"
# How long a list stands. Fronts that show one are made anew when it changes, so no shorter for what pages show.
STANDS = {Span.HOUR: timedelta(minutes=1), Span.DAY: timedelta(minutes=5), Span.WEEK: timedelta(hours=1)}

_ranked_at: dict[Span, datetime] = {}


def roll_up_counts() -> None:
    """Write down what this process has counted. When the database refuses, it is counted again: nothing is lost."""
    taken = counting.drain()
    if not taken:
        return
    try:
        write_down(views=_of(STORY, taken), hits=_of(REDIRECT, taken), at=clock.now())
    except BaseException:
        counting.put_back(taken.items())
        raise


def _of(noun: str, taken: Mapping[str, int]) -> dict[int, int]:
    split = ((subject.partition(":"), times) for subject, times in taken.items())
    return {int(pk): times for (of, _, pk), times in split if of == noun}


def rank_again() -> None:
    """Rank anew what has stood long enough, and forget hours that no list looks back to."""
    now = clock.now()
    for span, stands in STANDS.items():
        before = _ranked_at.get(span)
        if before and now - before < stands:
            continue
        rank(span=span, now=now)
        _ranked_at[span] = now
        if before and span is Span.WEEK:
            purge([MOST_READ_BESIDE], because="an hour of readers")
    forget(before=now)


each_minute(roll_up_counts)
each_minute(rank_again, leader=True)
