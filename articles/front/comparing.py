"""What became different between two states of a front, in sentences."""

from collections.abc import Iterator, Mapping

from articles.front.content import Card, Content, Slot


def changes(before: Content, after: Content, *, slots: Mapping[int, str], stories: Mapping[int, str]) -> list[str]:
    """From one to the other. `slots` names slots by number, `stories` stories by id; both of either state."""
    found = [*_of_slots(before, after, slots), *_of_cards(before, after, slots, stories)]
    if not found and [slot.number for slot in before.slots] != [slot.number for slot in after.slots]:
        found.append("Slots stand in another order.")
    return found


def _of_slots(before: Content, after: Content, names: Mapping[int, str]) -> Iterator[str]:
    old, new = ({slot.number: slot for slot in content.slots} for content in (before, after))
    yield from (f"Slot “{names[number]}” came." for number in new.keys() - old.keys())
    yield from (f"Slot “{names[number]}” went." for number in old.keys() - new.keys())
    for number in sorted(old.keys() & new.keys()):
        if said := ", ".join(_differences(old[number], new[number])):
            yield f"Slot “{names[number]}”: {said}."


def _differences(old: Slot, new: Slot) -> Iterator[str]:
    if old.layout != new.layout:
        yield f"from {old.layout.label.lower()} to {new.layout.label.lower()}"
    if old.title != new.title:
        yield f"the title from “{old.title}” to “{new.title}”"
    if old.places != new.places:
        yield f"from {old.places} places to {new.places}"
    if old.fills != new.fills:
        yield "the rule fills it now" if new.fills else "the rule fills it no more"
    if old.rule != new.rule:
        yield "another rule"


def _of_cards(before: Content, after: Content, slots: Mapping[int, str], stories: Mapping[int, str]) -> Iterator[str]:
    old, new = _standing(before), _standing(after)
    for story in new.keys() - old.keys():
        yield f"“{stories.get(story, story)}” was placed in {slots[new[story][0].number]}."
    for story in old.keys() - new.keys():
        yield f"“{stories.get(story, story)}” was taken off {slots[old[story][0].number]}."
    for story in sorted(old.keys() & new.keys()):
        (was, _, said), (slot, _, says) = old[story], new[story]
        if was.number != slot.number:
            yield f"“{stories.get(story, story)}” moved from {slots[was.number]} to {slots[slot.number]}."
        elif _order(before, was, new.keys()).index(story) != _order(after, slot, old.keys()).index(story):
            yield f"“{stories.get(story, story)}” moved within {slots[slot.number]}."
        if _said(said) != _said(says):
            yield f"“{stories.get(story, story)}” has other words, picture, size or end here."


def _standing(content: Content) -> dict[int, tuple[Slot, int, Card]]:
    return {card.story: (slot, place, card) for slot in content.slots for place, card in enumerate(slot.cards)}


def _order(content: Content, slot: Slot, among: object) -> list[int]:
    here = content.slot(slot.number)
    return [card.story for card in here.cards if card.story in among] if here else []  # type: ignore[operator]


def _said(card: Card) -> tuple[object, ...]:
    return card.headline, card.kicker, card.picture, card.size, card.sublinks, card.until
