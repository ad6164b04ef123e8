"""Changes of fronts that nobody makes, for the pages that show them: a launch's time comes, a card's place ends."""

from collections.abc import Iterator
from datetime import datetime

from articles.front.models import Ending, Launch
from newsroom.caching.schedule import Coming, calendar


def following(moment: datetime) -> datetime | None:
    launches = Launch.objects.filter(at__gt=moment).order_by("at").values_list("at", flat=True)
    endings = Ending.objects.filter(at__gt=moment).order_by("at").values_list("at", flat=True)
    return min((found for found in (launches.first(), endings.first()) if found), default=None)


def between(since: datetime, until: datetime) -> Iterator[Coming]:
    passed = {"at__gt": since, "at__lte": until}
    launches = Launch.objects.defer("content")
    ended = launches.filter(pk__in=Ending.objects.filter(**passed).values("launch"))
    for launch in (*launches.filter(**passed), *ended):
        yield Coming(launch.purged().keys, gone=True)


calendar(following=following, between=between)
