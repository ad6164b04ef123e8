"""Fronts whose time comes without anybody doing anything, for the pages that show them."""

from collections.abc import Iterator
from datetime import datetime

from articles.front.models import Launch
from newsroom.caching.schedule import Coming, calendar


def following(moment: datetime) -> datetime | None:
    coming = Launch.objects.filter(at__gt=moment).order_by("at").values_list("at", flat=True)
    return coming.first()


def between(since: datetime, until: datetime) -> Iterator[Coming]:
    for launch in Launch.objects.filter(at__gt=since, at__lte=until).defer("content"):
        yield Coming(launch.purged().keys, gone=True)


calendar(following=following, between=between)
