"""The entries of a live story, newest first, and when its coverage began and ended."""

from datetime import datetime
from typing import Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.bodies.fields import BodyField
from articles.media.models import Image
from articles.models import Story
from newsroom import clock
from newsroom.caching.recording import shows
from newsroom.caching.shown import Purged, Shown, ShownQuerySet


def live_key(story: int) -> str:
    """What a page shows that shows entries of the story."""
    return f"live:{story}"


class CoverageQuerySet(ShownQuerySet["Coverage"]):
    def of(self, story: int) -> "Coverage | None":
        shows(live_key(story))
        return self.filter(story=story).first()


class Coverage(Shown):
    """That a story is, or was, told live. It runs until it is ended, which can be undone."""

    story = models.OneToOneField(Story, models.CASCADE, related_name="+")
    started_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = CoverageQuerySet.as_manager()

    class Meta:
        verbose_name = "live coverage"
        verbose_name_plural = "live coverage"
        constraints = [
            models.CheckConstraint(
                name="coverage_ends_after_it_starts",
                condition=Q(ended_at=None) | Q(ended_at__gte=models.F("started_at")),
            )
        ]

    def __str__(self) -> str:
        return str(self.story)

    @classmethod
    def purging_fields(cls) -> tuple[str, ...]:
        return ("story",)

    def shown_keys(self) -> tuple[str, ...]:
        return (live_key(self.story_id),)

    def purged(self, fields: frozenset[str] | None = None) -> Purged:  # noqa: ARG002  # whichever they are
        return Purged.of(*self.shown_keys())


class EntryQuerySet(ShownQuerySet["Entry"]):
    def of(self, story: int) -> Self:
        """Those of a story that stand, newest first: one walk along its index."""
        shows(live_key(story))
        return self.filter(story=story, removed_at=None).order_by("-pk").select_related("picture")

    def outstanding(self) -> Self:
        """Pinned, or key events."""
        return self.filter(Q(is_pinned=True) | Q(is_key=True))


class Entry(Shown):
    """What was told at a moment. Its number is its place: entries are read by number, newest first."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="+", db_index=False)
    headline = models.CharField(max_length=140, blank=True)
    body = BodyField(blank=True)
    picture = models.ForeignKey(Image, models.PROTECT, null=True, blank=True, related_name="+")
    is_pinned = models.BooleanField("pinned", default=False)
    is_key = models.BooleanField("key event", default=False)
    posted_at = models.DateTimeField(default=clock.now)
    edited_at = models.DateTimeField(null=True, editable=False)
    removed_at = models.DateTimeField(null=True, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+", db_index=False
    )
    # Of the form with which it was posted: sent twice, it is posted once.
    token = models.UUIDField(default=uuid4, unique=True, editable=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = "entry"
        verbose_name_plural = "entries"
        constraints = [
            models.CheckConstraint(name="entry_says_something", condition=~Q(headline="", body="", picture=None))
        ]
        indexes = [
            models.Index(name="entry_of_a_story", fields=["story", "-id"], condition=Q(removed_at=None)),
            models.Index(
                name="entry_outstanding",
                fields=["story", "-id"],
                condition=Q(removed_at=None) & (Q(is_pinned=True) | Q(is_key=True)),
            ),
        ]

    def __str__(self) -> str:
        return self.headline or f"Entry {self.pk}"

    @classmethod
    def purging_fields(cls) -> tuple[str, ...]:
        return ("story",)

    def shown_keys(self) -> tuple[str, ...]:
        return (live_key(self.story_id),)

    def purged(self, fields: frozenset[str] | None = None) -> Purged:  # noqa: ARG002  # whichever they are
        return Purged.of(*self.shown_keys(), gone=self.removed_at is not None)

    @property
    def told_at(self) -> datetime:
        return self.edited_at or self.posted_at
