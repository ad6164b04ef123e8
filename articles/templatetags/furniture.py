"""What stands on many pages alike: rendered once in a process, and again when something in it has changed."""

from collections.abc import Callable
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles import most_read
from articles.context import navigation, site_of
from articles.latest import latest_posts, newest
from articles.models import BreakingNews, Page, Profile, Story
from articles.models.breaking import BREAKING
from newsroom.caching.memo import remembered
from newsroom.caching.recording import mentioning

register = template.Library()


@register.simple_tag(takes_context=True)
def masthead(context: dict[str, Any], *, large: bool = False) -> str:
    """The head of the page, for the section that the page is in (`current_section`)."""
    request, today, section = context["request"], context["today"], context.get("current_section")

    def parts() -> dict[str, Any]:
        here = {"current_section": section, "today": today, "large": large}
        return {"site": site_of(request), "sections": navigation(request), **here}

    return _piece(request, "masthead", parts, today.date(), section and section.pk, large)


@register.simple_tag(takes_context=True)
def breaking(context: dict[str, Any]) -> str:
    """The breaking news that began last, if any runs."""
    request = context["request"]
    bars = remembered(BREAKING, BreakingNews.objects.not_over, within=request)
    bar = next((one for one in bars if one.runs()), None)
    return _piece(request, "breaking", lambda: {"bar": bar}, bar.pk) if bar else ""


@register.simple_tag(takes_context=True)
def footer(context: dict[str, Any]) -> str:
    request = context["request"]

    def parts() -> dict[str, Any]:
        pages = list(Page.objects.for_footer())
        return {"site": site_of(request), "sections": navigation(request), "footer_pages": pages}

    return _piece(request, "footer", parts)


@register.simple_tag(takes_context=True)
def stay_connected(context: dict[str, Any]) -> str:
    return _piece(context["request"], "stay-connected", lambda: {"profiles": list(Profile.objects.in_order())})


@register.simple_tag(takes_context=True)
def latest_beside(context: dict[str, Any], story: Story | None = None) -> str:
    """The latest posts beside what the page is about: never `story` itself. They may be a little old."""
    request, today = context["request"], context["today"]
    with mentioning():
        without = story.pk if story in newest(request) else None

        def parts() -> dict[str, Any]:
            stories = latest_posts(request, without=without)
            words = {"heading": _("Latest posts"), "level": 2, "today": today}
            return {"stories": stories, "site": site_of(request), **words}

        return _piece(request, "latest", parts, today.date(), without)


@register.simple_tag(takes_context=True)
def most_read_beside(context: dict[str, Any], story: Story) -> str:
    """What others read most, without `story` itself. It may be a little old."""
    request = context["request"]
    with mentioning():
        without = story.pk if story in most_read.beside(request, None) else None

        def parts() -> dict[str, Any]:
            return {"stories": most_read.beside(request, without), "level": 2, "site": site_of(request)}

        return _piece(request, "most-read", parts, without)


def _piece(request: HttpRequest, name: str, parts: Callable[[], dict[str, Any]], *of: Any) -> str:
    """The component `name` of these parts; `of` is what else it depends on, beside rows of the database."""
    whose = (name, get_language(), timezone.get_current_timezone_name(), *of)
    return remembered(whose, lambda: render_to_string(f"components/{name}.html", parts()), within=request)
