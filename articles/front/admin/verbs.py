"""The buttons of the arranging page: what each changes, what the log says of it, and where the page then stands."""

from collections.abc import Callable, Mapping
from functools import partial

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import QueryDict

from articles.front import arranging
from articles.front.actions import Change
from articles.front.layouts import Layout
from articles.models import Story

type Prepared = tuple[Change, str, str]
type Verb = Callable[[list[int], QueryDict, Mapping[int, str], User], Prepared]


def _number(numbers: list[int], place: int = 0) -> int:
    if len(numbers) <= place:
        raise ValidationError("Nothing was done: use the buttons of this page.")
    return numbers[place]


def _typed(posted: QueryDict, name: str) -> int | None:
    text = posted.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 19 else None


def pin(numbers: list[int], posted: QueryDict, names: Mapping[int, str], by: User) -> Prepared:
    """`pin:story`, or `pin:story:slot`; else the slot is the one that was chosen beside."""
    story = Story.objects.filter(pk=_number(numbers)).only("headline").first()
    if story is None:
        raise ValidationError("That story is not there any more.")
    slot = numbers[1] if len(numbers) > 1 else _typed(posted, "slot")
    if slot is None:
        raise ValidationError("Choose the slot in which the story is to stand.")
    at = _typed(posted, "at") if len(numbers) == 1 else None
    change = partial(arranging.pin, story=story.pk, slot=slot, at=at, by=by.get_username())
    return change, f"“{story.headline}” placed in {names.get(slot, slot)}", f"slot-{slot}"


def unpin(numbers: list[int], posted: QueryDict, names: Mapping[int, str], by: User) -> Prepared:  # noqa: ARG001  # a button's signature
    return partial(arranging.unpin, card=_number(numbers)), f"Card {_number(numbers)} taken off", "slots"


def put(numbers: list[int], posted: QueryDict, names: Mapping[int, str], by: User) -> Prepared:  # noqa: ARG001  # a button's signature
    """`put:card`, into the slot and before the place that were given beside."""
    card, slot = _number(numbers), _typed(posted, "slot")
    if slot is None:
        raise ValidationError("Choose the slot in which the story is to stand.")
    change = partial(arranging.put, card=card, slot=slot, at=_typed(posted, "at"))
    return change, f"Card {card} moved to {names.get(slot, slot)}", f"card-{card}"


def _shift(by: int) -> Verb:
    def shift(numbers: list[int], posted: QueryDict, names: Mapping[int, str], person: User) -> Prepared:  # noqa: ARG001  # a button's signature
        card = _number(numbers)
        return partial(arranging.shift, card=card, by=by), f"Card {card} moved one place", f"card-{card}"

    return shift


def _shift_slot(by: int) -> Verb:
    def shift(numbers: list[int], posted: QueryDict, names: Mapping[int, str], person: User) -> Prepared:  # noqa: ARG001  # a button's signature
        slot = _number(numbers)
        said = f"Slot {names.get(slot, slot)} moved one place"
        return partial(arranging.shift_slot, number=slot, by=by), said, f"slot-{slot}"

    return shift


def add_slot(numbers: list[int], posted: QueryDict, names: Mapping[int, str], by: User) -> Prepared:  # noqa: ARG001  # a button's signature
    layout = posted.get("layout", "")
    if layout not in Layout.values:
        raise ValidationError("Choose how the new slot is to look.")
    return partial(arranging.add_slot, layout=Layout(layout)), f"Slot added: {Layout(layout).label}", "add-slot"


def remove_slot(numbers: list[int], posted: QueryDict, names: Mapping[int, str], by: User) -> Prepared:  # noqa: ARG001  # a button's signature
    slot = _number(numbers)
    return partial(arranging.remove_slot, number=slot), f"Slot {names.get(slot, slot)} removed", "slots"


VERBS: Mapping[str, Verb] = {
    "pin": pin,
    "unpin": unpin,
    "put": put,
    "up": _shift(-1),
    "down": _shift(1),
    "slot-up": _shift_slot(-1),
    "slot-down": _shift_slot(1),
    "slot-remove": remove_slot,
    "slot-add": add_slot,
}
