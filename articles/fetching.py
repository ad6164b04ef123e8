"""What readers' pages ask for, each question put into SQL once."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from articles.models import Byline, Correction, Source, Story, StoryTag, Tag, public_at
from articles.models.listed import list_key
from newsroom import clock
from newsroom.caching.recording import mentions
from newsroom.prepared import prepared

KEY, MOMENT = models.BigIntegerField(), models.DateTimeField()


@prepared(day=models.DateField(), slug=models.SlugField())
def stories_at(*, day: Any, slug: Any) -> QuerySet[Story, Story]:
    """The story at an address, if any."""
    stories: QuerySet[Story, Story] = Story.objects.for_article().filter(published_on=day, slug=slug)
    return stories


@prepared(story=KEY)
def byline_of(*, story: Any) -> QuerySet[Byline, Byline]:
    return Byline.objects.select_related("author__portrait").filter(story=story)


@prepared(story=KEY)
def sources_of(*, story: Any) -> QuerySet[Source, Source]:
    return Source.objects.filter(story_sources__story=story).order_by("story_sources__position")


@prepared(story=KEY, moment=MOMENT)
def _tags(*, story: Any, moment: Any) -> QuerySet[Tag, Tag]:
    others = StoryTag.objects.filter(
        public_at(moment, "content_object__"), tag=OuterRef("pk"), published_at__lte=moment
    )
    borne = Tag.objects.filter(story_tags__content_object=story).order_by("story_tags__pk")
    return borne.annotate(has_page=Exists(others.exclude(content_object=story)))


def tags_of(story: int) -> list[Tag]:
    """The tags of a story, each with `has_page`: whether another public story bears it too. One query."""
    found = _tags(story=story, moment=clock.now())
    mentions(*(list_key("tag", tag.pk) for tag in found))
    return found


@prepared(story=KEY)
def corrections_of(*, story: Any) -> QuerySet[Correction, Correction]:
    return Correction.objects.standing().filter(story=story)


@prepared(ids=KEY)
def _cards(*, ids: Any) -> QuerySet[Story, Story]:
    # Asked for by primary key and nothing else: beside the rule of `public_at`, SQLite would rather read a whole index
    # than look up twenty rows.
    stories: QuerySet[Story, Story] = Story.objects.with_card_parts().filter(pk__in=ids)
    return stories


def cards(ids: Iterable[int]) -> dict[int, Any]:
    """Those of the stories with these ids that are public, as cards, by id. One query."""
    wanted = list(ids)
    found = _cards(ids=wanted) if wanted else []
    return {story.pk: story for story in found if story.is_public()}


def first_cards(ids: list[int], count: int) -> list[Story]:
    """The first `count` of the stories with these ids that are public. A query, and another when some are not."""
    found = cards(ids[:count])
    if len(found) < count:
        found |= cards(ids[count : 3 * count])
    return [found[pk] for pk in ids if pk in found][:count]


def with_bylines(stories: list[Story]) -> list[Story]:
    """The same stories, each knowing who wrote it. One query."""
    models.prefetch_related_objects(stories, Prefetch("byline", Byline.objects.select_related("author__portrait")))
    return stories
