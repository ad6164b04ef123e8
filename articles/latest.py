"""The latest posts, which stand beside every article and on pages that found nothing."""

from django.http import HttpRequest

from articles.models import Story
from articles.models.keys import LATEST
from newsroom.caching.memo import remembered

POSTS = 6
# Some may have expired, and one may be the story that they stand beside.
FETCHED = POSTS + 4


def newest(request: HttpRequest) -> list[Story]:
    """The newest stories with what components/latest.html shows of them. Remembered: one query when that changed."""
    return remembered(LATEST, lambda: list(Story.objects.lines().with_latest_parts()[:FETCHED]), within=request)


def latest_posts(request: HttpRequest, *, without: int | None) -> list[Story]:
    """The newest public ones but for the story with the id `without`, newest first."""
    return [story for story in newest(request) if story.pk != without and story.is_public()][:POSTS]
