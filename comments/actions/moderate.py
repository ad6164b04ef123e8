"""Deciding about comments: one verb each, and the counts follow."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction

from comments.actions.recount import recount
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
    ids, stories = _named(comments)
    Comment.objects.filter(pk__in=ids).delete()
    _follow(stories)
    return len(ids)


@transaction.atomic
def _move(comments: Iterable[Comment], *, to: State) -> int:
    ids, stories = _named(comments)
    moved = Comment.objects.filter(pk__in=ids).exclude(state=to).update(state=to)
    if moved:
        _follow(stories)
    return moved


def _named(comments: Iterable[Comment]) -> tuple[list[int], set[int]]:
    pairs = [(comment.pk, comment.story_id) for comment in comments]
    return [pk for pk, _ in pairs], {story for _, story in pairs}


def _follow(stories: set[int]) -> None:
    recount(stories=stories)
    transaction.on_commit(partial(comments_moderated.send, sender=Comment, stories=sorted(stories)))
