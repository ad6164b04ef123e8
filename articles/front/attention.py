"""Fronts that somebody should look at: what was placed and does not show, and what waits to be launched."""

from collections.abc import Iterator
from typing import NamedTuple

from articles.front.content import Content
from articles.front.models import Front, Launch
from articles.models import Story
from newsroom import clock


class Attention(NamedTuple):
    front: Front
    why: str


def needing_attention() -> list[Attention]:
    """Three queries, whatever the number of fronts. Only those that were ever arranged can need any."""
    fronts = list(Front.objects.select_related("category", "changed_by").order_by("category__path"))
    if not fronts:
        return []
    standing = _standing()
    placed = {card.story for content in standing.values() for card in content.cards()}
    known = {
        story.pk: story for story in Story.objects.filter(pk__in=placed).only("state", "published_at", "expires_at")
    }
    found: list[Attention] = []
    for front in fronts:
        content = standing.get(front.category_id, Content())
        found += [Attention(front, why) for why in _reasons(front, content, known)]
    return found


def _standing() -> dict[int | None, Content]:
    found: dict[int | None, Content] = {}
    for launch in Launch.objects.standing_everywhere():
        found[launch.category_id] = launch.read
    return found


def _reasons(front: Front, content: Content, known: dict[int, Story]) -> Iterator[str]:
    now = clock.now()
    ended = sum(1 for card in content.cards() if card.until and card.until <= now)
    holding = [card for card in content.cards() if not (card.until and card.until <= now)]
    gone = sum(1 for card in holding if card.story not in known or not _may_come(known[card.story]))
    if gone:
        yield f"{_stories(gone)} placed there cannot be shown any more."
    if ended:
        yield f"{_stories(ended)} came to the end of the time given there."
    if front.draft is not None:
        who = f" by {front.changed_by.get_username()}" if front.changed_by else ""
        yield f"A draft{who} waits to be launched."


def _may_come(story: Story) -> bool:
    return story.is_public() or (story.published_at is not None and story.published_at > clock.now())


def _stories(count: int) -> str:
    return "A story" if count == 1 else f"{count} stories"
