"""The buttons of a front that change what readers get."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.timezone import localtime

from articles.front.actions import cancel, discard, launch
from articles.front.models import Front, Launch

type Said = dict[str, Any]


def launch_now(front: Front, *, numbers: list[int], said: Said, seen: int, by: User) -> str:  # noqa: ARG001  # a button's signature
    launch(front=front, note=said["note"], seen=seen, by=by)
    return "It is launched: readers have it now."


def launch_then(front: Front, *, numbers: list[int], said: Said, seen: int, by: User) -> str:  # noqa: ARG001  # a button's signature
    moment: datetime | None = said["at"]
    if moment is None:
        raise ValidationError("Give the time at which readers are to have it, or launch it now.")
    launch(front=front, at=moment, note=said["note"], seen=seen, by=by)
    return (
        f"It is scheduled: readers have it on {date_format(localtime(moment), 'j M Y')} at {localtime(moment):%H:%M}."
    )


def discarded(front: Front, *, numbers: list[int], said: Said, seen: int, by: User) -> str:  # noqa: ARG001  # a button's signature
    discard(front=front, seen=seen, by=by)
    return "The draft is gone. The front is as readers have it."


def cancelled(front: Front, *, numbers: list[int], said: Said, seen: int, by: User) -> str:  # noqa: ARG001  # a button's signature
    coming = Launch.objects.of(front.category_id).filter(pk__in=numbers[:1]).first()
    if coming is None:
        raise ValidationError("It was cancelled meanwhile.")
    cancel(front=front, coming=coming, by=by)
    return "It is not scheduled any more."


LAUNCHING = {"launch": launch_now, "schedule": launch_then, "discard": discarded, "cancel": cancelled}
