"""What stands at a path of one or more plain segments: a category, or a page such as “about”."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles import most_read
from articles.bodies.page import page_with_body
from articles.context import tree_of
from articles.models import Category, Kind, Page
from articles.paging import River, addresses, river
from articles.tallies import Roll
from newsroom.caching.policy import kept_front

SECONDS = 2
# A section is read for what is new: lead, seconds and a river of some ten, then the pages further on.
STORIES_IN_A_SECTION = 12


class Top(NamedTuple):
    """What stands above the river on a section's first page: for its template, and the stories it shows, by id."""

    context: dict[str, Any]
    stories: set[int]


type Tops = Callable[[HttpRequest, Category], Top | None]
_tops: list[Tops] = []


def tops_sections(tops: Tops) -> Tops:
    """Register who may have arranged the top of a section; None where nobody has. Also a decorator."""
    if tops not in _tops:
        _tops.append(tops)
    return tops


@kept_front
def section(request: HttpRequest, path: str, number: int | None = None) -> HttpResponse:
    category = next((node for node in tree_of(request) if node.path == path), None)
    if category is not None:
        return _category(request, category, number)
    if number is not None or "/" in path:
        raise Http404("There is no such section.")
    return _page(request, path)


def _category(request: HttpRequest, category: Category, number: int | None) -> HttpResponse:
    address = addresses("section", path=category.path)
    roll = Roll("category", category.pk)
    page = river(roll, number=number or 1, address=address, size=STORIES_IN_A_SECTION)
    chain = category.chain()
    context = {
        "category": category,
        "trail": chain[:-1],
        "children": category.children_listed,
        "current_section": chain[0],
        "page": page,
        "feed_url": f"{category.get_absolute_url()}feed/",
    }
    if number is None:
        context |= {**_top_of(request, category, page), "most_read": most_read.of_category(request, category)}
    return render(request, "articles/category.html", context)


def _top_of(request: HttpRequest, category: Category, page: River) -> dict[str, Any]:
    """What it shows leaves the river."""
    top = next((found for tops in _tops if (found := tops(request, category))), None)
    if top is None:
        return _top_by_rule(page)
    page.stories[:] = [story for story in page.stories if story.pk not in top.stories]
    return top.context


def _top_by_rule(page: River) -> dict[str, Any]:
    """The lead, the newest news with a picture among the first few, and two seconds."""
    first = page.stories[:6]
    pictured = [story for story in first if story.lead_image]
    lead = next((story for story in pictured if story.kind != Kind.OPINION), pictured[0] if pictured else None)
    if lead is None:
        return {}
    page.stories.remove(lead)
    seconds = page.stories[:SECONDS]
    del page.stories[:SECONDS]
    return {"lead": lead, "seconds": seconds}


def _page(request: HttpRequest, slug: str) -> HttpResponse:
    page = get_object_or_404(Page.objects.public(), slug=slug)
    return page_with_body(request, "articles/page.html", page.body, {"text": page})
