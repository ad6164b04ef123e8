"""Posting a comment: the door for readers, and for an archive's or the demo's comments."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from articles.models import CommentPolicy, Story
from comments.actions.holding import NO_SIGNS, NOTHING_MET, Met, Signs, layers_met, state_of
from comments.address import block_key, writer_key
from comments.announcements import comment_posted
from comments.layers import text_key
from comments.models import Comment, Layer, State
from comments.models.layer import joined
from comments.pace import TooFastError, refuse_full_story, refuse_too_fast
from comments.policy import CLOSED, FROZEN, policy_of
from comments.quoting import own_words
from newsroom import clock
from newsroom.prepared import prepared
from newsroom.turns import in_turn

LOCKED = (
    "comment_policy", "comments_frozen", "category", "comment_count", "state", "published_at", "expires_at",
)  # fmt: skip
PARENT_GONE = _("The comment that you answer is no longer here. Send yours again to post it on its own.")


def post_comment(
    *,
    story: Story,
    name: str,
    text: str,
    parent: Comment | None = None,
    address: str = "",
    agent: str = "",
    posted_at: datetime | None = None,
    state: State | None = None,
    signs: Signs = NO_SIGNS,
    by_staff: bool = False,
) -> Comment:
    """Store a comment and return it; the same one sent twice by a double click is stored once.

    A reader's comment gives its `address`, the browser's `agent` and no `state`: the story's policy and the layers
    decide. A `state` means that somebody has decided already (an archive, the demo), so no policy, layer, pace or limit
    of length holds it up.
    A `parent` may be of any depth. Raises ValidationError, and stores nothing, with code "closed", "parent", "too_fast"
    (TooFastError) or the field's own.
    """
    key = block_key(address) if address else ""
    comment = Comment(story=story, name=name, text=text, address_key=key, text_key=text_key(text), by_staff=by_staff)
    comment.writer_key = writer_key(address, agent) if address else ""
    comment.clean_fields(exclude=["story", "parent", "thread", "state", "posted_at"])
    if key and state is None:
        # Before anything is asked or waited for: under attack most end here.
        _refuse_early(comment, parent)
    own = own_words(text, parent.text) if parent else text
    met = layers_met(comment=comment, story=story, signs=signs, own=own) if state is None else NOTHING_MET
    with in_turn(), transaction.atomic():
        return _stored(comment, story, parent, posted_at, state, met)


def _refuse_early(comment: Comment, parent: Comment | None) -> None:
    try:
        refuse_full_story(comment)
    except TooFastError:
        # It may be the second click on the very comment that took the last place; that one is found under the lock.
        comment.parent = parent
        if not _same_again(comment):
            raise


def _stored(
    comment: Comment,
    story: Story,
    parent: Comment | None,
    posted_at: datetime | None,
    state: State | None,
    met: Met,
) -> Comment:
    """What must not change meanwhile is asked here. Everybody else who posts waits for it, so nothing else is."""
    locked = _locked(story)
    comment.posted_at = posted_at or clock.now()
    layers = [*_layers_of_policy(locked, comment), *met.layers] if state is None else []
    comment.state, comment.layers, comment.score = state or state_of(layers), joined(layers), met.score
    comment.parent = parent and _still_there(parent, story)
    comment.thread = comment.parent and (comment.parent.thread or comment.parent)
    if comment.address_key and state is None:
        if earlier := _same_again(comment):
            return earlier
        refuse_too_fast(comment.address_key)
        refuse_full_story(comment)
    comment.save(force_insert=True)
    # As it is under the lock, so that the comment knows on which page it stands.
    story.comment_count = locked.comment_count + _count(comment)
    transaction.on_commit(partial(comment_posted.send, sender=Comment, comment=comment))
    return comment


def _locked(story: Story) -> Story:
    """The story as it is now. Its lock makes comments on it wait in line, so that a double click is seen as one."""
    for locked in _rows_of(story=story.pk):
        return locked
    raise ValidationError(CLOSED, code="closed")


@prepared(story=models.BigIntegerField())
def _rows_of(*, story: Any) -> models.QuerySet[Story, Story]:
    rows = Story.objects.select_for_update(no_key=True)
    found: models.QuerySet[Story, Story] = rows.only(*LOCKED).filter(pk=story)
    return found


def _layers_of_policy(story: Story, comment: Comment) -> list[Layer]:
    policy = policy_of(story)
    if not (story.is_public() and policy.is_open):
        raise ValidationError(FROZEN if policy.is_frozen else CLOSED, code="closed")
    if policy.kind == CommentPolicy.FIRST and not Comment.objects.of_writer(comment.writer_key).visible().exists():
        return [Layer.FIRST]
    return [Layer.POLICY] if policy.kind == CommentPolicy.HOLD else []


def _still_there(parent: Comment, story: Story) -> Comment:
    """The parent as it is now: since the reader saw it, a moderator may have deleted it."""
    found: Comment | None = Comment.objects.select_related("thread").filter(pk=parent.pk, story=story).first()
    if found is None:
        raise ValidationError(PARENT_GONE, code="parent")
    return found


def _same_again(comment: Comment) -> Comment | None:
    since = comment.posted_at - timedelta(seconds=settings.COMMENT_REPEAT_SECONDS)
    # Story and parent are compared here: with them in the query, SQLite leaves the index that serves it.
    from_here = _said(key=comment.address_key, since=since, name=comment.name, text=comment.text)
    about = (comment.story_id, comment.parent_id)
    return next((earlier for earlier in from_here if (earlier.story_id, earlier.parent_id) == about), None)


@prepared(key=models.CharField(), since=models.DateTimeField(), name=models.CharField(), text=models.TextField())
def _said(*, key: Any, since: Any, name: Any, text: Any) -> models.QuerySet[Comment, Comment]:
    said: models.QuerySet[Comment, Comment] = Comment.objects.from_block(key, since=since).filter(name=name, text=text)
    return said


def _count(comment: Comment) -> int:
    """How many more comments its story has by it."""
    if comment.state != State.VISIBLE:
        return 0
    Story.objects.filter(pk=comment.story_id).count_one_more_comment()
    if comment.thread_id:
        answered = {pk for pk in (comment.thread_id, comment.parent_id) if pk}
        Comment.objects.filter(pk__in=answered).update(reply_count=F("reply_count") + 1)
    return 1
