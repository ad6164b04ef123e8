"""What readers see of a live story: a page of entries, those that stand out, and the facts for machines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils import timezone
from django.utils.safestring import SafeString

from articles.bodies import rendering
from articles.bodies.references import image_ids
from articles.live.models import Coverage, Entry
from articles.media.models import Image
from articles.models import Story
from newsroom.text.html import excerpt

ENTRIES_A_PAGE: Final = 20
OUTSTANDING: Final = 30
TOLD_TO_MACHINES: Final = 200


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as it is shown: its body with pictures in it, and the address that stays its own."""

    entry: Entry
    body: SafeString
    address: str


@dataclass(frozen=True, slots=True)
class Live:
    """A page of a live story. `newest` is the number of the newest entry, `older` that of the first one further on."""

    story: Story
    coverage: Coverage
    entries: list[Told]
    pinned: list[Told]
    keys: list[Told]
    newest: int
    older: int | None

    @property
    def runs(self) -> bool:
        return self.coverage.ended_at is None

    @property
    def address(self) -> str:
        return address_of(self.story)

    def facts(self, root: str) -> dict[str, Any]:
        """The parts of schema.org's LiveBlogPosting that a story has not by itself. `root` is scheme and host."""
        told = {
            "coverageStartTime": _moment(self.coverage.started_at),
            "coverageEndTime": self.coverage.ended_at and _moment(self.coverage.ended_at),
            "liveBlogUpdate": [_update(one, root) for one in self.entries],
        }
        return {name: value for name, value in told.items() if value}


def live_of(story: Story, *, at: int | None = None) -> Live | None:
    """The newest entries, or those from the one with the number `at` on; None of a story that is not told live.

    Four queries: the coverage, the entries, those that stand out, the pictures in their texts.
    """
    coverage = Coverage.objects.of(story.pk)
    if coverage is None:
        return None
    entries = Entry.objects.of(story.pk)
    from_there = entries.filter(pk__lte=at) if at is not None else entries
    found = list(from_there[: ENTRIES_A_PAGE + 1])
    outstanding = list(entries.outstanding()[:OUTSTANDING])
    told = {one.entry.pk: one for one in _told(story, {entry.pk: entry for entry in (*outstanding, *found)}.values())}
    page = found[:ENTRIES_A_PAGE]
    return Live(
        story=story,
        coverage=coverage,
        entries=[told[entry.pk] for entry in page],
        pinned=[told[entry.pk] for entry in outstanding if entry.is_pinned] if at is None else [],
        keys=[told[entry.pk] for entry in outstanding if entry.is_key],
        newest=page[0].pk if page else 0,
        older=found[-1].pk if len(found) > ENTRIES_A_PAGE else None,
    )


def newer_than(story: Story, number: int) -> list[Told]:
    """Those told after the entry with that number, newest first; of very many only the newest. Two queries."""
    return _told(story, Entry.objects.of(story.pk).filter(pk__gt=number)[:ENTRIES_A_PAGE])


def address_of(story: Story) -> str:
    return f"{story.get_absolute_url()}live/"


def _told(story: Story, entries: Any) -> list[Told]:
    found: Sequence[Entry] = list(entries)
    wanted = {number for entry in found for number in image_ids(entry.body)}
    images = Image.objects.in_bulk(wanted) if wanted else {}
    below = address_of(story)
    return [Told(entry, rendering.render(entry.body, images), f"{below}{entry.pk}/") for entry in found]


def _update(one: Told, root: str) -> dict[str, Any]:
    entry = one.entry
    text = excerpt(entry.body, TOLD_TO_MACHINES)
    told = {
        "@type": "BlogPosting",
        "headline": entry.headline or text,
        "articleBody": text,
        "url": root + one.address,
        "datePublished": _moment(entry.posted_at),
        "dateModified": _moment(entry.told_at),
    }
    return {name: value for name, value in told.items() if value}


def _moment(time: Any) -> str:
    return timezone.localtime(time).isoformat(timespec="seconds")
