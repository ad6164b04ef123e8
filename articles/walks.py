"""Short walks along several lists at once, as one query.

A page that needs the first lines of a dozen lists would else ask a dozen queries, or have the ORM compile a union whose
compiling costs more than its running. So these are written in the SQL that SQLite and PostgreSQL share; every value is
a bound parameter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from articles.models import Span
from articles.models.listed import list_key
from newsroom import clock
from newsroom.caching.recording import shows

LIST = """
SELECT * FROM (
    SELECT {story}, published_at, %s AS walk, 0 AS place FROM {table}
    WHERE {of} = %s AND published_at <= %s
    ORDER BY published_at DESC, {story} DESC LIMIT %s
) AS lines"""
PUBLIC_LIST = """
SELECT * FROM (
    SELECT line.{story}, line.published_at, %s AS walk, 0 AS place
    FROM {table} AS line JOIN articles_story AS told ON told.id = line.{story}
    WHERE line.{of} = %s AND line.published_at <= %s AND (told.expires_at IS NULL OR told.expires_at > %s)
    ORDER BY line.published_at DESC, line.{story} DESC LIMIT %s
) AS lines"""
PICKS = """
SELECT pick.related_id, told.published_at, %s AS walk, pick.position AS place
FROM articles_relatedpick AS pick JOIN articles_story AS told ON told.id = pick.related_id
WHERE pick.story_id = %s AND told.published_at IS NOT NULL"""

MOST_READ = """
SELECT * FROM (
    SELECT most.story_id, told.published_at, %s AS walk, most.position AS place
    FROM articles_mostread AS most JOIN articles_story AS told ON told.id = most.story_id
    WHERE most.span = %s AND most.category_id {category} AND told.published_at IS NOT NULL
    ORDER BY most.position LIMIT %s
) AS lines"""


@dataclass(frozen=True, slots=True)
class Line:
    """A story that a walk came by: which walk, and its place, where an editor or readers gave it one."""

    story: int
    published_at: datetime
    walk: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Walk:
    """One part of the query, with its parameters."""

    sql: str
    params: tuple[Any, ...]


def tagged(tag: int, count: int, *, walk: str) -> Walk:
    shows(list_key("tag", tag))
    sql = LIST.format(table="articles_storytag", story="content_object_id", of="tag_id")
    return Walk(sql, (walk, tag, _now(), count))


def filed(category: int, count: int, *, walk: str) -> Walk:
    shows(list_key("category", category))
    return Walk(
        LIST.format(table="articles_filing", story="story_id", of="category_id"), (walk, category, _now(), count)
    )


def filed_and_public(category: int, count: int, *, walk: str) -> Walk:
    """The same, but those that have expired are passed over on the way, so that `count` are really to be had."""
    shows(list_key("category", category))
    sql = PUBLIC_LIST.format(table="articles_filing", story="story_id", of="category_id")
    return Walk(sql, (walk, category, _now(), _now(), count))


def picked(story: int, *, walk: str) -> Walk:
    shows(f"story:{story}")
    return Walk(PICKS, (walk, story))


def most_read(span: Span, category: int | None, count: int, *, walk: str) -> Walk:
    if category is None:
        return Walk(MOST_READ.format(category="IS NULL"), (walk, span, count))
    return Walk(MOST_READ.format(category="= %s"), (walk, span, category, count))


def together(walks: Sequence[Walk]) -> list[Line]:
    """Every line of every walk, in no order."""
    if not walks:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(walk.sql for walk in walks), [one for walk in walks for one in walk.params])
        return [Line(story, _moment(time), walk, place) for story, time, walk, place in cursor.fetchall()]


def _now() -> Any:
    return connection.ops.adapt_datetimefield_value(clock.now())


def _moment(value: datetime | str) -> datetime:
    # SQLite keeps times in UTC without saying so, and a plain cursor gives them back as they are kept.
    time = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return time if time.tzinfo else time.replace(tzinfo=UTC)
