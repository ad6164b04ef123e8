"""Deciding about comments: one verb each, and the counts follow."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Final
from uuid import UUID, uuid4

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from comments.actions.learning import learn
from comments.actions.recount import lock, recount
from comments.announcements import comments_moderated
from comments.models import Comment, Decision, Reason, Report, State
from newsroom import clock
from newsroom.audit.recording import record_each

VERBS: Final = {State.VISIBLE: "approved", State.HELD: "held", State.REJECTED: "rejected", State.SPAM: "marked as spam"}


@dataclass(frozen=True, kw_only=True)
class Act:
    """Who decides, a note for the log, and the number by which all that is decided at once can be taken back.

    With `seen`, only what is still in that state is decided about: another moderator may have been faster.
    """

    by: AbstractUser | None = None
    note: str = ""
    together: UUID = field(default_factory=uuid4)
    seen: State | None = None


def approve(*, comments: Iterable[Comment], act: Act | None = None) -> int:
    """Show the comments to readers; also brings back what was rejected. Returns how many were not shown before."""
    return _move(comments, State.VISIBLE, "", act or Act())


def hold(*, comments: Iterable[Comment], act: Act | None = None) -> int:
    """Take the comments from readers' sight until somebody decides. Returns how many moved."""
    return _move(comments, State.HELD, "", act or Act())


def reject(*, comments: Iterable[Comment], act: Act | None = None, reason: Reason | None = None) -> int:
    """Take the comments down. What answers them stays, and the reason stands in their place. Returns how many moved;
    one that is down already moves when it is given another reason.
    """
    return _move(comments, State.REJECTED, reason or Reason.OTHER, act or Act(), anew=reason is not None)


def mark_spam(*, comments: Iterable[Comment], act: Act | None = None) -> int:
    """Take the comments down as spam. Returns how many moved."""
    return _move(comments, State.SPAM, Reason.SPAM, act or Act())


@transaction.atomic
def remove(*, comments: Iterable[Comment], act: Act | None = None) -> int:
    """Delete the comments, and with one that began a thread everything in it. Returns how many were named."""
    named = list(comments)
    lock(stories={comment.story_id for comment in named})
    record("removed", named, act or Act())
    Comment.objects.filter(pk__in=[comment.pk for comment in named]).delete()
    follow(named)
    return len(named)


@transaction.atomic
def undo(*, act: Act) -> int:
    """Take back what was decided under the act's number, where nobody has decided otherwise since.

    What readers had reported waits again. Returns how many went back.
    """
    ids = list(Decision.objects.of_act(act.together).values_list("comment", flat=True))
    named = list(Comment.objects.filter(pk__in=[pk for pk in ids if pk]))
    lock(stories={comment.story_id for comment in named})
    back = []
    for decision in Decision.objects.of_act(act.together).select_related("comment"):
        comment = decision.comment
        if comment and (comment.state, comment.reason) == (decision.became, decision.reason):
            comment.state, comment.reason = decision.was, decision.was_reason
            comment.save(update_fields=["state", "reason"])
            Report.objects.settled_with(decision).update(settled_at=None)
            back.append(comment)
    if back:
        Decision.objects.of_act(act.together).filter(comment__in=back).update(undone_at=clock.now())
        learn(comments=back)
        record("taken back", back, act)
        follow(back)
    return len(back)


@transaction.atomic
def _move(comments: Iterable[Comment], to: State, reason: str, act: Act, *, anew: bool = False) -> int:
    named = list(comments)
    lock(stories={comment.story_id for comment in named})
    current = Comment.objects.filter(pk__in=[comment.pk for comment in named]).exclude(state=State.DELETED)
    current = current.filter(state=act.seen) if act.seen else current
    moving = [one for one in current if one.state != to or (anew and one.reason != reason)]
    if moving:
        _decide(moving, to, reason, act)
        learn(comments=moving)
        record(VERBS[to], moving, act, reason)
        follow(moving)
    return len(moving)


def _decide(moving: list[Comment], to: State, reason: str, act: Act) -> None:
    at, by = clock.now(), act.by.pk if act.by else None
    Decision.objects.bulk_create(
        Decision(
            comment=one, was=one.state, became=to, was_reason=one.reason, reason=reason, by_id=by, at=at,
            together=act.together,
        )
        for one in moving
    )  # fmt: skip
    ids = [one.pk for one in moving]
    Comment.objects.filter(pk__in=ids).update(state=to, reason=reason)
    # Whatever was decided, the reports have been looked at.
    Report.objects.filter(comment__in=ids, settled_at=None).update(settled_at=at)


def record(verb: str, comments: list[Comment], act: Act, reason: str = "") -> None:
    """Without the reader's name and words: these go when the reader asks, and a line of the log never does."""
    why = ": ".join(filter(None, [str(Reason(reason).label) if reason else "", act.note.strip()]))
    record_each(verb=verb, objs=comments, by=act.by, reason=why, called=lambda one: f"on story {one.story_id}")


def follow(named: list[Comment]) -> None:
    """Let the counts and the pages follow what was done with these comments."""
    stories = {comment.story_id for comment in named}
    threads = {comment.thread_id for comment in named if comment.thread_id}
    recount(stories=stories, threads=threads, answered={one.parent_id for one in named if one.parent_id})
    transaction.on_commit(partial(comments_moderated.send, sender=Comment, stories=sorted(stories)))
