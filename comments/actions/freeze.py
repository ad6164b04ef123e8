"""Pausing a story's comments while a moderator looks at them."""

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from articles.models import Story
from comments.actions.recount import lock
from newsroom.audit.recording import record


def freeze(*, story: Story, by: AbstractUser | None = None, note: str = "") -> bool:
    """Take no further comment on the story; those that readers see stay. Returns whether it took any before."""
    return _turn(story, True, "comments paused", by, note)


def thaw(*, story: Story, by: AbstractUser | None = None, note: str = "") -> bool:
    """Take comments on the story again. Returns whether it took none before."""
    return _turn(story, False, "comments taken again", by, note)


@transaction.atomic
def _turn(story: Story, frozen: bool, verb: str, by: AbstractUser | None, note: str) -> bool:
    lock(stories=[story.pk])
    turned = Story.objects.filter(pk=story.pk, comments_frozen=not frozen).update(comments_frozen=frozen)
    story.comments_frozen = frozen
    if turned:
        record(verb=verb, obj=story, by=by, reason=note)
    return bool(turned)
