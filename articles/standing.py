"""Where pages stand that must follow a change at once, for a front that knows them by address only."""

from collections.abc import Iterator

from articles.models import Category, Page, Story
from newsroom.caching.front.addresses import stands_at

HOME = "/"


def _articles(numbers: list[int]) -> Iterator[str]:
    published = Story.objects.filter(pk__in=numbers, published_on__isnull=False)
    yield from (story.get_absolute_url() for story in published.only("published_on", "slug"))


@stands_at("story")
def stories(numbers: list[int]) -> Iterator[str]:
    yield HOME
    yield from _articles(numbers)


@stands_at("comments")
def comments(numbers: list[int]) -> Iterator[str]:
    return _articles(numbers)


@stands_at("list:category")
def sections(numbers: list[int]) -> Iterator[str]:
    yield HOME
    yield from (category.get_absolute_url() for category in Category.objects.filter(pk__in=numbers).only("path"))


@stands_at("page")
def pages(numbers: list[int]) -> Iterator[str]:
    yield from (page.get_absolute_url() for page in Page.objects.filter(pk__in=numbers).only("slug"))
