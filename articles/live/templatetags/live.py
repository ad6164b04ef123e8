"""What an article shows of its live coverage."""

from typing import Any

from django import template

from articles.live.models import live_key
from articles.live.showing import Live
from articles.live.showing import live_of as told_of
from articles.models import Kind, Story
from newsroom.caching.recording import owns

register = template.Library()


@register.simple_tag(takes_context=True)
def live_of(context: dict[str, Any], story: Story) -> Live | None:
    """The story's newest entries, fetched once for its head and its text; None for any but a live one."""
    if story.kind != Kind.LIVE:
        return None
    owns(live_key(story.pk))
    there = context["request"].__dict__.setdefault("_live", {})
    if story.pk not in there:
        there[story.pk] = told_of(story)
    found: Live | None = there[story.pk]
    return found
