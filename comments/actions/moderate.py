"""Deciding about comments: one verb each, and the counts follow."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction

from comments.actions.recount import lock, recount
from comments.announcements import comments_moderated
from comments.models import Comment, State


def approve(*, comments: Iterable[Comment]) -> int:
    """Show the comments to readers; also brings back what was rejected. Returns how many were not shown before."""
    return _move(comments, to=State.VISIBLE)


def hold(*, comments: Iterable[Comment]) -> int:
    """Take the comments from readers' sight until somebody decides. Returns how many moved."""
    return _move(comments, to=State.HELD)


def reject(*, comments: Iterable[Comment]) -> int:
    """Take the comments down. What answers them stays. Returns how many moved."""
    return _move(comments, to=State.REJECTED)


def mark_spam(*, comments: Iterable[Comment]) -> int:
    """Take the comments down as spam. Returns how many moved."""
    return _move(comments, to=State.SPAM)


@transaction.atomic
def remove(*, comments: Iterable[Comment]) -> int:
    """Delete the comments, and with one that began a thread everything in it. Returns how many were named."""
    named = list(comments)
    lock(stories={comment.story_id for comment in named})
    Comment.objects.filter(pk__in=[comment.pk for comment in named]).delete()
    _follow(named)
    return len(named)


@transaction.atomic
def _move(comments: Iterable[Comment], *, to: State) -> int:
    named = list(comments)
    lock(stories={comment.story_id for comment in named})
    moved = Comment.objects.filter(pk__in=[comment.pk for comment in named]).exclude(state=to).update(state=to)
    if moved:
        _follow(named)
    return moved


def _follow(named: list[Comment]) -> None:
    stories = {comment.story_id for comment in named}
    recount(stories=stories, threads={comment.thread_id for comment in named if comment.thread_id})
    transaction.on_commit(partial(comments_moderated.send, sender=Comment, stories=sorted(stories)))
