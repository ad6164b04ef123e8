"""Stories to place: what an editor looks for, or the newest that the front does not show."""

from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet

from articles.front.admin.forms import story_at
from articles.models import Filing, State, Story

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
    most = SHOWN + len(front)
    stories = _published()
    if category is not None:
        # By the lines of the section, which its index has in order.
        lines = Filing.objects.filter(category=category, published_at__isnull=False).order_by("-published_at", "-story")
        stories = stories.filter(pk__in=list(lines.values_list("story", flat=True)[:most]))
    return [story for story in stories[:most] if story.pk not in front][:SHOWN]


def _published() -> QuerySet[Story]:
    stories: QuerySet[Story] = Story.objects.filter(state=State.PUBLISHED)
    return stories.select_related("category").only(*TOLD).order_by(F("published_at").desc(), "-pk")
