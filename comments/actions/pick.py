"""What editors would have everybody read of what readers say."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from comments.actions.recount import lock
from comments.models import Comment
from newsroom.audit.recording import record_each


def pick(*, comments: Iterable[Comment], by: AbstractUser | None = None) -> int:
    """Mark those of the comments that readers see as the editors' picks. Returns how many were none before."""
    return _mark(comments, by, is_pick=True)


def unpick(*, comments: Iterable[Comment], by: AbstractUser | None = None) -> int:
    """Take the mark away. Returns how many had it."""
    return _mark(comments, by, is_pick=False)


@transaction.atomic
def _mark(comments: Iterable[Comment], by: AbstractUser | None, *, is_pick: bool) -> int:
    named = list(comments)
    lock(stories={comment.story_id for comment in named})
    others = Comment.objects.filter(pk__in=[comment.pk for comment in named], is_pick=not is_pick)
    marked = list(others.visible() if is_pick else others)
    if marked:
        Comment.objects.filter(pk__in=[one.pk for one in marked]).update(is_pick=is_pick)
        verb = "picked" if is_pick else "no longer picked"
        record_each(verb=verb, objs=marked, by=by, called=lambda one: f"on story {one.story_id}")
    return len(marked)
