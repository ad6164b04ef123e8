"""“Why is this here?”: each place of a front in words, and each placed story that has no place now."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.formats import date_format
from django.utils.timezone import localtime

from articles.front.candidates import REPORTING
from articles.front.composing import Filled, Place
from articles.front.content import Card, Content, Rule, Slot
from articles.front.layouts import Layout
from articles.models import Category, Kind, Source, State, Story, Tag
from newsroom import clock


@dataclass(slots=True)
class Line:
    """A place as the desk lists it. Without `card` the rule filled it; `trouble` says why a card does not show."""

    story: Story
    why: str
    card: Card | None = None
    trouble: str = ""
    sublinks: list[Story] = field(default_factory=list)


@dataclass(slots=True)
class Shelf:
    """A slot as the desk lists it."""

    slot: Slot
    name: str
    rule: str
    lines: list[Line]
    short: int = 0

    @property
    def is_readers(self) -> bool:
        return self.slot.layout == Layout.MOST_READ


class Explained:
    """A front's slots with what stands in them and why, from what was composed of it."""

    def __init__(self, content: Content, filled: list[Filled], names: dict[int, str], nouns: "Nouns") -> None:
        self.names, self.nouns = names, nouns
        self.filled = {one.slot.number: one for one in filled}
        placed = {pk for card in content.cards() for pk in (card.story, *card.sublinks)}
        self.stories = {story.pk: story for story in Story.objects.filter(pk__in=placed).only(*TOLD)} if placed else {}
        self.shelves = [self._shelf(slot) for slot in content.slots]

    def _shelf(self, slot: Slot) -> Shelf:
        filled = self.filled.get(slot.number)
        places = filled.places if filled else []
        shown = {place.card.number: place for place in places if place.card}
        rule = rule_in_words(slot.rule, self.nouns)
        lines = [self._line(card, shown.get(card.number)) for card in slot.cards if card.story in self.stories]
        if slot.layout == Layout.MOST_READ:
            lines += [Line(place.story, "Readers' choice") for place in places]
        else:
            lines += [Line(place.story, f"Number {place.rank} of {rule}") for place in places if place.card is None]
        short = slot.places - len(places) if slot.layout != Layout.MOST_READ else 0
        return Shelf(slot, self.names[slot.number], rule if slot.fills else "", lines, max(0, short))

    def _line(self, card: Card, place: Place | None) -> Line:
        story = place.story if place else self.stories[card.story]
        why = f"Placed by {card.by}" if card.by else "Placed by hand"
        if card.until:
            why += f" until {_in_words(card.until)}"
        return Line(story, why, card, "" if place else trouble(card, story), place.sublinks if place else [])


@dataclass(frozen=True, slots=True)
class Nouns:
    """The names of what rules point at, by id."""

    categories: Mapping[int, Category]
    tags: Mapping[int, Tag]
    sources: Mapping[int, Source]

    @classmethod
    def of(cls, content: Content, categories: Mapping[int, Category]) -> "Nouns":
        tags = {slot.rule.tag for slot in content.slots if slot.rule.tag}
        sources = {slot.rule.source for slot in content.slots if slot.rule.source}
        return cls(
            categories,
            Tag.objects.in_bulk(tags) if tags else {},
            Source.objects.in_bulk(sources) if sources else {},
        )


TOLD = ("headline", "state", "published_at", "expires_at", "published_on", "slug", "category")


def rule_in_words(rule: Rule, nouns: Nouns) -> str:
    if rule.kind == REPORTING:
        what = "the newest stories that are not opinion"
    elif rule.kind:
        what = f"the newest stories of the kind {Kind(rule.kind).label.lower()}"
    else:
        what = "the newest stories"
    parts = [what]
    if rule.category:
        parts.append(f"in {nouns.categories.get(rule.category, 'a section that is gone')}")
    if rule.tag:
        parts.append(f"with the tag {nouns.tags.get(rule.tag, 'that is gone')}")
    if rule.source:
        parts.append(f"from {nouns.sources.get(rule.source, 'a source that is gone')}")
    if rule.hours:
        parts.append(f"not older than {rule.hours} hours")
    return " ".join(parts)


def trouble(card: Card, story: Story) -> str:
    """Why a placed story does not show; empty when it does."""
    if card.until and card.until <= clock.now():
        return f"Its place ended {_in_words(card.until)}."
    if story.is_public():
        return ""
    if story.state == State.PUBLISHED and story.published_at and story.published_at > clock.now():
        return f"It appears here {_in_words(story.published_at)}."
    return "It has expired." if story.state == State.PUBLISHED else f"It is {State(story.state).label.lower()}."


def _in_words(moment: object) -> str:
    return date_format(localtime(moment), "j M Y, H:i")  # type: ignore[arg-type]  # a datetime
