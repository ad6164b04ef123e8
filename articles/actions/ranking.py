"""Ranking what is read most, of the whole site and of each category."""

from collections import defaultdict
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from articles.models import Filing, MostRead, Reading, Span
from articles.models.keys import most_read_key
from newsroom.caching.purging import purge

# A list is longer than what is shown of it: some of it may no longer be public by then.
PLACES = 10
# So many of the whole site's most viewed are looked at, so that a long tail costs nothing.
CANDIDATES = 2_000
# Pages show no other spans.
SHOWN = (Span.DAY, Span.WEEK)

type Ranking = dict[int | None, list[tuple[int, int]]]


def rank(*, span: Span, now: datetime) -> set[int | None]:
    """Write the lists of one span anew, and return whose stories or order changed: categories' ids, None for the site.

    What is listed has been published by `now` and is not withdrawn, as its lines say.
    """
    rows = MostRead.objects.filter(span=span)
    before, after = _written(rows), _ranking(span, now)
    if before == after:
        return set()
    changed = {one for one in before.keys() | after.keys() if _stories(before, one) != _stories(after, one)}
    try:
        _write(rows, after, span=span, changed=changed)
    except IntegrityError:
        # Another machine writes its list at this moment, or a story was deleted: the next ranking is a minute away.
        return set()
    return changed


# Ranked before the transaction begins: SQLite lets nobody else write until it ends.
@transaction.atomic
def _write(rows: QuerySet[MostRead], ranking: Ranking, *, span: Span, changed: set[int | None]) -> None:
    rows.delete()
    MostRead.objects.bulk_create(
        MostRead(span=span, category_id=category, position=position, story_id=story, views=views)
        for category, places in ranking.items()
        for position, (story, views) in enumerate(places, 1)
    )
    if span in SHOWN:
        purge(map(most_read_key, changed), because=f"{span.label} of readers ranked anew")


def _written(rows: QuerySet[MostRead]) -> Ranking:
    ranking: Ranking = {}
    for category, story, views in rows.order_by("position").values_list("category", "story", "views"):
        ranking.setdefault(category, []).append((story, views))
    return ranking


def _ranking(span: Span, now: datetime) -> Ranking:
    top = Reading.objects.top(span, now, CANDIDATES)
    lines = Filing.objects.filter(story__in=[story for story, _ in top], published_at__lte=now)
    filed: defaultdict[int, list[int]] = defaultdict(list)
    for story, category in lines.values_list("story", "category"):
        filed[story].append(category)
    ranking: Ranking = {}
    for story, views in top:
        lists = (None, *filed[story]) if story in filed else ()
        for places in (ranking.setdefault(category, []) for category in lists):
            if len(places) < PLACES:
                places.append((story, views))
    return ranking


def _stories(ranking: Ranking, category: int | None) -> list[int]:
    return [story for story, _ in ranking.get(category, [])]
