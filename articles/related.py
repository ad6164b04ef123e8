"""What to read after a story: related articles, in two queries."""

from collections.abc import Sequence
from datetime import datetime

from articles.fetching import first_cards
from articles.models import Story, Tag
from articles.walks import Line, Walk, filed, picked, tagged, together
from newsroom import clock
from newsroom.caching.recording import mentioning

RELATED = 4
TAGS_ASKED, CANDIDATES_EACH = 6, 25
PICK, TAG, CATEGORY = "pick", "tag", "category"
WEIGHTS = {TAG: 3.0, CATEGORY: 1.0}
HALVED_AFTER_DAYS = 30.0


def related_to(story: Story, tags: list[Tag]) -> list[Story]:
    """An editor's picks in their order, then the best by shared tags, category and age; never the story itself."""
    with mentioning():
        lines = [line for line in together(_walks(story, tags)) if line.story != story.pk]
        return first_cards(rank(lines, clock.now()), RELATED)


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


def _walks(story: Story, tags: list[Tag]) -> list[Walk]:
    return [
        picked(story.pk, walk=PICK),
        filed(story.category_id, CANDIDATES_EACH, walk=CATEGORY),
        *(tagged(tag.pk, CANDIDATES_EACH, walk=TAG) for tag in tags[:TAGS_ASKED]),
    ]
