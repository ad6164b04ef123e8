"""Taking a published story down, with a reason that its address keeps giving."""

from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction

from articles.actions.filing import file_story
from articles.announcements import story_withdrawn
from articles.models import State, Story


@transaction.atomic
def withdraw(*, story: Story, reason: str) -> None:
    """Make the story's address answer 410 with the reason.

    Raises ValidationError when the story is not published or no reason is given; then nothing has changed.
    """
    current = Story.objects.select_for_update().get(pk=story.pk)
    if current.state != State.PUBLISHED:
        raise ValidationError("Only a published story can be withdrawn.", code="not_published")
    if not reason.strip():
        raise ValidationError("Say why the story is withdrawn; readers will see it.", code="no_reason")

    story.state, story.withdrawn_because = State.WITHDRAWN, reason.strip()
    story.save(update_fields=["state", "withdrawn_because", "body_text", "changed_at"])
    file_story(story=story)
    transaction.on_commit(partial(story_withdrawn.send, sender=Story, story=story))
