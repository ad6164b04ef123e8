"""The purges that were asked for."""

from datetime import datetime
from typing import Self

from django.db import models

from newsroom import clock


class PurgeQuerySet(models.QuerySet["Purge"]):
    def after(self, number: int) -> Self:
        return self.filter(pk__gt=number).order_by("pk")

    def made_since(self, moment: datetime) -> Self:
        return self.filter(made_at__gte=moment)

    def newest_first(self) -> Self:
        return self.order_by("-pk")

    def older_than(self, moment: datetime) -> Self:
        return self.filter(made_at__lt=moment)


class Purge(models.Model):
    """One change's purge: a row of the transaction that made the change, so that neither is ever without the other."""

    keys = models.JSONField()
    gone = models.BooleanField(default=False)
    because = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField(default=clock.now)

    objects = PurgeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(name="purge_made_at", fields=["made_at"])]
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.because or ", ".join(self.keys)


class Told(models.Model):
    """Up to when something in front has been told of every purge."""

    front = models.CharField(max_length=200, unique=True)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return self.front
