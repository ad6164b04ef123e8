"""The fronts by rule, until editors arrange them.

Home: the newest story with a picture leads, others second it; a row of pictures, the latest headlines and what is read
most follow, then each section of the navigation. A section that turns out to be nothing but opinions is set apart.
"""

from collections.abc import Iterable
from dataclasses import replace

from articles.front.candidates import REPORTING
from articles.front.composing import Filled, as_opinion, compose
from articles.front.content import Content, Rule, Slot
from articles.front.layouts import Layout
from articles.models import Category, Kind

# The number of its slot.
LATEST = 3


def home(sections: Iterable[Category]) -> Content:
    reporting = Rule(kind=REPORTING)
    slots = [
        Slot(1, Layout.TOP, rule=reporting),
        Slot(2, Layout.ROW_OF_FOUR, rule=reporting),
        Slot(LATEST, Layout.LIST, rule=reporting),
        Slot(4, Layout.MOST_READ),
    ]
    slots += [Slot(n, Layout.SECTION, rule=Rule(category=one.pk)) for n, one in enumerate(sections, start=5)]
    return Content(tuple(slots), last=len(slots))


def top(category: Category) -> Content:
    """What editors begin with when they arrange a section."""
    return Content((Slot(1, Layout.LEAD_WITH_TWO, rule=Rule(category=category.pk)),), last=1)


def composed(sections: Iterable[Category]) -> list[Filled]:
    """Home by rule, filled."""
    filled = compose(home(sections))
    voices = _voices(filled)
    if voices is None:
        return filled
    apart = [as_opinion(one) if one is voices else one for one in filled]
    return sorted(apart, key=lambda one: _place(one.slot))


def arranged(sections: list[Category]) -> Content:
    """Home by rule as editors find it when they begin: also the slots that have nothing to show now."""
    content = home(sections)
    voices = _voices(compose(content))
    if voices is None:
        return content
    slots = (replace(one, layout=Layout.OPINION) if one == voices.slot else one for one in content.slots)
    return replace(content, slots=tuple(sorted(slots, key=_place)))


def _place(slot: Slot) -> tuple[int, int]:
    """Opinions stand before the latest."""
    return (LATEST, 0) if slot.layout == Layout.OPINION else (slot.number, 1)


def _voices(filled: list[Filled]) -> Filled | None:
    """The fullest section of nothing but opinions: one that holds a single column is a section."""
    opinions = [one for one in filled if one.slot.layout == Layout.SECTION and _is_opinion(one)]
    return max(opinions, key=lambda one: len(one.places), default=None)


def _is_opinion(one: Filled) -> bool:
    return all(story.kind == Kind.OPINION for story in one.stories)
