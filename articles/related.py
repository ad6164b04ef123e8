"""What to read after a story: related articles, the latest posts and the most read, in two queries together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from articles import most_read
from articles.models import Story, Tag
from articles.walks import Line, Walk, filed, latest, picked, tagged, together
from newsroom import clock
from newsroom.caching.recording import mentioning

RELATED, LATEST = 4, 6
TAGS_ASKED, CANDIDATES_EACH = 6, 25
PICK, LATER, TAG, CATEGORY = "pick", "latest", "tag", "category"
WEIGHTS = {TAG: 3.0, CATEGORY: 1.0}
HALVED_AFTER_DAYS = 30.0


@dataclass(slots=True)
class ReadNext:
    related: list[Story]
    latest: list[Story]
    most_read: list[Story]


def read_next(story: Story, tags: list[Tag]) -> ReadNext:
    """An editor's picks in their order, then the best by shared tags, category and age; never the story itself."""
    with mentioning():
        return _read_next(story, tags)


def _read_next(story: Story, tags: list[Tag]) -> ReadNext:
    lines = [line for line in together(_walks(story, tags)) if line.story != story.pk]
    # A few more than are shown, since some may no longer be public.
    related_ids = rank(lines, clock.now())[: RELATED * 3]
    latest_ids = [line.story for line in lines if line.walk == LATER]
    cards = Story.objects.cards({*related_ids, *latest_ids, *most_read.ids(lines)})
    newest = sorted((cards[pk] for pk in latest_ids if pk in cards), key=_age, reverse=True)
    related = [cards[pk] for pk in related_ids if pk in cards][:RELATED]
    return ReadNext(related, newest[:LATEST], most_read.block(lines, cards))


def rank(lines: Sequence[Line], now: datetime) -> list[int]:
    """Story ids, best first: picks in their places, then by weight, which halves with each month of age."""
    picks = [line.story for line in sorted(lines, key=lambda line: line.place) if line.walk == PICK]
    scores: dict[int, float] = {}
    for line in lines:
        days = max((now - line.published_at).total_seconds() / 86_400, 0.0)
        score = WEIGHTS.get(line.walk, 0.0) * 0.5 ** (days / HALVED_AFTER_DAYS)
        scores[line.story] = scores.get(line.story, 0.0) + score
    scored = sorted((pk for pk in scores if scores[pk] and pk not in picks), key=lambda pk: (-scores[pk], -pk))
    return picks + scored


def _age(story: Story) -> tuple[datetime, int]:
    return story.published_at or clock.now(), story.pk


def _walks(story: Story, tags: list[Tag]) -> list[Walk]:
    return [
        picked(story.pk, walk=PICK),
        latest(LATEST + 4, walk=LATER),
        filed(story.category_id, CANDIDATES_EACH, walk=CATEGORY),
        *most_read.walks_beside(),
        *(tagged(tag.pk, CANDIDATES_EACH, walk=TAG) for tag in tags[:TAGS_ASKED]),
    ]
