"""Taking one version of a story out of what readers see of its past, for instance because a court said so."""

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from articles.content import READ, same
from articles.models import Revision, Story
from articles.permissions import may_hide
from newsroom import clock
from newsroom.audit.recording import record

LONGEST = 300


@transaction.atomic
def hide_version(*, revision: Revision, reason: str, by: AbstractUser | None = None) -> None:
    """Readers see the reason in its place; the desk keeps the text.

    Raises ValidationError when no reason is given, it is hidden already or the story still says the same,
    PermissionDenied when `by` may not.
    """
    story = _begin(revision, by)
    if not reason.strip():
        raise ValidationError("Say why; readers see it in the place of the version.", code="no_words")
    if len(reason.strip()) > LONGEST:
        raise ValidationError(f"Readers see up to {LONGEST} letters; these are {len(reason.strip())}.", code="long")
    if revision.hidden_at:
        raise ValidationError("It is hidden already.", code="hidden")
    if all(same(value, getattr(story, name)) for name, value in revision.content.items() if name in READ):
        raise ValidationError("The story says the same now: change it or withdraw it first.", code="current")
    _write(revision, hidden=True, reason=reason.strip())
    record(verb="hid a version", obj=story, by=by, reason=f"Revision {revision.number}: {reason.strip()}")


@transaction.atomic
def show_version(*, revision: Revision, by: AbstractUser | None = None) -> None:
    """Let readers see it again. Raises ValidationError when it is not hidden, PermissionDenied when `by` may not."""
    story = _begin(revision, by)
    if not revision.hidden_at:
        raise ValidationError("It is not hidden.", code="shown")
    _write(revision, hidden=False, reason="")
    record(verb="showed a version again", obj=story, by=by, reason=f"Revision {revision.number}")


def _begin(revision: Revision, by: AbstractUser | None) -> Story:
    story: Story = Story.objects.select_for_update().get(pk=revision.story_id)
    if by is not None and not may_hide(by, story):
        raise PermissionDenied("You may not hide what readers see of this story.")
    revision.refresh_from_db(fields=["hidden_at"])
    return story


def _write(revision: Revision, *, hidden: bool, reason: str) -> None:
    revision.hidden_at, revision.hidden_because = clock.now() if hidden else None, reason
    revision.save(update_fields=["hidden_at", "hidden_because"])
