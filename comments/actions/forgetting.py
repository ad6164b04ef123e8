"""Forgetting where comments came from, once that is of no use against a flood."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import models, transaction
from django.db.models.functions import Cast

from comments.models import Ban, BanKind, Comment, Report
from newsroom import clock

AT_ONCE: Final = 500


def forget_origins(*, now: datetime | None = None) -> int:
    """Take the hashes of address blocks from what is older than COMMENT_ORIGIN_DAYS. Returns of how many comments."""
    before = (now or clock.now()) - timedelta(days=settings.COMMENT_ORIGIN_DAYS)
    forgotten = 0
    while ids := list(Comment.objects.with_origin(before=before).values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            forgotten += Comment.objects.filter(pk__in=ids).forget_origin()
    # Each keeps something of its own in the place of the hash, so that two of one comment stay two.
    own = Cast("pk", models.CharField(max_length=32))
    Report.objects.filter(made_at__lt=before).exclude(address_key=own).update(address_key=own)
    # The hash of today is another one: such a ban meets nobody any more.
    Ban.objects.filter(kind=BanKind.ORIGIN, made_at__lt=before).delete()
    return forgotten
