"""Sending the letters that are due: at most once each.

What is due is read from the database each time, so no cause is missed, whatever died in between. A letter is noted
before it is sent: when the process dies at that moment it is not sent, and never twice.
"""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused
from typing import Any, Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import models
from django.db.models import Exists, F, OuterRef

from articles.models import SiteSettings
from comments.actions.watching import is_offered, leave
from comments.letters import asking, telling
from comments.models import Comment, Told, Watch
from newsroom import clock

logger = logging.getLogger(__name__)

AT_ONCE: Final = 50
UNCONFIRMED: Final = timedelta(hours=48)
PERMANENT: Final = 500


class LaterError(Exception):
    """The mail server takes nothing now."""


def send_due(*, now: datetime | None = None) -> int:
    """Send up to AT_ONCE letters of each kind, and forget who need not be told any more. Returns how many were sent."""
    if not is_offered():
        return 0
    now = now or clock.now()
    Watch.objects.over(
        unconfirmed=now - UNCONFIRMED, confirmed=now - timedelta(days=settings.COMMENT_WATCH_DAYS)
    ).delete()
    site = SiteSettings.objects.current()
    try:
        return _ask(site) + _tell(site)
    except LaterError:
        return 0


def _ask(site: SiteSettings) -> int:
    sent = 0
    for watch in Watch.objects.unasked().select_related("comment__story")[:AT_ONCE]:
        # Whoever notes it sends it: another machine may be at it too.
        if Watch.objects.filter(pk=watch.pk, letter_at=None).update(letter_at=clock.now()):
            try:
                _send(asking(watch, site), watch)
            except LaterError:
                Watch.objects.filter(pk=watch.pk).update(letter_at=None)
                raise
            sent += 1
    return sent


def _tell(site: SiteSettings) -> int:
    sent = 0
    for reply in due()[:AT_ONCE]:
        parent: Any = reply.parent
        watch: Watch = parent.watch
        told, made = Told.objects.get_or_create(reply=reply, defaults={"watch": watch})
        if made:
            try:
                _send(telling(watch, reply, site), watch)
            except LaterError:
                told.delete()
                raise
            sent += 1
    return sent


def due() -> models.QuerySet[Comment]:
    """The answers, oldest first, that readers see and whose watcher was not told of them."""
    watched = Comment.objects.visible().filter(
        parent__in=Watch.objects.standing().values("comment"), posted_at__gt=F("parent__watch__confirmed_at")
    )
    untold = watched.exclude(Exists(Told.objects.filter(reply=OuterRef("pk"))))
    return untold.select_related("parent__watch__comment__story").order_by("pk")


def _send(letter: EmailMessage, watch: Watch) -> None:
    """Raises LaterError where the server takes nothing; for an address that there is not the watch ends."""
    try:
        letter.send()
    except SMTPRecipientsRefused as refusal:
        if all(code >= PERMANENT for code, _ in refusal.recipients.values()):
            leave(watch=watch)
            return
        raise LaterError from None
    except (SMTPException, OSError):
        logger.exception("A letter to a writer of a comment could not be sent; it is tried again.")
        raise LaterError from None
