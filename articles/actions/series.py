"""Keeping the stories of a series in their order."""

from collections.abc import Collection

from django.db import transaction

from articles.models import Series, SeriesPart


@transaction.atomic
def order_series(*, series: Series, moved: Collection[int] = ()) -> None:
    """Number its parts from 1 on. Those without a place come last; of two in one place, the one that was `moved` there
    (ids of parts) comes first.
    """
    # Whoever orders the same series waits, so that no place is given twice.
    Series.objects.select_for_update().filter(pk=series.pk).values("pk").first()
    parts = list(SeriesPart.objects.filter(series=series))
    parts.sort(key=lambda part: (part.position is None, part.position or 0, part.pk not in moved, part.pk))
    wrong = [part for place, part in enumerate(parts, 1) if part.position != place]
    for place, part in enumerate(parts, 1):
        part.position = place
    SeriesPart.objects.bulk_update(wrong, ["position"])
