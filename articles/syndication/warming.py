"""What programs ask for all day: feeds, and the list of the sitemap's parts."""

from collections.abc import Iterator

from django.urls import reverse

from articles.models import Category
from newsroom.caching.warming import asked_first


@asked_first
def feeds() -> Iterator[str]:
    yield reverse("syndication:site_feed")
    for category in Category.objects.for_navigation():
        yield reverse("syndication:section_feed", args=(category.path,))


@asked_first
def robots() -> Iterator[str]:
    yield reverse("syndication:robots")
    yield reverse("syndication:sitemap")
