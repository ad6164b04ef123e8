"""The fronts by rule, until editors arrange them.

Home: the newest story with a picture leads, others second it; a row of pictures, the latest headlines and what is read
most follow, then each section of the navigation. A section that turns out to be nothing but opinions is set apart.
"""

from collections.abc import Iterable

from articles.front.candidates import REPORTING
from articles.front.composing import Filled, as_opinion, compose
from articles.front.content import Content, Rule, Slot
from articles.front.layouts import Layout
from articles.models import Category, Kind


def home(sections: Iterable[Category]) -> Content:
    reporting = Rule(kind=REPORTING)
    slots = [
        Slot(1, Layout.TOP, rule=reporting),
        Slot(2, Layout.ROW_OF_FOUR, rule=reporting),
        Slot(3, Layout.LIST, rule=reporting),
        Slot(4, Layout.MOST_READ),
    ]
    slots += [Slot(n, Layout.SECTION, rule=Rule(category=one.pk)) for n, one in enumerate(sections, start=5)]
    return Content(tuple(slots), last=len(slots))


def top(category: Category) -> Content:
    """What editors begin with when they arrange a section."""
    return Content((Slot(1, Layout.LEAD_WITH_TWO, rule=Rule(category=category.pk)),), last=1)


def composed(sections: Iterable[Category]) -> list[Filled]:
    """Home by rule, filled."""
    return _opinion_apart(compose(home(sections)))


def _opinion_apart(filled: list[Filled]) -> list[Filled]:
    """The fullest section of nothing but opinions, before the latest: one that holds a single column is a section."""
    opinions = [one for one in filled if one.slot.layout == Layout.SECTION and _is_opinion(one)]
    if not opinions:
        return filled
    voices = max(opinions, key=lambda one: len(one.places))
    rest = [one for one in filled if one is not voices]
    at = next((n for n, one in enumerate(rest) if one.slot.layout == Layout.LIST), 0)
    return [*rest[:at], as_opinion(voices), *rest[at:]]


def _is_opinion(one: Filled) -> bool:
    return all(story.kind == Kind.OPINION for story in one.stories)
