"""Deciding about comments: one verb each, and the counts follow."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from comments.actions.recount import lock, recount
from comments.announcements import comments_moderated
from comments.models import Comment, Report, State
from newsroom import clock
from newsroom.audit.recording import record_each

VERBS: Final = {State.VISIBLE: "approved", State.HELD: "held", State.REJECTED: "rejected", State.SPAM: "marked as spam"}


def approve(*, comments: Iterable[Comment], by: AbstractUser | None = None, reason: str = "") -> int:
    """Show the comments to readers; also brings back what was rejected. Returns how many were not shown before."""
    return _move(comments, State.VISIBLE, by, reason)


def hold(*, comments: Iterable[Comment], by: AbstractUser | None = None, reason: str = "") -> int:
    """Take the comments from readers' sight until somebody decides. Returns how many moved."""
    return _move(comments, State.HELD, by, reason)


def reject(*, comments: Iterable[Comment], by: AbstractUser | None = None, reason: str = "") -> int:
    """Take the comments down. What answers them stays. Returns how many moved."""
    return _move(comments, State.REJECTED, by, reason)


def mark_spam(*, comments: Iterable[Comment], by: AbstractUser | None = None, reason: str = "") -> int:
    """Take the comments down as spam. Returns how many moved."""
    return _move(comments, State.SPAM, by, reason)


@transaction.atomic
def remove(*, comments: Iterable[Comment], by: AbstractUser | None = None, reason: str = "") -> int:
    """Delete the comments, and with one that began a thread everything in it. Returns how many were named."""
    named = list(comments)
    lock(stories={comment.story_id for comment in named})
    _record("removed", named, by, reason)
    Comment.objects.filter(pk__in=[comment.pk for comment in named]).delete()
    follow(named)
    return len(named)


@transaction.atomic
def _move(comments: Iterable[Comment], to: State, by: AbstractUser | None, reason: str) -> int:
    named = list(comments)
    lock(stories={comment.story_id for comment in named})
    others = Comment.objects.filter(pk__in=[comment.pk for comment in named]).exclude(state__in=[to, State.DELETED])
    moving = set(others.values_list("pk", flat=True))
    if moving:
        Comment.objects.filter(pk__in=moving).update(state=to)
        # Whatever was decided, the reports have been looked at.
        Report.objects.filter(comment__in=moving, settled_at=None).update(settled_at=clock.now())
        _record(VERBS[to], [one for one in named if one.pk in moving], by, reason)
        follow(named)
    return len(moving)


def _record(verb: str, comments: list[Comment], by: AbstractUser | None, reason: str) -> None:
    """Without the reader's name and words: these go when the reader asks, and a line of the log never does."""
    record_each(verb=verb, objs=comments, by=by, reason=reason, called=lambda one: f"on story {one.story_id}")


def follow(named: list[Comment]) -> None:
    """Let the counts and the pages follow what was done with these comments."""
    stories = {comment.story_id for comment in named}
    threads = {comment.thread_id for comment in named if comment.thread_id}
    recount(stories=stories, threads=threads, answered={one.parent_id for one in named if one.parent_id})
    transaction.on_commit(partial(comments_moderated.send, sender=Comment, stories=sorted(stories)))
