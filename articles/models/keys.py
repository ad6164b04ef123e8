"""The keys of what pages show beside rows: lists of all stories, and what readers say of one."""

from collections.abc import Iterator
from datetime import date

# The newest stories, in whatever order.
LATEST = "latest"
# What was corrected lately.
CORRECTIONS = "corrections"
# Which months there are.
ARCHIVE = "archive"
# What is read most on the whole site, where it stands beside a story.
MOST_READ_BESIDE = "most-read:beside"


def comments_key(story: int) -> str:
    return f"comments:{story}"


def most_read_key(category: int | None) -> str:
    """What is read most of a category, or of the whole site, on the page of that."""
    return f"most-read:{category}" if category else "most-read"


def archive_keys(day: date) -> Iterator[str]:
    """The lists in which a story of that day stands, by address."""
    yield from (ARCHIVE, year_key(day), month_key(day), day_key(day))


def year_key(day: date) -> str:
    return f"year:{day.year}"


def month_key(day: date) -> str:
    return f"month:{day:%Y-%m}"


def day_key(day: date) -> str:
    return f"day:{day.isoformat()}"


def span_key(first: date, last: date) -> str:
    """The one list that holds all of the days."""
    if first == last:
        return day_key(first)
    if (first.year, first.month) == (last.year, last.month):
        return month_key(first)
    return year_key(first) if first.year == last.year else ARCHIVE
