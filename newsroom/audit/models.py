"""Who did what to which object, and why."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models

from newsroom import clock


class LineQuerySet(models.QuerySet["Line"]):
    def about(self, obj: models.Model) -> Self:
        return self.filter(kind=kind_of(obj), object_id=str(obj.pk))

    def since(self, moment: datetime) -> Self:
        return self.filter(made_at__gte=moment)

    def update(self, **_: Any) -> int:
        raise TypeError("A line of the log is never changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("A line of the log is never deleted.")


class Line(models.Model):
    """One deed. It is written with the change it tells of, or not at all, and no door changes or deletes it: the
    database itself refuses to.

    It repeats the names of people and objects, so that it still tells when these are gone.
    """

    verb = models.CharField(max_length=40)
    kind = models.CharField(max_length=60)
    object_id = models.CharField(max_length=40)
    object_name = models.CharField("what", max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    by_name = models.CharField("who", max_length=150, blank=True)
    reason = models.TextField(blank=True)
    made_at = models.DateTimeField("when", default=clock.now)

    objects = LineQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)
        indexes = [
            models.Index(name="line_of_object", fields=["kind", "object_id", "-id"]),
            models.Index(name="line_by", fields=["by", "-id"]),
            models.Index(name="line_verb", fields=["verb", "-id"]),
            models.Index(name="line_made_at", fields=["-made_at", "-id"]),
        ]
        verbose_name = "line of the log"
        verbose_name_plural = "the log"

    def __str__(self) -> str:
        return f"{self.by_name or 'The system'} {self.verb} {self.object_name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A line of the log is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *_: Any, **__: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("A line of the log is never deleted.")


def kind_of(obj: models.Model) -> str:
    return obj._meta.label_lower
