"""The front page as composed by rule, until editors curate it.

The newest story with a picture leads; the next ones second it, in the column beside; a row of pictures follows, and
two stories stand in words beneath the lead; then each section of the navigation has a block, led by news with a
picture where it has any. “Latest” has the newest news that neither the top nor a section's first place has taken. No
story stands twice, but in “Most read”, which readers compose.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from django.db import models

from articles import most_read
from articles.fetching import cards, with_bylines
from articles.models import Category, Kind, Story
from articles.models.states import public_at
from articles.walks import Line, Walk, filed_and_public, together
from newsroom import clock
from newsroom.prepared import prepared

SECONDS, BENEATH, ROW, BLOCK, LATEST = 3, 2, 4, 5, 10
POOL = 40
# Enough for a full block when the top of the page and two other sections took a section's newest before it.
CANDIDATES_A_SECTION = 1 + SECONDS + BENEATH + ROW + LATEST + 3 * BLOCK


@dataclass(slots=True)
class Block:
    category: Category
    stories: list[Story]


@dataclass(slots=True)
class Front:
    lead: Story | None = None
    seconds: list[Story] = field(default_factory=list)
    beneath: list[Story] = field(default_factory=list)
    row: list[Story] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    opinion: Block | None = None
    latest: list[Story] = field(default_factory=list)
    most_read: list[Story] = field(default_factory=list)

    def as_context(self) -> dict[str, Any]:
        return {one.name: getattr(self, one.name) for one in fields(self)}


@dataclass(slots=True)
class _Sketch:
    """The page in story ids, in the order in which places are filled."""

    lead: list[int]
    seconds: list[int]
    beneath: list[int]
    row: list[int]
    sections: dict[int, list[int]]
    latest: list[int]


@prepared(now=models.DateTimeField())
def _newest(*, now: Any) -> models.QuerySet[Any, tuple[int, str, int | None]]:
    newest = Story.objects.filter(public_at(now)).newest_first()
    found: models.QuerySet[Any, tuple[int, str, int | None]] = newest.values_list("pk", "kind", "lead_image_id")[:POOL]
    return found


def compose(sections: list[Category]) -> Front:
    """Three queries: the newest; the candidates of every section with the most read; the cards that won a place.

    And a fourth for who wrote the opinions, where there are any.
    """
    newest = _newest(now=clock.now())
    lines = together([*_walks(sections), *most_read.walks()])
    sketch = _sketch(newest, _candidates(sections, lines))
    top = (*sketch.lead, *sketch.seconds, *sketch.beneath, *sketch.row)
    wanted = {*top, *sketch.latest, *most_read.ids(lines), *(pk for ids in sketch.sections.values() for pk in ids)}
    found = cards(wanted)
    front = Front()
    front.lead = next(iter(_found(sketch.lead, found)), None)
    front.seconds, front.beneath = _found(sketch.seconds, found), _found(sketch.beneath, found)
    front.row = _found(sketch.row, found)
    front.latest = _found(sketch.latest, found)
    front.most_read = most_read.block(lines, found)
    for section in sections:
        stories = _pictured_first(_found(sketch.sections.get(section.pk, []), found))
        if stories:
            front.blocks.append(Block(section, stories))
    _set_opinion_apart(front)
    return front


def _walks(sections: list[Category]) -> list[Walk]:
    return [filed_and_public(section.pk, CANDIDATES_A_SECTION, walk=str(section.pk)) for section in sections]


def _candidates(sections: list[Category], lines: Sequence[Line]) -> dict[int, list[int]]:
    """The newest story ids of each section."""
    found: dict[str, list[int]] = {str(section.pk): [] for section in sections}
    for line in sorted(lines, key=lambda line: (line.published_at, line.story), reverse=True):
        if line.walk in found:
            found[line.walk].append(line.story)
    return {section.pk: found[str(section.pk)] for section in sections}


def _sketch(newest: Sequence[tuple[int, str, int | None]], candidates: dict[int, list[int]]) -> _Sketch:
    news = [(pk, picture) for pk, kind, picture in newest if kind != Kind.OPINION]
    lead = [pk for pk, picture in news if picture][:1] or [pk for pk, _ in news][:1]
    used = set(lead)
    seconds = list(_take(SECONDS, (pk for pk, _ in news), used))
    row = list(_take(ROW, (pk for pk, picture in news if picture), used))
    beneath = list(_take(BENEATH, (pk for pk, _ in news), used))
    firsts = {category: list(_take(1, ids, used)) for category, ids in candidates.items()}
    latest = list(_take(LATEST, (pk for pk, _ in news), used))
    sections = {category: firsts[category] + list(_take(BLOCK - 1, ids, used)) for category, ids in candidates.items()}
    return _Sketch(lead, seconds, beneath, row, sections, latest)


def _take(count: int, ids: Iterable[int], used: set[int]) -> Iterator[int]:
    for pk in ids:
        if count and pk not in used:
            used.add(pk)
            count -= 1
            yield pk


def _found(ids: list[int], cards: dict[int, Story]) -> list[Story]:
    return [cards[pk] for pk in ids if pk in cards]


def _pictured_first(stories: list[Story]) -> list[Story]:
    """The newest story with a picture, news before a comment on it, then the others as they were."""
    pictured = [story for story in stories if story.lead_image_id]
    first = next((story for story in pictured if story.kind != Kind.OPINION), pictured[0] if pictured else None)
    return [first, *(story for story in stories if story is not first)] if first else stories


def _set_opinion_apart(front: Front) -> None:
    """The fullest block of nothing but opinions: a section that happens to hold one column is still a section."""
    opinions = [block for block in front.blocks if all(story.kind == Kind.OPINION for story in block.stories)]
    if opinions:
        front.opinion = max(opinions, key=lambda block: len(block.stories))
        with_bylines(front.opinion.stories)
        front.blocks.remove(front.opinion)
