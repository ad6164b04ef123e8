"""What a front says, as one value: its slots in order, in each the cards that editors placed and the rule for the rest.

A value never changes; arranging makes another one. Kept as JSON, it reads whatever an earlier release has written.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Self

from articles.front.layouts import LOOKS, Layout, Size


@dataclass(frozen=True, slots=True)
class Rule:
    """Which stories fill a slot, the newest first: all that every given part holds for. `hours` is the greatest age."""

    category: int | None = None
    tag: int | None = None
    source: int | None = None
    kind: str = ""
    hours: int | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A story that an editor placed. What is empty is as the story has it; `until` ends the place, not the story."""

    number: int
    story: int
    headline: str = ""
    kicker: str = ""
    picture: int | None = None
    size: str = Size.USUAL
    sublinks: tuple[int, ...] = ()
    until: datetime | None = None
    by: str = ""

    @classmethod
    def read(cls, kept: dict[str, Any]) -> Self:
        until = kept.get("until")
        more = {"sublinks": tuple(kept.get("sublinks", ())), "until": datetime.fromisoformat(until) if until else None}
        return cls(**_known(cls, kept) | more)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of the page. `fills` says whether the rule fills what the cards leave of `count`."""

    number: int
    layout: Layout
    title: str = ""
    count: int = 0
    fills: bool = True
    rule: Rule = field(default_factory=Rule)
    cards: tuple[Card, ...] = ()

    @classmethod
    def read(cls, kept: dict[str, Any]) -> Self:
        more = {
            "layout": Layout(kept["layout"]),
            "rule": Rule(**_known(Rule, kept.get("rule", {}))),
            "cards": tuple(Card.read(card) for card in kept.get("cards", ())),
        }
        return cls(**_known(cls, kept) | more)

    @property
    def places(self) -> int:
        return self.count or LOOKS[self.layout].places


@dataclass(frozen=True, slots=True)
class Content:
    """`last` is the highest number that a slot or card of it ever had, so that none is given twice."""

    slots: tuple[Slot, ...] = ()
    last: int = 0

    @classmethod
    def read(cls, kept: dict[str, Any]) -> Self:
        slots = tuple(Slot.read(slot) for slot in kept.get("slots", ()) if slot.get("layout") in Layout.values)
        return cls(slots, kept.get("last", 0))

    def written(self) -> dict[str, Any]:
        """As JSON takes it."""
        kept = asdict(self)
        for slot in kept["slots"]:
            for card in slot["cards"]:
                card["until"] = card["until"] and card["until"].isoformat()
        return kept

    def cards(self) -> Iterator[Card]:
        for slot in self.slots:
            yield from slot.cards

    def slot(self, number: int) -> Slot | None:
        return next((slot for slot in self.slots if slot.number == number), None)

    def card(self, number: int) -> Card | None:
        return next((card for card in self.cards() if card.number == number), None)

    def slot_of(self, number: int) -> Slot | None:
        """The slot in which the card of that number stands."""
        return next((slot for slot in self.slots if any(card.number == number for card in slot.cards)), None)


def _known(noun: type, kept: dict[str, Any]) -> dict[str, Any]:
    """What the noun has a place for: a later release may have kept more."""
    return {name: value for name, value in kept.items() if name in noun.__dataclass_fields__}  # type: ignore[attr-defined]
