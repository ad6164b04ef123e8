"""What has just happened, in one line above every page, for as long as an editor says."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q

from newsroom import clock
from newsroom.caching.recording import shows
from newsroom.caching.shown import Purged, Shown, ShownQuerySet

BREAKING = "breaking"
USUALLY = timedelta(hours=2)
IN_BAR = ("headline", "slug", "published_on", "published_at", "state", "expires_at")


def usual_end() -> datetime:
    return clock.now() + USUALLY


class BreakingNewsQuerySet(ShownQuerySet["BreakingNews"]):
    def not_over(self) -> list["BreakingNews"]:
        """What runs or is still to come, what began last first. One query."""
        shows(BREAKING)
        told = [f"story__{name}" for name in IN_BAR]
        coming = self.filter(ends_at__gt=clock.now()).select_related("story")
        return list(coming.only("text", "starts_at", "ends_at", "story", *told).order_by("-starts_at", "-pk"))


class BreakingNews(Shown):
    text = models.CharField(max_length=140, help_text="One line. Readers see it above every page.")
    story = models.ForeignKey(
        "articles.Story",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="What it leads to, as soon as that is public.",
    )
    starts_at = models.DateTimeField("from", default=clock.now)
    ends_at = models.DateTimeField("until", default=usual_end, help_text="Then it goes by itself.")

    objects = BreakingNewsQuerySet.as_manager()

    class Meta:
        verbose_name = "breaking news"
        verbose_name_plural = "breaking news"
        constraints = [
            models.CheckConstraint(
                name="breaking_news_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message="It must end after it begins.",
            ),
            models.CheckConstraint(name="breaking_news_says_something", condition=~Q(text="")),
        ]
        indexes = [
            models.Index(name="breaking_news_ending", fields=["ends_at"]),
            models.Index(name="breaking_news_starting", fields=["starts_at"]),
        ]
        ordering = ["-starts_at", "-pk"]

    def __str__(self) -> str:
        return self.text

    def shown_keys(self) -> tuple[str, ...]:
        return (BREAKING,)

    def purged(self, fields: frozenset[str] | None = None) -> Purged:  # noqa: ARG002  # whichever they are
        return Purged.of(BREAKING)

    def runs(self) -> bool:
        return self.starts_at <= clock.now() < self.ends_at
