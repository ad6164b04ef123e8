"""What an article shows of its comments."""

from typing import Any

from django import template

from articles.models import Story
from comments.form import CommentForm
from comments.policy import is_open
from comments.threads import thread_page

register = template.Library()


@register.inclusion_tag("comments/thread.html", takes_context=True)
def comments_of(context: dict[str, Any], story: Story) -> dict[str, Any]:
    """The story's threads and form; `comment_form` and `comment_page` in the context say which, else new and first."""
    form = context.get("comment_form") or CommentForm(story=story)
    return {
        "story": story,
        "address": form.action,
        "page": thread_page(story, context.get("comment_page", 1)),
        "form": form,
        "open": is_open(story, context["site"]),
    }
