"""Telling a story live: each verb of it, for the desk and for commands alike."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from articles.live.models import Coverage, Entry
from articles.media.models import Image
from articles.models import Kind, Story
from articles.permissions import may_publish
from newsroom import clock
from newsroom.audit.recording import record

EMPTY = "Say something, or choose a picture: the entry is empty."
REMOVED = "This entry was removed meanwhile."


def may_tell(user: User, story: Story) -> bool:
    """Who may publish a story may tell it live."""
    return user.has_perm("live.add_entry") and may_publish(user, story)


@transaction.atomic
def post_entry(
    *,
    story: Story,
    body: str = "",
    headline: str = "",
    picture: Image | None = None,
    is_pinned: bool = False,
    is_key: bool = False,
    token: UUID | None = None,
    by: User | None = None,
) -> Entry:
    """Tell something now; the first entry begins the coverage. The same `token` again gives the entry that is there.

    Raises ValidationError when it says nothing, the story is no live one, or its coverage has ended.
    """
    coverage = _begin(story, by)
    if coverage.ended_at is not None:
        raise ValidationError("The coverage has ended. Begin it again first.", code="ended")
    if not (body.strip() or headline.strip() or picture):
        raise ValidationError(EMPTY, code="empty")
    given = {"headline": headline, "body": body, "picture": picture, "is_pinned": is_pinned, "is_key": is_key}
    entry, made = Entry.objects.get_or_create(token=token or uuid4(), defaults={"story": story, "by": by, **given})
    if made:
        record(verb="posted", obj=entry, by=by)
    return entry


@transaction.atomic
def revise_entry(*, entry: Entry, by: User | None = None, **changes: Any) -> None:
    """Change what an entry says; readers see that it was edited, but for what only moves it."""
    _begin(entry.story, by)
    current = _standing(entry)
    for name, value in changes.items():
        setattr(current, name, value)
    if not (current.body.strip() or current.headline.strip() or current.picture_id):
        raise ValidationError(EMPTY, code="empty")
    if changes.keys() - {"is_pinned", "is_key"}:
        current.edited_at = clock.now()
    current.save()
    record(verb="revised", obj=current, by=by)


@transaction.atomic
def remove_entry(*, entry: Entry, by: User | None = None) -> None:
    """Take it from every page. Its own address says that it was removed."""
    _begin(entry.story, by)
    current = _standing(entry)
    current.removed_at = clock.now()
    current.save(update_fields=["removed_at"])
    record(verb="removed", obj=current, by=by)


@transaction.atomic
def end_coverage(*, story: Story, by: User | None = None) -> None:
    """Say that nothing more comes. Pages stop asking for more."""
    coverage = _begin(story, by)
    coverage.ended_at = clock.now()
    coverage.save()
    record(verb="ended the coverage of", obj=story, by=by)


@transaction.atomic
def resume_coverage(*, story: Story, by: User | None = None) -> None:
    coverage = _begin(story, by)
    coverage.ended_at = None
    coverage.save()
    record(verb="resumed the coverage of", obj=story, by=by)


def _begin(story: Story, by: User | None) -> Coverage:
    """The coverage's row for the rest of the transaction, so that entries get their numbers in the order of time."""
    if by is not None and not may_tell(by, story):
        raise PermissionDenied("You may not tell this story.")
    if story.kind != Kind.LIVE:
        raise ValidationError(
            "Only a story of the kind “Live” is told live. Choose that on its form first.", code="kind"
        )
    Coverage.objects.get_or_create(story=story)
    return Coverage.objects.select_for_update().get(story=story)


def _standing(entry: Entry) -> Entry:
    found = Entry.objects.select_for_update(of=("self",)).filter(pk=entry.pk, removed_at=None).first()
    if found is None:
        raise ValidationError(REMOVED, code="removed")
    return found
