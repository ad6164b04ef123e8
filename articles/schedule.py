"""Stories and breaking news whose time comes or ends without anybody doing anything, for the pages that show them."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q

from articles.models import BreakingNews, Byline, Filing, SeriesPart, State, Story, StorySource, StoryTag
from articles.models.breaking import BREAKING
from newsroom.caching.schedule import Coming, calendar

BAR = ("starts_at", "ends_at")
LINES = (Filing, Byline, StorySource, StoryTag, SeriesPart)


def following(moment: datetime) -> datetime | None:
    """When the next story appears or expires after a moment."""
    published = Story.objects.filter(state=State.PUBLISHED)
    appears = published.filter(published_at__gt=moment).order_by("published_at").values_list("published_at", flat=True)
    ends = published.filter(expires_at__gt=moment).order_by("expires_at").values_list("expires_at", flat=True)
    bars = [
        BreakingNews.objects.filter(**{f"{field}__gt": moment}).order_by(field).values_list(field, flat=True).first()
        for field in BAR
    ]
    return min((found for found in (appears.first(), ends.first(), *bars) if found), default=None)


def between(since: datetime, until: datetime) -> Iterator[Coming]:
    """What appeared or expired after one moment and up to another."""
    # Two questions: one for both would use neither's index.
    for field in ("published_at", "expires_at"):
        passed = Q(**{f"{field}__gt": since, f"{field}__lte": until})
        for story in Story.objects.filter(passed, state=State.PUBLISHED).only(*Story.purging_fields()):
            lines = [line for model in LINES for line in model.objects.filter(**{model.list_story: story})]
            keys = story.purged().keys.union(*(line.purged().keys for line in lines))
            yield Coming(keys, gone=field == "expires_at")
    if any(BreakingNews.objects.filter(**{f"{field}__gt": since, f"{field}__lte": until}).exists() for field in BAR):
        yield Coming(frozenset({BREAKING}), gone=False)


calendar(following=following, between=between)
