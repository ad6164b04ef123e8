"""What readers see of a series: its stories in order, and beside each the one before and the one after."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.fetching import cards
from articles.models import Series, SeriesPart, Story
from articles.models.listed import list_key
from newsroom.caching.recording import mentioning, shows


@dataclass(frozen=True, slots=True)
class Place:
    """Where a story stands among the public ones of a series. `number` counts from 1."""

    series: Series
    number: int
    of: int
    before: Story | None
    after: Story | None


def parts_of(series: Series) -> QuerySet[SeriesPart, SeriesPart]:
    shows(list_key("series", series.pk))
    return SeriesPart.objects.filter(series=series).public()


def places_of(story: Story) -> Sequence[Place]:
    """Its place in each series that it is in. Two queries; what stands beside it may be a little old."""
    with mentioning():
        mine = list(_with_neighbours(story))
        shows(*(list_key("series", part.series_id) for part in mine))
        found = cards({pk for part in mine for pk in (part.before, part.after) if pk})
    return [
        Place(part.series, part.ahead + 1, part.ahead + 1 + part.behind, found.get(part.before), found.get(part.after))
        for part in mine
    ]


def _with_neighbours(story: Story) -> QuerySet[Any, Any]:
    """Its parts, each with the story `before` and `after` it, by id, and how many are `ahead` of it and `behind`."""
    public = SeriesPart.objects.filter(series=OuterRef("series")).public()
    before, after = public.filter(position__lt=OuterRef("position")), public.filter(position__gt=OuterRef("position"))

    def how_many(parts: QuerySet[SeriesPart, SeriesPart]) -> Coalesce:
        return Coalesce(Subquery(parts.order_by().values("series").annotate(n=Count("pk")).values("n")), 0)

    return (
        SeriesPart.objects.filter(story=story)
        .select_related("series")
        .order_by("series__title", "pk")
        .annotate(
            before=Subquery(before.order_by(F("position").desc()).values("story")[:1]),
            after=Subquery(after.values("story")[:1]),
            ahead=how_many(before),
            behind=how_many(after),
        )
    )
