"""Which stories a slot's rule has to offer: the newest, as short walks that are put together into one query."""

from datetime import timedelta
from typing import Any, Final

from django.db import connection

from articles.front.content import Rule
from articles.models import Kind
from articles.models.keys import LATEST
from articles.models.listed import list_key
from articles.models.states import State
from articles.walks import Walk
from newsroom import clock
from newsroom.caching.recording import shows

# All kinds but opinion.
REPORTING: Final = "reporting"
# A rule with further conditions looks no further back than this many stories of its list.
LOOKED_AT: Final = 300

# Where the newest stories of a category, tag or source stand: the table, and its columns of subject and story.
LISTS: Final = {
    "tag": ("articles_storytag", "tag_id", "content_object_id"),
    "source": ("articles_storysource", "source_id", "story_id"),
    "category": ("articles_filing", "category_id", "story_id"),
}
ALL: Final = """
SELECT id AS story, published_at AS published_at FROM articles_story
WHERE state = %s AND published_at <= %s ORDER BY published_at DESC, id DESC LIMIT %s"""
LIST: Final = """
SELECT {story} AS story, published_at AS published_at FROM {table}
WHERE {of} = %s AND published_at <= %s ORDER BY published_at DESC, {story} DESC LIMIT %s"""
ALSO: Final = "EXISTS (SELECT 1 FROM {table} WHERE {story} = told.id AND {of} = %s)"
FILTERED: Final = """
SELECT * FROM (
    SELECT line.story, line.published_at, %s AS walk, 0 AS place
    FROM ({lines}) AS line JOIN articles_story AS told ON told.id = line.story
    WHERE (told.expires_at IS NULL OR told.expires_at > %s){conditions}
    ORDER BY line.published_at DESC, line.story DESC LIMIT %s
) AS lines"""


def newest(rule: Rule, count: int, *, walk: str, pictured: bool = False, within: int = LOOKED_AT) -> Walk:
    """The newest public stories for which the rule holds, at most `count`; with a picture, if they must have one.

    Where there are conditions, they are looked for `within` so many of the newest of the list.
    """
    base = base_of(rule)
    conditions, values = _conditions(rule, base, pictured=pictured)
    # Some may have expired.
    looked_at = max(count, within) if conditions else count + LOOKED_AT // 10
    lines, of = _lines(rule, base)
    sql = FILTERED.format(lines=lines, conditions="".join(f" AND {one}" for one in conditions))
    return Walk(sql, (walk, *of, _moment(), looked_at, _moment(), *values, count))


def base_of(rule: Rule) -> str | None:
    """Of which kind the list is that the rule walks along: the most particular one that it names."""
    return next((noun for noun in LISTS if getattr(rule, noun)), None)


def _lines(rule: Rule, base: str | None) -> tuple[str, tuple[Any, ...]]:
    if base is None:
        shows(LATEST)
        return ALL, (State.PUBLISHED,)
    table, of, story = LISTS[base]
    shows(list_key(base, getattr(rule, base)))
    return LIST.format(table=table, of=of, story=story), (getattr(rule, base),)


def _conditions(rule: Rule, base: str | None, *, pictured: bool) -> tuple[list[str], list[Any]]:
    found: list[tuple[str, Any]] = []
    for noun, (table, of, story) in LISTS.items():
        subject = getattr(rule, noun)
        if subject and noun != base:
            shows(list_key(noun, subject))
            found.append((ALSO.format(table=table, story=story, of=of), subject))
    if rule.kind:
        found.append(("told.kind <> %s", Kind.OPINION) if rule.kind == REPORTING else ("told.kind = %s", rule.kind))
    if rule.hours:
        found.append(("line.published_at > %s", _moment(rule.hours)))
    conditions = [condition for condition, _ in found]
    if pictured:
        conditions.append("told.lead_image_id IS NOT NULL")
    if conditions:
        # Of what kind a story is, and whether it has a picture, its line in a list does not tell.
        shows(LATEST)
    return conditions, [value for _, value in found]


def _moment(hours_ago: int = 0) -> Any:
    return connection.ops.adapt_datetimefield_value(clock.now() - timedelta(hours=hours_ago))
