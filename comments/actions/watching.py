"""Asking to be told of answers by e-mail, confirming it, and leaving."""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from comments.models import Comment, State, Watch
from newsroom import clock

DAY: Final = timedelta(days=1)
NO_ADDRESS = _("Please enter an e-mail address, for instance ada@example.com.")
ENOUGH = _("Many letters were asked for this address today. Please try again tomorrow.")
NOT_OFFERED = _("Answers are not told by e-mail here.")


def is_offered() -> bool:
    """Letters need an address that they come from, and one that they lead to."""
    return bool(settings.COMMENT_MAIL_FROM and settings.SITE_ADDRESS)


def ask(*, comment: Comment, email: str) -> Watch:
    """Note that the writer of the comment wants to be told at that address; a letter will ask there first.

    Raises ValidationError for what is no address, and when COMMENT_LETTERS_A_DAY were asked for it within a day.
    """
    if not is_offered() or comment.state == State.DELETED:
        raise ValidationError(NOT_OFFERED, code="off")
    email = email.strip().lower()
    try:
        Watch._meta.get_field("email").clean(email, None)
    except ValidationError:
        raise ValidationError(NO_ADDRESS, code="email") from None
    with transaction.atomic():
        if Watch.objects.of_address(email, since=clock.now() - DAY).count() >= settings.COMMENT_LETTERS_A_DAY:
            raise ValidationError(ENOUGH, code="enough")
        watch, made = Watch.objects.get_or_create(comment=comment, defaults={"email": email})
        if not made and (watch.email != email or watch.ended_at):
            again = {"email": email, "asked_at": clock.now(), "letter_at": None, "confirmed_at": None, "ended_at": None}
            Watch.objects.filter(pk=watch.pk).update(**again)
            watch.refresh_from_db()
    return watch


def confirm(*, watch: Watch) -> None:
    """From now on the writer is told of answers."""
    Watch.objects.filter(pk=watch.pk, confirmed_at=None, ended_at=None).update(confirmed_at=clock.now())


def leave(*, watch: Watch) -> None:
    """Tell the writer of nothing more."""
    Watch.objects.filter(pk=watch.pk, ended_at=None).update(ended_at=clock.now())
