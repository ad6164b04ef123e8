"""Stories to place: what an editor looks for, or the newest that the front does not show."""

from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet

from articles.front.admin.forms import story_at
from articles.models import State, Story

SHOWN = 12
# Headlines of so many of the newest are searched; an older story is found by its address.
SEARCHED = 5_000
TOLD = ("headline", "kind", "published_at", "expires_at", "state", "lead_image", "category__name")


def found(asked: str) -> list[Story]:
    """By words of the headline, published or scheduled, the newest first; or the one story at an address."""
    if "/" in asked:
        try:
            return [story_at(asked)]
        except ValidationError:
            return []
    newest = _published().values("pk")[:SEARCHED]
    stories = _published().filter(pk__in=newest)
    for word in asked.split():
        stories = stories.filter(headline__icontains=word)
    return list(stories[:SHOWN])


def newest_not_on(front: set[int], category: int | None) -> list[Story]:
    stories = _published()
    if category is not None:
        stories = stories.filter(filings__category=category)
    return [story for story in stories[: SHOWN + len(front)] if story.pk not in front][:SHOWN]


def _published() -> QuerySet[Story]:
    stories: QuerySet[Story] = Story.objects.filter(state=State.PUBLISHED)
    return stories.select_related("category").only(*TOLD).order_by(F("published_at").desc(), "-pk")
