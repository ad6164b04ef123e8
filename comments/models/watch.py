"""Writers who want to be told of answers by e-mail, and what they were told."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from comments.models.comment import Comment
from newsroom import clock


class WatchQuerySet(models.QuerySet["Watch"]):
    def of_address(self, email: str, *, since: datetime) -> Self:
        return self.filter(email=email, asked_at__gt=since)

    def unasked(self) -> Self:
        """Those whose letter that asks for a confirmation has not gone out."""
        return self.filter(letter_at=None).order_by("asked_at")

    def standing(self) -> Self:
        return self.filter(confirmed_at__isnull=False, ended_at=None)

    def over(self, *, unconfirmed: datetime, confirmed: datetime) -> Self:
        """Those that nobody confirmed, or that have been told of answers for long enough, before these moments."""
        return self.filter(Q(confirmed_at=None, asked_at__lt=unconfirmed) | Q(asked_at__lt=confirmed))


class Watch(models.Model):
    """One for a comment at most. `letter_at` is when it was asked to confirm by letter."""

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="watch")
    email = models.EmailField()
    asked_at = models.DateTimeField(default=clock.now)
    letter_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = WatchQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(name="watch_of_address", fields=["email", "asked_at"]),
            models.Index(name="watch_by_time", fields=["asked_at"]),
        ]

    def __str__(self) -> str:
        return f"Watch of comment {self.comment_id}"

    @property
    def is_standing(self) -> bool:
        return self.confirmed_at is not None and self.ended_at is None


class Told(models.Model):
    """An answer of which somebody was told, or is being told."""

    watch = models.ForeignKey(Watch, models.CASCADE, related_name="told")
    reply = models.OneToOneField(Comment, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Told of comment {self.reply_id}"
