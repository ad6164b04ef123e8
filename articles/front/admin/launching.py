"""The buttons of a front that change what readers get: each answers what the editor is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.timezone import localtime

from articles.front.actions import cancel, discard, launch
from articles.front.models import Front, Launch


@dataclass(frozen=True, slots=True)
class Wish:
    """What was sent with the button: `at` and `note` as they were typed, `seen` the version that was looked at."""

    front: Front
    numbers: list[int]
    at: datetime | None
    note: str
    seen: int
    by: User


def launch_now(wish: Wish) -> str:
    launch(front=wish.front, note=wish.note, seen=wish.seen, by=wish.by)
    return "It is launched: readers have it now."


def launch_then(wish: Wish) -> str:
    if wish.at is None:
        raise ValidationError("Give the time at which readers are to have it, or launch it now.")
    launch(front=wish.front, at=wish.at, note=wish.note, seen=wish.seen, by=wish.by)
    return f"It is scheduled: readers have it from {date_format(localtime(wish.at), 'j M Y, H:i')} on."


def discard_draft(wish: Wish) -> str:
    discard(front=wish.front, seen=wish.seen, by=wish.by)
    return "The draft is gone. The front is as readers have it."


def cancel_launch(wish: Wish) -> str:
    coming = Launch.objects.of(wish.front.category_id).filter(pk__in=wish.numbers[:1]).first()
    if coming is None:
        raise ValidationError("It was cancelled meanwhile.")
    cancel(front=wish.front, coming=coming, by=wish.by)
    return "It is not scheduled any more."


LAUNCHING: Mapping[str, Callable[[Wish], str]] = {
    "launch": launch_now,
    "schedule": launch_then,
    "discard": discard_draft,
    "cancel": cancel_launch,
}
