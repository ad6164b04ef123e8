"""The pages of stories that are asked for first: fronts, what is read most, what was published last."""

from collections.abc import Iterator

from django.urls import reverse

from articles.models import Category, MostRead, Span, Story
from articles.models.story import article_path
from newsroom.caching.warming import asked_first

STORIES = 50


@asked_first
def fronts() -> Iterator[str]:
    yield "/"
    yield from (category.get_absolute_url() for category in Category.objects.for_navigation())
    yield reverse("articles:latest")


@asked_first
def most_read() -> Iterator[str]:
    places = MostRead.objects.filter(span=Span.DAY)
    told = Story.objects.public().filter(pk__in=places.values("story")).values_list("published_on", "slug")
    yield from (article_path(on, slug) for on, slug in told[:STORIES])


@asked_first
def newest() -> Iterator[str]:
    told = Story.objects.public().newest_first().values_list("published_on", "slug")
    yield from (article_path(on, slug) for on, slug in told[:STORIES])
