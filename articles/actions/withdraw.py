"""Taking a published story down, with a reason that its address keeps giving."""

from functools import partial

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import transaction

from articles.actions.filing import file_story
from articles.actions.moving import begin
from articles.announcements import story_withdrawn
from articles.models import State, Story
from articles.moves import WITHDRAW
from newsroom.audit.recording import record

LONGEST = 300


@transaction.atomic
def withdraw(*, story: Story, reason: str, by: AbstractUser | None = None) -> None:
    """Make the story's address answer 410 with the reason.

    Raises ValidationError when the story is not published or no reason is given; then nothing has changed.
    PermissionDenied when `by` may not withdraw it.
    """
    begin(WITHDRAW, story=story, by=by, words=reason)
    if len(reason.strip()) > LONGEST:
        raise ValidationError(f"Readers see up to {LONGEST} letters; these are {len(reason.strip())}.", code="long")
    story.state, story.withdrawn_because = State.WITHDRAWN, reason.strip()
    story.save(update_fields=["state", "withdrawn_because", "body_text", "changed_at"])
    file_story(story=story)
    record(verb=WITHDRAW.done, obj=story, by=by, reason=reason)
    transaction.on_commit(partial(story_withdrawn.send, sender=Story, story=story))
