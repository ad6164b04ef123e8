"""What is read: views of each story by the hour, and the lists of what is read most."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, Self

from django.db import models
from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce

from articles.models.category import Category


class Span(models.TextChoices):
    """How far back a list of the most read looks: the hour that runs, and so many before it."""

    HOUR = "1h", "1 hour"
    DAY = "24h", "24 hours"
    WEEK = "7d", "7 days"

    def begins(self, now: datetime) -> datetime:
        """The first hour that counts."""
        return hour_of(now) - timedelta(hours={Span.HOUR: 1, Span.DAY: 24, Span.WEEK: 7 * 24}[self])


def hour_of(moment: datetime) -> datetime:
    """The hour (UTC) in which an aware moment lies."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


class Views(NamedTuple):
    """How often a story was viewed in the last 24 hours, and in the last 7 days."""

    day: int
    week: int


class ReadingQuerySet(models.QuerySet["Reading"]):
    def within(self, span: Span, now: datetime) -> Self:
        return self.filter(hour__gte=span.begins(now))

    def views_of(self, stories: Collection[int], now: datetime) -> dict[int, Views]:
        """How often each of these stories was viewed, by id; none that was not. One query."""
        lately = self.within(Span.WEEK, now).filter(story__in=stories).values("story")
        of_a_day = Coalesce(Sum("views", filter=Q(hour__gte=Span.DAY.begins(now))), 0)
        totals = lately.annotate(day=of_a_day, week=Sum("views"))
        return {row["story"]: Views(row["day"], row["week"]) for row in totals}

    def top(self, span: Span, now: datetime, count: int) -> list[tuple[int, int]]:
        """The most viewed stories and their views, most first; the newer of two that are equal."""
        # To group by the bare column SQLite would walk through the hours of every story; so it reads those of the span.
        totals = self.within(span, now).values(told=F("story") + 0).annotate(total=Sum("views"))
        return list(totals.order_by("-total", "-told").values_list("told", "total")[:count])


class Reading(models.Model):
    """How often a story was viewed within an hour (UTC). Nothing but `articles.actions.readings` writes it.

    A row of its own, so that to count a view never touches the story.
    """

    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="+", db_index=False)
    hour = models.DateTimeField()
    views = models.PositiveIntegerField()

    objects = ReadingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(name="reading_once_an_hour", fields=["story", "hour"])]
        # Not with the views: PostgreSQL can then count one more without a new entry in any index.
        indexes = [models.Index(name="reading_hour", fields=["hour"])]

    def __str__(self) -> str:
        return f"{self.views} of {self.story_id} at {self.hour:%Y-%m-%d %H}"


class MostRead(models.Model):
    """A place in the list of the most read stories, of a category with all below it or of the whole site.

    Nothing but `articles.actions.ranking` writes it. A story that is not public any more may stand in it for a minute;
    whoever shows the list asks each card.
    """

    span = models.CharField(max_length=3, choices=Span)
    category = models.ForeignKey(Category, models.CASCADE, null=True, related_name="+", db_index=False)
    position = models.PositiveSmallIntegerField()
    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="+")
    views = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="most_read_place", fields=["span", "category", "position"]),
            # No two nulls are equal to a database.
            models.UniqueConstraint(
                name="most_read_place_of_the_site", fields=["span", "position"], condition=Q(category=None)
            ),
            models.CheckConstraint(name="most_read_span_is_known", condition=Q(span__in=Span.values)),
        ]

    def __str__(self) -> str:
        return f"{self.position}. of {self.category_id or 'the site'} in {self.span}"
