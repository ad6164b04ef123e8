"""Saying in public what was wrong in a story."""

from functools import partial

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import transaction

from articles.announcements import story_revised
from articles.models import Correction, State, Story
from articles.models.correction import LONGEST, Place
from newsroom import clock
from newsroom.audit.recording import record


@transaction.atomic
def correct_story(*, story: Story, text: str, place: str = Place.FOOT, by: AbstractUser | None = None) -> Correction:
    """Put a note with this moment's date on a story that readers know. Its text is an editor's to change, and so is
    whether it says “Updated”.

    Raises ValidationError, and changes nothing, when nothing is said or the story is not before readers.
    """
    current = Story.objects.select_for_update().get(pk=story.pk)
    if current.state != State.PUBLISHED or not current.published_at or current.published_at > clock.now():
        raise ValidationError("Only a story that readers have seen can be corrected.", code="not_published")
    said = " ".join(text.split())
    if not said:
        raise ValidationError({"text": "Say what was wrong and what is right."})
    if len(said) > LONGEST:
        raise ValidationError({"text": f"A correction has up to {LONGEST:,} letters; this one has {len(said):,}."})
    if place not in Place.values:
        raise ValidationError({"place": "Say whether it stands above or below the text."})

    made = Correction.objects.create(
        story=story, text=said, place=place, corrected_at=clock.now(), made_by_id=by.pk if by else None
    )
    record(verb="corrected", obj=story, by=by, reason=said)
    _tell(story)
    return made


@transaction.atomic
def withdraw_correction(*, correction: Correction, reason: str, by: AbstractUser | None = None) -> None:
    """Take a correction that was itself wrong off its story and the list. The desk keeps it, with who did that and why.

    Raises ValidationError, and changes nothing, when no reason is given or it is withdrawn already.
    """
    current = Correction.objects.select_for_update().select_related("story").get(pk=correction.pk)
    if current.withdrawn_at:
        raise ValidationError("This correction is withdrawn already.", code="withdrawn")
    if not reason.strip():
        raise ValidationError({"reason": "Say why the correction is withdrawn; the desk keeps the reason."})

    correction.withdrawn_at, correction.withdrawn_because = clock.now(), reason.strip()
    correction.withdrawn_by_id = by.pk if by else None
    correction.save(update_fields=["withdrawn_at", "withdrawn_because", "withdrawn_by"])
    record(verb="withdrew a correction of", obj=current.story, by=by, reason=reason)
    _tell(current.story)


def _tell(story: Story) -> None:
    """The story knows when it was corrected last, so that a page of one that never was asks for nothing."""
    last = Correction.objects.standing().filter(story=story).last()
    story.corrected_at = last.corrected_at if last else None
    Story.objects.filter(pk=story.pk).update(corrected_at=story.corrected_at)
    transaction.on_commit(partial(story_revised.send, sender=Story, story=story))
