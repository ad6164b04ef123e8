"""Months and days of the archive, and which of them have stories: one query for as many as a page shows."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import batched
from typing import Any

from django.db import connection
from django.db.models import Max, Min

from articles.models import State, Story
from articles.models.keys import ARCHIVE, span_key
from newsroom import clock
from newsroom.caching.recording import shows

# SQLite takes a compound of at most 500 parts.
PERIODS_AT_ONCE = 400
ANY = """
SELECT {number} AS place WHERE EXISTS (
    SELECT 1 FROM articles_story WHERE state = %s AND published_on >= %s AND published_on <= %s AND published_at <= %s
    AND (expires_at IS NULL OR expires_at > %s)
)"""


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of the month of `day`."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def months_with_stories() -> list[tuple[date, date]]:
    """Every month of the archive that has stories, newest first."""
    shows(ARCHIVE)
    # Two walks of one step: asked for both ends at once, SQLite would read the whole index.
    days = Story.objects.filter(state=State.PUBLISHED)
    first = days.aggregate(day=Min("published_on"))["day"]
    last = days.aggregate(day=Max("published_on"))["day"]
    return which_have_stories(list(_months(first, last))) if first else []


def _months(first: date, last: date) -> Iterator[tuple[date, date]]:
    month = month_of(last)
    while month[1] >= first:
        yield month
        month = month_of(month[0] - timedelta(days=1))


def which_have_stories(periods: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    """Those of the periods (first and last day, by address) in which a story is public, in the order given."""
    if periods:
        shows(span_key(min(first for first, _ in periods), max(last for _, last in periods)))
    found: list[tuple[date, date]] = []
    now = connection.ops.adapt_datetimefield_value(clock.now())
    for some in batched(periods, PERIODS_AT_ONCE):
        bounds = [(State.PUBLISHED, _day(first), _day(last), now, now) for first, last in some]
        with connection.cursor() as cursor:
            cursor.execute(
                " UNION ALL ".join(ANY.format(number=number) for number in range(len(some))),
                [value for row in bounds for value in row],
            )
            found += [some[place] for place in sorted(row[0] for row in cursor.fetchall())]
    return found


def _day(day: date) -> Any:
    return connection.ops.adapt_datefield_value(day)
