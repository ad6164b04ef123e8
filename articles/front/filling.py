"""Filling the slots of a page by their rules, in story ids."""

from collections.abc import Mapping, Sequence

from articles.front.candidates import LISTS, base_of, newest
from articles.front.content import Slot
from articles.front.layouts import LOOKS, Layout
from articles.walks import Walk

# Of so many of the newest one may wait for the first place because it has a picture.
LEADING = 40
# So many of a list's newest may be filed elsewhere too and stand there, above.
ASTRAY = 10
ALONE = {Layout.LIST, Layout.MOST_READ}


class Filling:
    """The page in story ids, while it is filled."""

    def __init__(self, slots: Sequence[Slot], placed: Mapping[int, list[int]], used: set[int]) -> None:
        self.slots, self.used = slots, used
        self.wanted = {slot.number: max(0, slot.places - len(placed[slot.number])) for slot in slots}
        self.led = {slot.number: bool(placed[slot.number]) for slot in slots}
        self.offered: dict[str, list[int]] = {}
        self.chosen: dict[int, list[int]] = {slot.number: [] for slot in slots}

    def walks(self) -> list[Walk]:
        """For each slot with places left, so many of the newest that it is full whatever those above it took."""
        found: list[Walk] = []
        for index, slot in enumerate(self.slots):
            if not (slot.fills and self.wanted[slot.number]):
                continue
            look, number = LOOKS[slot.layout], slot.number
            found.append(newest(slot.rule, self._reach(index), walk=f"{number}", pictured=look.pictured))
            if look.led_by_picture and not self.led[number]:
                found.append(newest(slot.rule, LEADING, walk=f"{number}:lead", pictured=True, within=LEADING))
        return found

    def _reach(self, index: int) -> int:
        slot = self.slots[index]
        above, base = self.slots[:index], base_of(slot.rule)
        same = [one for one in above if base is None or base_of(one.rule) is None or _one_list(one, slot)]
        others = sum(self.wanted[one.number] for one in above) - sum(self.wanted[one.number] for one in same)
        leads = len(self.slots) if slot.layout in ALONE else 0
        return len(self.used) + sum(self.wanted[one.number] for one in (*same, slot)) + min(others, ASTRAY) + leads

    def fill(self, offered: dict[str, list[int]]) -> dict[int, list[int]]:
        self.offered = offered
        for index, slot in enumerate(self.slots):
            if slot.layout in ALONE:
                for below in self.slots[index + 1 :]:
                    if below.layout not in ALONE:
                        self._lead(below)
            self._lead(slot)
            self._take(slot, f"{slot.number}", self.wanted[slot.number] - len(self.chosen[slot.number]))
        return self.chosen

    def _lead(self, slot: Slot) -> None:
        if not self.led[slot.number] and self.wanted[slot.number]:
            self._take(slot, f"{slot.number}:lead", 1) or self._take(slot, f"{slot.number}", 1)
            self.led[slot.number] = True

    def _take(self, slot: Slot, walk: str, count: int) -> bool:
        found = [pk for pk in self.offered.get(walk, ()) if pk not in self.used][: max(0, count)]
        self.used.update(found)
        self.chosen[slot.number] += found
        return bool(found)


def _one_list(one: Slot, other: Slot) -> bool:
    return any(getattr(one.rule, noun) and getattr(one.rule, noun) == getattr(other.rule, noun) for noun in LISTS)
