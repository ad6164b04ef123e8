"""What an article shows of its comments.

A page may hold hundreds, so what each of them shows is put together here and not by template tags within tags.
"""

from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language, pgettext

from articles.models import Story
from comments.discussion import Discussion, news_of
from comments.form import CommentForm
from comments.policy import policy_of
from comments.quoting import MARK, in_kinds, is_quoted
from comments.threads import thread_page
from newsroom import clock
from newsroom.caching.recording import ends
from newsroom.text.typed import paragraphs

register = template.Library()

EXCERPT: Final = 120


@register.inclusion_tag("comments/thread.html", takes_context=True)
def comments_of(context: dict[str, Any], story: Story) -> dict[str, Any]:
    """The story's threads and form; `comment_form` and `comment_page` in the context say which, else new and first."""
    form, request = context.get("comment_form") or CommentForm(story=story), context.get("request")
    policy = policy_of(story, within=request)
    if policy.closes_at and policy.closes_at > clock.now():
        ends(policy.closes_at)
    may_comment = policy.is_open and not getattr(request, "preview", None)
    return {
        "story": story,
        "site": context["site"],
        "address": form.action,
        "page": context.get("comment_page") or discussion_of(context, story).page,
        "form": form,
        "receipt": context.get("receipt"),
        "policy": policy,
        "open": may_comment,
        "news": news_of(story) if may_comment else "",
    }


@register.simple_tag(takes_context=True)
def discussion_of(context: dict[str, Any], story: Story) -> Discussion:
    """The first page of the story's threads, fetched once for the article's head and its foot."""
    request = context.get("request")
    there: dict[int, Discussion] = request.__dict__.setdefault("_discussion", {}) if request else {}
    if story.pk not in there:
        there[story.pk] = Discussion(story, thread_page(story, 1))
    return there[story.pk]


@register.filter
def excerpt(text: str) -> str:
    """The first words of what somebody says themselves, on one line."""
    lines = [line for lines in paragraphs(text) for line in lines]
    return Truncator(" ".join([line for line in lines if not is_quoted(line)] or lines)).chars(EXCERPT)


@register.filter
def posted(moment: datetime) -> SafeString:
    """When a comment was posted, in the site's time zone, with the exact moment for machines."""
    local = timezone.localtime(moment)
    day = _day(local.date(), get_language())
    time = f"{local:%H:%M}"
    return format_html('<time datetime="{}">{}, {}</time>', local.isoformat(timespec="seconds"), day, time)


@register.filter
def in_paragraphs(text: str) -> SafeString:
    """The text escaped, in its paragraphs and lines; those that are quoted stand apart, with nothing taken away."""
    if MARK not in text:
        return format_html_join("", "<p>{}{}</p>", ((_broken(lines[:-1]), lines[-1]) for lines in paragraphs(text)))
    runs = (run for lines in paragraphs(text) for run in in_kinds(lines))
    return format_html_join("", "{}", ((_run(lines, quotes=quotes),) for quotes, lines in runs))


def _run(lines: list[str], *, quotes: bool) -> SafeString:
    if quotes:
        return format_html("<blockquote><p>{}{}</p></blockquote>", _broken(lines[:-1]), lines[-1])
    return format_html("<p>{}{}</p>", _broken(lines[:-1]), lines[-1])


def _broken(lines: list[str]) -> SafeString:
    return format_html_join("", "{}<br>", ((line,) for line in lines))


@lru_cache(maxsize=1024)
def _day(day: date, language: str | None) -> str:  # noqa: ARG001  # it decides what date_format says
    return date_format(day, pgettext("day of a comment", "M j, Y"))
