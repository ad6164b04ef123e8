"""What a story said at a moment: every save at the desk is one."""

import json
import zlib
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from newsroom import clock
from newsroom.caching.shown import Shown, ShownQuerySet


class RevisionQuerySet(ShownQuerySet["Revision"]):
    def without_content(self) -> Self:
        return self.defer("packed").select_related("by")

    def read_by_readers(self) -> Self:
        """The versions of stories: the major ones that readers could read, also those hidden from them by now."""
        return self.filter(is_major=True, public_from__lte=clock.now())


class Revision(Shown):
    """The whole editable content of a story, packed. Nothing but `articles.actions.revisions` and `hiding` write it."""

    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="revisions", db_index=False)
    number = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    note = models.CharField(max_length=200, blank=True)
    is_major = models.BooleanField(default=False)
    packed = models.BinaryField()
    # Since when readers could read it; None where they never could. Still to come while its story is scheduled.
    public_from = models.DateTimeField(null=True)
    hidden_at = models.DateTimeField(null=True)
    hidden_because = models.CharField(max_length=300, blank=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        # Its index also has the revisions of a story in their order.
        constraints = [
            models.UniqueConstraint(name="revision_number", fields=["story", "number"]),
            models.CheckConstraint(
                name="revision_hidden_says_why", condition=Q(hidden_at=None) | ~Q(hidden_because="")
            ),
        ]

    def __str__(self) -> str:
        return f"Revision {self.number}"

    @classmethod
    def purging_fields(cls) -> tuple[str, ...]:
        return ("story",)

    def shown_keys(self) -> tuple[str, ...]:
        # It is a part of its story.
        return (f"story:{self.story_id}",)

    @property
    def content(self) -> dict[str, Any]:
        """By name of the field, as `articles.content.content_of` gives it."""
        unpacked: dict[str, Any] = json.loads(zlib.decompress(self.packed))
        return unpacked


def packed(content: dict[str, Any]) -> bytes:
    return zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), 9)
