"""What can be done to the content of a front: each verb answers the content as it is then, and leaves the old one.

They name slots and cards by number, never by place: so what two people do at the same time is both done, in whatever
order it arrives. Each raises ValidationError when the thing it names is not there any more, or has no room.
"""

from dataclasses import replace
from typing import Any, Final

from django.core.exceptions import ValidationError

from articles.front.content import Card, Content, Slot
from articles.front.layouts import MOST_CARDS, MOST_SLOTS, Layout

GONE: Final = "That was taken off this front meanwhile. Here is the front as it stands now."


def add_slot(content: Content, layout: Layout) -> Content:
    """At the end of the page."""
    if len(content.slots) >= MOST_SLOTS:
        raise ValidationError(f"A front has up to {MOST_SLOTS} slots. Remove one first.")
    number = content.last + 1
    return replace(content, slots=(*content.slots, Slot(number, layout)), last=number)


def remove_slot(content: Content, number: int) -> Content:
    _slot(content, number)
    return replace(content, slots=tuple(slot for slot in content.slots if slot.number != number))


def shift_slot(content: Content, number: int, by: int) -> Content:
    """So many places down the page, or up."""
    slot = _slot(content, number)
    others = [one for one in content.slots if one is not slot]
    others.insert(max(0, content.slots.index(slot) + by), slot)
    return replace(content, slots=tuple(others))


def change_slot(content: Content, number: int, **changes: Any) -> Content:
    return _with(content, replace(_slot(content, number), **changes))


def pin(content: Content, story: int, slot: int, *, at: int | None = None, by: str = "") -> Content:
    """Place a story in a slot, at its end or before the card that is number `at` of it, counted from 0. A story that
    stands on the front already moves there, with what was said of it.
    """
    there = next((card for card in content.cards() if card.story == story), None)
    if there:
        return put(content, there.number, slot, at=at)
    number = content.last + 1
    return _insert(replace(content, last=number), Card(number, story, by=by), slot, at)


def unpin(content: Content, card: int) -> Content:
    return _without(content, _card(content, card))


def put(content: Content, card: int, slot: int, *, at: int | None = None) -> Content:
    """Move a card to a slot: to its end, or so that it is number `at` of its cards, counted from 0."""
    moved = _card(content, card)
    return _insert(_without(content, moved), moved, slot, at)


def shift(content: Content, card: int, by: int) -> Content:
    """One place down (1) or up (-1); past the end of its slot into the next one, or the one before."""
    _card(content, card)
    slots = [slot for slot in content.slots if slot.layout != Layout.MOST_READ]
    here = next(n for n, slot in enumerate(slots) if any(one.number == card for one in slot.cards))
    place = next(n for n, one in enumerate(slots[here].cards) if one.number == card)
    if 0 <= place + by < len(slots[here].cards):
        return put(content, card, slots[here].number, at=place + by)
    if not 0 <= here + by < len(slots):
        return content
    return put(content, card, slots[here + by].number, at=0 if by > 0 else None)


def change_card(content: Content, number: int, **changes: Any) -> Content:
    changed = replace(_card(content, number), **changes)
    slot = content.slot_of(number)
    cards = tuple(changed if card.number == number else card for card in slot.cards) if slot else ()
    return _with(content, replace(slot, cards=cards)) if slot else content


def _slot(content: Content, number: int) -> Slot:
    if slot := content.slot(number):
        return slot
    raise ValidationError(GONE, code="gone")


def _card(content: Content, number: int) -> Card:
    if card := content.card(number):
        return card
    raise ValidationError(GONE, code="gone")


def _with(content: Content, changed: Slot) -> Content:
    slots = tuple(changed if slot.number == changed.number else slot for slot in content.slots)
    return replace(content, slots=slots)


def _without(content: Content, card: Card) -> Content:
    slots = (replace(slot, cards=tuple(one for one in slot.cards if one != card)) for slot in content.slots)
    return replace(content, slots=tuple(slots))


def _insert(content: Content, card: Card, slot: int, at: int | None) -> Content:
    to = _slot(content, slot)
    if to.layout == Layout.MOST_READ:
        raise ValidationError("Readers compose “Most read”; nothing can be placed there.")
    if len(to.cards) >= MOST_CARDS:
        raise ValidationError(f"A slot has up to {MOST_CARDS} cards. Take one off first.")
    cards = list(to.cards)
    cards.insert(len(cards) if at is None else max(0, at), card)
    return _with(content, replace(to, cards=tuple(cards)))
