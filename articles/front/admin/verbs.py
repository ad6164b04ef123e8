"""The buttons of the arranging page: what each changes, what the log says of it, and where the page then stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import QueryDict

from articles.admin.typed import whole_number
from articles.front import arranging
from articles.front.actions import Change
from articles.front.content import Content
from articles.front.layouts import Layout
from articles.models import Story

type Prepared = tuple[Change, str, str]
NO_BUTTON = "Nothing was done: use the buttons of this page."


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button with its numbers, what was sent beside it, and the front on which it stood. `names` are of its slots."""

    numbers: list[int]
    posted: QueryDict
    content: Content
    names: Mapping[int, str]
    by: User

    @property
    def number(self) -> int:
        """What the button is about. Raises ValidationError where it names nothing."""
        if not self.numbers:
            raise ValidationError(NO_BUTTON)
        return self.numbers[0]

    def typed(self, name: str) -> int | None:
        return whole_number(self.posted.get(name), None)

    def slot(self, number: int) -> str:
        return f"slot {self.names.get(number, number)}"

    def card(self) -> str:
        """The story of the card that the button is about, for the log."""
        card = self.content.card(self.number)
        story = Story.objects.filter(pk=card.story).only("headline").first() if card else None
        return f"“{story.headline}”" if story else f"Card {self.number}"


def pin(pressed: Pressed) -> Prepared:
    """`pin:story`, or `pin:story:slot`; else the slot is the one that was chosen beside."""
    story = Story.objects.filter(pk=pressed.number).only("headline").first()
    if story is None:
        raise ValidationError("That story is not there any more.")
    chosen = len(pressed.numbers) == 1
    slot = _slot(pressed) if chosen else pressed.numbers[1]
    at = pressed.typed("at") if chosen else None
    change = partial(arranging.pin, story=story.pk, slot=slot, at=at, by=pressed.by.get_username())
    return change, f"“{story.headline}” placed in {pressed.slot(slot)}", f"slot-{slot}"


def unpin(pressed: Pressed) -> Prepared:
    return partial(arranging.unpin, card=pressed.number), f"{pressed.card()} taken off", "slots"


def put(pressed: Pressed) -> Prepared:
    """`put:card`, into the slot and before the place that were given beside."""
    card, slot = pressed.number, _slot(pressed)
    change = partial(arranging.put, card=card, slot=slot, at=pressed.typed("at"))
    return change, f"{pressed.card()} moved to {pressed.slot(slot)}", f"card-{card}"


def shift(pressed: Pressed, *, by: int) -> Prepared:
    card = pressed.number
    return partial(arranging.shift, card=card, by=by), f"{pressed.card()} moved one place", f"card-{card}"


def shift_slot(pressed: Pressed, *, by: int) -> Prepared:
    slot = pressed.number
    return partial(arranging.shift_slot, number=slot, by=by), f"{pressed.slot(slot)} moved one place", f"slot-{slot}"


def add_slot(pressed: Pressed) -> Prepared:
    layout = pressed.posted.get("layout", "")
    if layout not in Layout.values:
        raise ValidationError("Choose how the new slot is to look.")
    return partial(arranging.add_slot, layout=Layout(layout)), f"slot added: {Layout(layout).label}", "add-slot"


def remove_slot(pressed: Pressed) -> Prepared:
    slot = pressed.number
    return partial(arranging.remove_slot, number=slot), f"{pressed.slot(slot)} removed", "slots"


def _slot(pressed: Pressed) -> int:
    slot = pressed.typed("slot")
    if slot is None:
        raise ValidationError("Choose the slot in which the story is to stand.")
    return slot


VERBS: Mapping[str, Callable[[Pressed], Prepared]] = {
    "pin": pin,
    "unpin": unpin,
    "put": put,
    "up": partial(shift, by=-1),
    "down": partial(shift, by=1),
    "slot-up": partial(shift_slot, by=-1),
    "slot-down": partial(shift_slot, by=1),
    "slot-remove": remove_slot,
    "slot-add": add_slot,
}
