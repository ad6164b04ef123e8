"""Changing fronts: the draft that editors share, and what of it readers get."""

from collections.abc import Callable
from datetime import datetime

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from articles.front.content import Content
from articles.front.models import Ending, Front, Launch
from newsroom import clock
from newsroom.audit.recording import record

type Change = Callable[[Content], Content]
NOTHING = "There is nothing to launch: the front is as readers have it."


def may_arrange(user: User) -> bool:
    return user.is_active and user.has_perm("front.change_front")


def may_launch(user: User) -> bool:
    return may_arrange(user) and user.has_perm("front.launch_front")


@transaction.atomic
def arrange(*, front: Front, start: Content, change: Change, said: str, by: User | None = None) -> Content:
    """Change the draft, and answer it; `start` is what a new draft begins with, `said` what is noted of the change.

    The change is made to the draft as it stands now, whatever the person had before their eyes. Raises what the change
    raises.
    """
    kept = _begin(front, by, allowed=may_arrange)
    before = kept.drafted or start
    content = change(before)
    if content != before:
        _keep(kept, content, by)
        record(verb="arranged", obj=kept, by=by, reason=said)
    front.pk, front.draft, front.version = kept.pk, kept.draft, kept.version
    return content


@transaction.atomic
def launch(
    *, front: Front, at: datetime | None = None, note: str = "", seen: int | None = None, by: User | None = None
) -> Launch:
    """Give readers the draft, now or `at` a time to come (aware); then there is no draft any more.

    Raises ValidationError when there is none, the time has passed, or the draft is not the version `seen`.
    """
    kept = _begin(front, by, allowed=may_launch)
    _refuse_unseen(kept, seen)
    if kept.drafted is None:
        raise ValidationError(NOTHING, code="nothing")
    if not kept.drafted.slots:
        raise ValidationError("A front without slots would be an empty page. Add a slot, or discard the draft.")
    now = clock.now()
    if at is not None and at <= now:
        raise ValidationError("That time has passed. Give one to come, or launch it now.", code="past")
    made = _launched(kept, kept.drafted, at or now, note, by)
    _keep(kept, None, by)
    record(verb="scheduled" if at else "launched", obj=kept, by=by, reason=note)
    return made


@transaction.atomic
def discard(*, front: Front, seen: int | None = None, by: User | None = None) -> None:
    """Forget the draft: the front is again as readers have it."""
    kept = _begin(front, by, allowed=may_arrange)
    _refuse_unseen(kept, seen)
    if kept.draft is not None:
        _keep(kept, None, by)
        record(verb="discarded the draft of", obj=kept, by=by)


@transaction.atomic
def roll_back(*, front: Front, to: Launch | None, by: User | None = None) -> Launch:
    """Give readers at once what they had from that launch on; None gives them the front by rule. A draft stays."""
    kept = _begin(front, by, allowed=may_launch)
    if to is not None and to.category_id != kept.category_id:
        raise ValidationError("That was another front.", code="another")
    if to is not None and to.at > clock.now():
        raise ValidationError("Readers have not had that one yet.", code="early")
    note = f"As from {to.at:%Y-%m-%d %H:%M} UTC on" if to else "By rule"
    made = _launched(kept, to.read if to else Content(), clock.now(), note, by)
    record(verb="rolled back", obj=kept, by=by, reason=note)
    return made


@transaction.atomic
def cancel(*, front: Front, coming: Launch, by: User | None = None) -> None:
    """Take a launch that is still to come off the calendar. Where there is no draft, it becomes that again."""
    kept = _begin(front, by, allowed=may_launch)
    still = Launch.objects.select_for_update().filter(pk=coming.pk, category=kept.category_id).first()
    if still is None or still.at <= clock.now():
        raise ValidationError("It has been launched, or was cancelled: it cannot be stopped any more.", code="late")
    content = still.read
    still.delete()
    if kept.draft is None:
        _keep(kept, content, by)
    record(verb="unscheduled", obj=kept, by=by)


def _begin(front: Front, by: User | None, *, allowed: Callable[[User], bool]) -> Front:
    """The row of the front for the rest of the transaction. Nobody, for a command, may do all."""
    if by is not None and not allowed(by):
        raise PermissionDenied("You may not do this with fronts.")
    kept, _ = Front.objects.get_or_create(category=front.category)
    return Front.objects.select_for_update(of=("self",)).select_related("category").get(pk=kept.pk)


def _refuse_unseen(front: Front, seen: int | None) -> None:
    if seen is not None and seen != front.version:
        who = front.changed_by.get_username() if front.changed_by else "Somebody"
        raise ValidationError(f"{who} changed this front after you opened it. Look at it again first.", code="unseen")


def _keep(front: Front, content: Content | None, by: User | None) -> None:
    front.draft = content.written() if content is not None else None
    front.version += 1
    front.changed_at, front.changed_by = clock.now(), by
    front.save()


def _launched(front: Front, content: Content, at: datetime, note: str, by: User | None) -> Launch:
    made = Launch.objects.create(
        category_id=front.category_id,
        at=at,
        content=content.written(),
        note=note,
        by=by,
        by_name=by.get_username() if by else "",
    )
    Ending.objects.bulk_create(Ending(launch=made, at=card.until) for card in content.cards() if card.until)
    return made
