"""What a story said at a moment: every save at the desk is one."""

import json
import zlib
from typing import Any, Self

from django.conf import settings
from django.db import models

from newsroom import clock


class RevisionQuerySet(models.QuerySet["Revision"]):
    def without_content(self) -> Self:
        return self.defer("packed").select_related("by")


class Revision(models.Model):
    """The whole editable content of a story, packed. Nothing but `articles.actions.revisions` writes it."""

    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="revisions", db_index=False)
    number = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    note = models.CharField(max_length=200, blank=True)
    is_major = models.BooleanField(default=False)
    packed = models.BinaryField()

    objects = RevisionQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        # Its index also has the revisions of a story in their order.
        constraints = [models.UniqueConstraint(name="revision_number", fields=["story", "number"])]

    def __str__(self) -> str:
        return f"Revision {self.number}"

    @property
    def content(self) -> dict[str, Any]:
        """By name of the field, as `articles.content.content_of` gives it."""
        unpacked: dict[str, Any] = json.loads(zlib.decompress(self.packed))
        return unpacked


def packed(content: dict[str, Any]) -> bytes:
    return zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), 9)
