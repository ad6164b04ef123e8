"""Readers for the demo paper: a week of views that looks as if there had been some."""

from datetime import timedelta
from random import Random
from zoneinfo import ZoneInfo

from articles.actions.ranking import rank
from articles.actions.readings import roll_up
from articles.models import Reading, Span, Story
from newsroom import clock

HOURS = 7 * 24
# Of a hundred readers, how many read in each hour of the day, from midnight.
DAY = (2, 1, 1, 1, 1, 2, 4, 6, 7, 6, 5, 5, 6, 5, 4, 4, 4, 5, 6, 6, 6, 5, 4, 4)
# A story of middling interest has so many readers in its first hour, and half as many every ten hours.
READERS, HALVED_AFTER = 150, timedelta(hours=10)


def let_read(*, time_zone: str) -> None:
    """Views for every hour of the last week, and the lists that follow. Where anything was ever read, nothing."""
    if Reading.objects.exists():
        return
    now, zone = clock.now(), ZoneInfo(time_zone)
    stories = list(Story.objects.public().values_list("pk", "slug", "published_at"))
    # The same paper is read in the same way.
    interest = {pk: Random(slug).lognormvariate(0, 0.6) for pk, slug, _ in stories}
    for back in range(HOURS, -1, -1):
        hour = now - timedelta(hours=back)
        readers = READERS * len(DAY) * DAY[hour.astimezone(zone).hour] / 100
        counts = {
            pk: round(interest[pk] * readers * 0.5 ** ((hour - since) / HALVED_AFTER))
            for pk, _, since in stories
            if since <= hour
        }
        roll_up(counts={pk: views for pk, views in counts.items() if views}, at=hour)
    for span in Span:
        rank(span=span, now=now)
