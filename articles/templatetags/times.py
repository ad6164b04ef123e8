"""Moments as readers see them: absolute, in the site's time zone, with the exact moment beside them for machines."""

from datetime import datetime
from functools import lru_cache

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext

register = template.Library()


@register.simple_tag
def stamp(moment: datetime | None, today: datetime) -> SafeString | str:
    """On a card: the time of what is of today, else the day, with its year unless it is this one."""
    if moment is None:
        return ""
    local, today = timezone.localtime(moment), timezone.localtime(today)
    age = "today" if local.date() == today.date() else "this year" if local.year == today.year else "older"
    # Without its zone: two moments that are one in different zones are equal, and not written alike.
    return _stamp(local.isoformat(timespec="seconds"), local.replace(tzinfo=None), age, get_language())


@lru_cache(maxsize=2048)
def _stamp(exact: str, local: datetime, age: str, language: str | None) -> SafeString:  # noqa: ARG001  # it decides the words
    """A front page has dozens of these, and most of them stood on the page before."""
    match age:
        case "today":
            words = date_format(local, pgettext("time of a card of today", "H:i"))
        case "this year":
            words = date_format(local, pgettext("day of a card of this year", "M j"))
        case _:
            words = date_format(local, pgettext("day of an older card", "M j, Y"))
    return _element(exact, words)


@register.simple_tag
def moment_of(moment: datetime | None, today: datetime) -> SafeString | str:
    """Of an entry: the time, with its day unless it is of today."""
    if moment is None:
        return ""
    local, today = timezone.localtime(moment), timezone.localtime(today)
    wording = pgettext("time of a card of today", "H:i")
    if local.date() != today.date():
        wording = pgettext("moment of an older entry", "M j, H:i")
    return _element(local.isoformat(timespec="seconds"), date_format(local, wording))


@register.simple_tag
def full_stamp(moment: datetime | None) -> SafeString | str:
    """On an article: day, time and zone."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    words = date_format(local, pgettext("moment of an article", "F j, Y, H:i T"))
    return _element(local.isoformat(timespec="seconds"), words)


def _element(exact: str, words: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', exact, words)
