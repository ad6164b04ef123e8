"""What to read after a story: related articles and the latest posts, in two queries together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, F, IntegerField, QuerySet, Value

from articles.models import Filing, RelatedPick, Story, StoryTag, Tag
from newsroom import clock

RELATED, LATEST = 4, 6
TAGS_ASKED, CANDIDATES_EACH = 6, 25
PICK, LATER, TAG, CATEGORY = "pick", "latest", "tag", "category"
WEIGHTS = {TAG: 3.0, CATEGORY: 1.0}
HALVED_AFTER_DAYS = 30.0
NOWHERE = Value(0, output_field=IntegerField())


@dataclass(slots=True)
class ReadNext:
    related: list[Story]
    latest: list[Story]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story that may be shown, and why; `place` is where an editor put it, if one did."""

    story: int
    published_at: datetime
    why: str
    place: int = 0


def read_next(story: Story, tags: list[Tag]) -> ReadNext:
    """An editor's picks in their order, then the best by shared tags, category and age; never the story itself."""
    candidates = [found for found in _candidates(story, tags) if found.story != story.pk]
    # A few more than are shown, since some may no longer be public.
    related_ids = rank(candidates, clock.now())[: RELATED * 3]
    latest_ids = [found.story for found in candidates if found.why == LATER]
    cards = Story.objects.for_cards().in_bulk({*related_ids, *latest_ids})
    latest = sorted((cards[pk] for pk in latest_ids if pk in cards), key=_age, reverse=True)
    return ReadNext(related=[cards[pk] for pk in related_ids if pk in cards][:RELATED], latest=latest[:LATEST])


def rank(candidates: Sequence[Candidate], now: datetime) -> list[int]:
    """Story ids, best first: picks in their places, then by weight, which halves with each month of age."""
    picked = sorted((found for found in candidates if found.why == PICK), key=lambda found: found.place)
    picks = [found.story for found in picked]
    scores: dict[int, float] = {}
    for found in candidates:
        days = max((now - found.published_at).total_seconds() / 86_400, 0.0)
        score = WEIGHTS.get(found.why, 0.0) * 0.5 ** (days / HALVED_AFTER_DAYS)
        scores[found.story] = scores.get(found.story, 0.0) + score
    scored = sorted((pk for pk in scores if scores[pk] and pk not in picks), key=lambda pk: (-scores[pk], -pk))
    return picks + scored


def _age(story: Story) -> tuple[datetime, int]:
    return story.published_at or clock.now(), story.pk


def _candidates(story: Story, tags: list[Tag]) -> list[Candidate]:
    """One query: a union of short index walks."""
    picks = RelatedPick.objects.filter(story=story, related__published_at__isnull=False)
    filed = _first(Filing.objects.in_list().filter(category=story.category_id))
    walks = [
        _rows(PICK, picks, "related_id", "related__published_at", place=F("position")),
        _rows(LATER, _first(Story.objects.lines(), LATEST + 4), "pk"),
        _rows(CATEGORY, filed, "story_id"),
    ]
    walks += [
        _rows(TAG, _first(StoryTag.objects.in_list().filter(tag=tag)), "content_object_id") for tag in tags[:TAGS_ASKED]
    ]
    return [Candidate(*row) for row in walks[0].union(*walks[1:], all=True).order_by()]


def _first(lines: QuerySet[Any], count: int = CANDIDATES_EACH) -> QuerySet[Any]:
    # A slice inside a union is not to be had on SQLite; a slice inside IN is, on both databases.
    walk: QuerySet[Any] = lines.model.objects.filter(pk__in=lines.values("pk")[:count])
    return walk


def _rows(
    why: str, lines: QuerySet[Any], story: str, time: str = "published_at", *, place: Value | F = NOWHERE
) -> QuerySet[Any, tuple[Any, ...]]:
    named = lines.order_by().annotate(why=Value(why, output_field=CharField()), place=place)
    rows: QuerySet[Any, tuple[Any, ...]] = named.values_list(story, time, "why", "place")
    return rows
