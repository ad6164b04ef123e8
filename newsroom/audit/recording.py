"""Writing the log: one line for each thing that somebody did."""

from collections.abc import Callable, Iterable

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db import models

from newsroom.audit.models import Line, kind_of

NAME_LENGTH = 200


def record(*, verb: str, obj: models.Model, by: AbstractUser | AnonymousUser | None = None, reason: str = "") -> None:
    """Note that `by` did `verb` (in the past tense: "published") to `obj`, which has a key already, and why.

    Call it inside the transaction of the change, so that neither is ever without the other. None stands for what was
    done by a command or an importer.
    """
    record_each(verb=verb, objs=[obj], by=by, reason=reason)


def record_each[Noun: models.Model](
    *,
    verb: str,
    objs: Iterable[Noun],
    by: AbstractUser | AnonymousUser | None = None,
    reason: str = "",
    called: Callable[[Noun], str] = str,
) -> None:
    """The same of several at once, a line for each. `called` names them, where their own words are not the desk's to
    keep.
    """
    person = by if by is not None and by.pk else None
    Line.objects.bulk_create(
        Line(
            verb=verb,
            kind=kind_of(obj),
            object_id=str(obj.pk),
            object_name=called(obj)[:NAME_LENGTH],
            by_id=person.pk if person else None,
            by_name=person.get_username() if person else "",
            reason=reason.strip(),
        )
        for obj in objs
    )
