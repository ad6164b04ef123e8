"""Moments as readers see them: absolute, in the site's time zone, with the exact moment beside them for machines."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

register = template.Library()


@register.simple_tag
def stamp(moment: datetime | None, today: datetime) -> SafeString | str:
    """On a card: the time of what is of today, else the day, with its year unless it is this one."""
    if moment is None:
        return ""
    local, today = timezone.localtime(moment), timezone.localtime(today)
    if local.date() == today.date():
        words = date_format(local, pgettext("time of a card of today", "H:i"))
    elif local.year == today.year:
        words = date_format(local, pgettext("day of a card of this year", "M j"))
    else:
        words = date_format(local, pgettext("day of an older card", "M j, Y"))
    return _element(local, words)


@register.simple_tag
def full_stamp(moment: datetime | None) -> SafeString | str:
    """On an article: day, time and zone."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return _element(local, date_format(local, pgettext("moment of an article", "F j, Y, H:i T")))


def _element(local: datetime, words: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="seconds"), words)
