"""A way for somebody without a login to see a story before readers do."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from newsroom import clock


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    def alive(self, moment: datetime) -> Self:
        return self.filter(revoked_at=None, ends_at__gt=moment)


class PreviewLink(models.Model):
    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="preview_links")
    note = models.CharField(max_length=120, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    ends_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(name="preview_link_ends", condition=Q(ends_at__gt=models.F("made_at"))),
        ]

    def __str__(self) -> str:
        return self.note or f"Preview link {self.pk}"

    def is_alive(self) -> bool:
        return self.revoked_at is None and self.ends_at > clock.now()
