"""Letting somebody without a login see a story before readers do, for a while."""

from datetime import timedelta
from typing import Final

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.urls import reverse

from articles.models import PreviewLink, Story
from articles.permissions import may_change
from newsroom import clock
from newsroom.audit.recording import record

HOURS: Final = {24: "24 hours", 48: "48 hours", 168: "7 days", 720: "30 days"}
USUAL: Final = 48
_signer = Signer(salt="articles.preview", sep=".")


@transaction.atomic
def make_preview_link(
    *, story: Story, hours: int = USUAL, note: str = "", by: AbstractUser | None = None
) -> PreviewLink:
    """A link that shows the story as it is whenever it is opened, for so many hours (one of HOURS), to whoever has it.

    Raises PermissionDenied when `by` may not change the story, ValidationError for another number of hours.
    """
    if by is not None and not may_change(by, story):
        raise PermissionDenied("You may not show this story to others.")
    if hours not in HOURS:
        raise ValidationError(f"A link lasts {', '.join(HOURS.values())}.", code="hours")
    now = clock.now()
    link = PreviewLink.objects.create(
        story=story,
        note=" ".join(note.split()),
        made_by_id=by.pk if by else None,
        made_at=now,
        ends_at=now + timedelta(hours=hours),
    )
    record(verb="made a preview link of", obj=story, by=by, reason=f"{HOURS[hours]}. {link.note}")
    return link


@transaction.atomic
def revoke_preview_link(*, link: PreviewLink, by: AbstractUser | None = None) -> None:
    """Let it show nothing any more, from now on. Raises PermissionDenied when `by` may not change the story."""
    if by is not None and not may_change(by, link.story):
        raise PermissionDenied("You may not decide who sees this story.")
    if PreviewLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=clock.now()):
        record(verb="revoked a preview link of", obj=link.story, by=by, reason=link.note)


def path_of_link(link: PreviewLink) -> str:
    return reverse("articles:preview", args=[_signer.sign(str(link.pk))])


def link_at(signed: str) -> PreviewLink | None:
    """The link that an address stands for, if it still shows something."""
    try:
        key = _signer.unsign(signed)
    except BadSignature:
        return None
    return PreviewLink.objects.alive(clock.now()).select_related("story").filter(pk=key).first()
