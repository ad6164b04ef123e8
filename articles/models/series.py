"""Stories that belong together, in an order that editors give them: a series, or a collection."""

from typing import Self

from django.db import models
from django.db.models import Q

from articles.models.listed import Listed, ListedQuerySet
from articles.models.states import public_at
from newsroom import clock
from newsroom.caching.recording import shows
from newsroom.caching.shown import Purged, Shown, ShownQuerySet

# Which series there are that have something to read.
ALL_SERIES = "series"


class SeriesQuerySet(ShownQuerySet["Series"]):
    def with_stories(self) -> Self:
        """Those that readers can open."""
        shows(ALL_SERIES)
        public = SeriesPart.objects.filter(public_at(clock.now(), "story__"), series=models.OuterRef("pk"))
        return self.filter(models.Exists(public))


class Series(Shown):
    title = models.CharField(max_length=120)
    slug = models.SlugField(max_length=80, unique=True)
    description = models.CharField(
        max_length=300, blank=True, help_text="What it is about, in a sentence. It stands on the series' page."
    )

    objects = SeriesQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(name="series_has_title_and_slug", condition=~Q(title="") & ~Q(slug=""))]
        ordering = ["title"]
        verbose_name_plural = "series"

    def __str__(self) -> str:
        return self.title

    def purged(self, fields: frozenset[str] | None = None) -> Purged:  # noqa: ARG002  # whichever they are
        return Purged.of(*self.shown_keys(), ALL_SERIES)

    def get_absolute_url(self) -> str:
        # Not by `reverse`: a page may have several of these, and a test holds them to the route.
        return f"/series/{self.slug}/"


class SeriesPartQuerySet(ListedQuerySet["SeriesPart"]):
    def public(self) -> Self:
        """Those whose story readers can open now, from the first to the last."""
        return self.filter(public_at(clock.now(), "story__")).order_by("position", "pk")


class SeriesPart(Listed):
    """A story's place in a series. `articles.actions.series` numbers them from 1 on; None for one that comes last."""

    list_of = "series"

    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="series_parts")
    series = models.ForeignKey(Series, models.CASCADE, related_name="parts")
    position = models.PositiveIntegerField("place", null=True, blank=True, help_text="Empty for the end.")

    objects = SeriesPartQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(name="series_has_a_story_once", fields=["series", "story"])]
        indexes = [models.Index(name="series_in_order", fields=["series", "position", "id"])]
        ordering = ["position", "pk"]
        verbose_name = "part"

    def __str__(self) -> str:
        return f"{self.series}: {self.story}"

    def purged(self, fields: frozenset[str] | None = None) -> Purged:
        told = super().purged(fields)
        return Purged(told.keys | {ALL_SERIES}, told.gone)
