"""Which front an address of the desk means, and what it stands for."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest

from articles.context import navigation, tree_of
from articles.front import defaults
from articles.front.composing import Filled, compose
from articles.front.content import Content
from articles.front.models import HOME, Front, Launch
from articles.models import Category


@dataclass(frozen=True, slots=True)
class Standing:
    """A front as the desk opens it: `content` is the draft, or what readers have, or what it begins with."""

    front: Front
    content: Content
    live: Launch | None

    @property
    def is_draft(self) -> bool:
        return self.front.draft is not None

    def filled(self) -> list[Filled]:
        return compose(self.content, category=self.front.category_id)


def front_at(request: HttpRequest, name: str) -> Standing:
    """Http404 where there is no such category."""
    category = None
    if name != HOME:
        category = next((one for one in tree_of(request) if str(one.pk) == name), None)
        if category is None:
            raise Http404("There is no such section.")
    front = Front.objects.select_related("changed_by").at(category)
    live = Launch.objects.standing(category.pk if category else None)
    content = front.drafted
    if content is None:
        content = live.read if live and live.read.slots else start(request, category)
    return Standing(front, content, live)


def start(request: HttpRequest, category: Category | None) -> Content:
    """What a front begins with that was never arranged: what stands there by rule."""
    if category is not None:
        return defaults.top(category)
    return defaults.arranged(navigation(request))


def slot_names(content: Content, categories: dict[int, Category]) -> dict[int, str]:
    """What the desk calls each slot: its title, else its section, else its layout."""
    found: dict[int, Any] = {}
    for slot in content.slots:
        category = categories.get(slot.rule.category or 0)
        found[slot.number] = slot.title or (category.name if category else slot.layout.label)
    return found
