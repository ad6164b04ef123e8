"""Banning origins, names and sites, and lifting that."""

from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import transaction

from comments.models import Ban, BanKind, Comment
from newsroom import clock
from newsroom.audit.recording import record

FORGOTTEN = "Where this comment came from is not known any more."


@transaction.atomic
def ban(
    *, kind: BanKind, value: str, until: datetime | None = None, reason: str = "", by: AbstractUser | None = None
) -> Ban:
    """Take no more comments from there until then, or for good. One that is there already gets the new time.

    Raises ValidationError for a value that names nobody, or everybody.
    """
    wanted = Ban(kind=kind, value=value, until=until, reason=reason)
    wanted.full_clean(exclude=["by"], validate_constraints=False)
    told = {"until": until, "reason": reason, "by": by, "made_at": clock.now()}
    made, _ = Ban.objects.update_or_create(kind=kind, value=wanted.value, defaults=told)
    record(verb="banned", obj=made, by=by, reason=reason)
    return made


def ban_origin_of(
    *, comment: Comment, until: datetime | None = None, reason: str = "", by: AbstractUser | None = None
) -> Ban:
    """Take no more comments from the connection that this one came from, for as long as it can be told.

    Raises ValidationError when that is forgotten.
    """
    if not comment.address_key:
        raise ValidationError(FORGOTTEN, code="forgotten")
    return ban(kind=BanKind.ORIGIN, value=comment.address_key, until=until, reason=reason, by=by)


@transaction.atomic
def lift(*, ban: Ban, by: AbstractUser | None = None) -> bool:
    """Let the ban end now. Returns whether it had not ended before. What it shut out stays where it is."""
    lifted = Ban.objects.current().filter(pk=ban.pk).update(until=clock.now())
    if lifted:
        record(verb="lifted", obj=ban, by=by)
    return bool(lifted)
