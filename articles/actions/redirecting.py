"""Leaving a redirect where a page stood.

No redirect leads to another: whatever led to an address that moves is turned to where it goes now. So a reader is sent
on once, and none can be sent in a circle.
"""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from articles.addresses import tidied
from articles.models import Redirect


@transaction.atomic
def leave_redirect(*, old: str, new: str, by: AbstractUser | None = None) -> None:
    """Send readers from the address that a page had to the one that it has now, and so for all below it.

    What led away from the new address goes: a page stands there.
    """
    before, now = _tidied(old), _tidied(new)
    if before == now:
        return
    _one_at_a_time()
    take_address(paths=[now])
    if now.startswith(f"{before}/"):
        raise ValidationError("A page cannot move to an address below its own.", code="below_itself")
    _turn(before, now, with_below=True)
    Redirect.objects.update_or_create(
        old=before, defaults={"new": now, "with_below": True, "by_hand": False, "made_by_id": by.pk if by else None}
    )


@transaction.atomic
def add_redirect(*, old: str, new: str, by: AbstractUser | None = None) -> Redirect:
    """One that somebody wishes, of this address alone. To a redirect's address it leads where that one leads.

    Raises ValidationError as `refuse_redirect` does.
    """
    _one_at_a_time()
    before, now = refuse_redirect(old=old, new=new)
    _turn(before, now, with_below=False)
    return Redirect.objects.create(old=before, new=now, by_hand=True, made_by_id=by.pk if by else None)


def refuse_redirect(*, old: str, new: str) -> tuple[str, str]:
    """Where a wished redirect would begin and end. Raises ValidationError when there is one already, or it would lead
    to itself.
    """
    before, now = _tidied(old), _tidied(new) if new.strip("/") else "/"
    if Redirect.objects.filter(old=before).exists():
        raise ValidationError({"old": "There is a redirect from this address already. Delete that one first."})
    if further := Redirect.objects.answering(now):
        now = further.onward(now)
    if before == now:
        raise ValidationError({"new": "It would lead back to where it begins. Give the address of another page."})
    return before, now


def take_address(*, paths: Iterable[str]) -> None:
    """A page stands at these addresses now, so nothing leads away from them any more."""
    Redirect.objects.filter(old__in=[found for path in paths if (found := tidied(path))]).delete()


def _turn(before: str, now: str, *, with_below: bool) -> None:
    """Let what led to an address, or below it, lead to where that stands now."""
    for one in Redirect.objects.leading_to(before, with_below=with_below):
        one.new = now + one.new.removeprefix(before)
        if further := Redirect.objects.answering(one.new):
            one.new = further.onward(one.new)
        if one.new == one.old or one.new.startswith(f"{one.old}/"):
            one.delete()
        else:
            one.save(update_fields=["new"])


def _tidied(path: str) -> str:
    found = tidied(path)
    if found is None:
        raise ValidationError(f"“{path}” is no address that can be redirected.", code="no_address")
    return found


def _one_at_a_time() -> None:
    """Two at once could lead to each other's beginning. SQLite takes one writer at a time by itself."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE articles_redirect IN SHARE ROW EXCLUSIVE MODE")
