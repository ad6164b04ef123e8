"""Counting the lines of every list by month, in the database itself.

A list's pages are cut by its number of lines, and far ones begin thousands of lines down: counted or skipped one by
one, they would take longer with every year of the archive. So triggers keep a number for each list and month, in the
transaction of whoever writes a line; a page adds up the months and walks within one of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from django.db import connection

from articles import tally_sql
from articles.models.keys import LATEST
from articles.models.listed import list_key
from newsroom import clock
from newsroom.caching.recording import shows

# What stands in the place of a subject where the list is of all stories.
ALL: Final = 0


class Month(NamedTuple):
    """A month of a list: its first moment, and how many lines it has."""

    begins: datetime
    lines: int


@dataclass(frozen=True, slots=True)
class Roll:
    """A list: of a category, tag, author or source (`of`, and its id), or of all (“latest”)."""

    of: str
    subject: int = ALL

    def months(self) -> list[Month]:
        """Those months in which it has lines whose time has come, newest first. One query."""
        shows(list_key(self.of, self.subject) if self.subject else LATEST)
        now = clock.now().astimezone(UTC)
        this = f"{now:%Y-%m}"
        with connection.cursor() as cursor:
            cursor.execute(tally_sql.MONTHS[self.of], (self.of, self.subject, this, self.subject, *_rest_of_month(now)))
            found = dict(cursor.fetchall())
        found[this] = found.get(this, 0) - found.pop("", 0)
        return [Month(_begins(month), found[month]) for month in sorted(found, reverse=True) if found[month]]

    def stories(self, months: Sequence[Month], start: int, end: int) -> list[int]:
        """The ids from place `start` to `end` of the list, newest first; `months` as they were told. One query."""
        skipped, before = 0, clock.now() + timedelta(microseconds=1)
        for month in months:
            if skipped + month.lines > start:
                break
            skipped, before = skipped + month.lines, month.begins
        # One bound alone: given this moment as well, SQLite would begin there.
        bounds = (self.subject, connection.ops.adapt_datetimefield_value(before), end - start, start - skipped)
        with connection.cursor() as cursor:
            cursor.execute(tally_sql.STORIES[self.of], bounds)
            return [row[0] for row in cursor.fetchall()]


def _rest_of_month(now: datetime) -> tuple[Any, Any]:
    following = datetime(now.year + now.month // 12, now.month % 12 + 1, 1, tzinfo=UTC)
    return connection.ops.adapt_datetimefield_value(now), connection.ops.adapt_datetimefield_value(following)


def _begins(month: str) -> datetime:
    return datetime(int(month[:4]), int(month[5:]), 1, tzinfo=UTC)
