"""Where the pages of the archive stand: each kind of page with the addresses that are taken in turn.

A first page has between one and two pages' worth of stories. So that archives of different sizes are compared by pages
that show as much, the lists are taken whose first page has about one and a half.
"""

import random
from collections.abc import Callable
from itertools import batched

from django.db.models import Count, QuerySet

from articles.models import Byline, Filing, Story, StorySource, StoryTag
from articles.paging import STORIES_A_PAGE, cut
from articles.views.section import STORIES_IN_A_SECTION

NEWEST, ANY, LISTS = 120, 6_000, 9
# A day that is over in every archive.
SOME_DAYS_AGO = 400
# Of these, every archive has as many as a page shows, or none.
WORDS = ("ferry", "the+council", '"of+the"', "zeppelin")


def pages() -> dict[str, list[str]]:
    newest = Story.objects.lines().only("published_on", "slug")
    stories = [story.get_absolute_url() for story in newest[: NEWEST + 1]]
    day = newest[SOME_DAYS_AGO].get_absolute_url().rsplit("/", 2)[0] + "/"
    month = day.rsplit("/", 2)[0] + "/"
    sections = Filing.objects.filter(category__parent=None)
    middle = cut(sections.filter(category__path="section-0").count(), 1, STORIES_IN_A_SECTION)[2] // 2
    return {
        "home": ["/"],
        "category": alike(sections, "category__path", "/{}/".format, STORIES_IN_A_SECTION),
        "category, middle page": [f"/section-0/page/{middle}/"],
        "article": stories[1:],
        "article, 1,000 comments": stories[:1],
        "further comments": [f"{stories[0]}comments/page/2/"],
        "latest": ["/latest/"],
        "tag": alike(StoryTag.objects.all(), "tag__slug", "/tag/{}/".format),
        "author": alike(Byline.objects.all(), "author__slug", "/author/{}/".format),
        "source": alike(StorySource.objects.all(), "source__slug", "/source/{}/".format),
        "archive, a day": [day],
        "archive, a month": [f"{month}page/2/"],
        "archive, a year": [month.rsplit("/", 2)[0] + "/"],
        "search": [f"/search/?q={word}" for word in WORDS],
        "feed": ["/feed/"],
        "sitemap": ["/sitemap.xml"],
        "not found": ["/nowhere/"],
    }


def alike(lines: QuerySet, name: str, address: Callable[[str], str], size: int = STORIES_A_PAGE) -> list[str]:
    """Addresses of the lists, called by `name`, whose first page comes nearest to one and a half pages' worth."""
    lengths = {list_: cut(count, 1, size)[1] for list_, count in lines.values_list(name).annotate(Count("pk"))}
    nearest = sorted(lengths, key=lambda list_: (abs(lengths[list_] - 1.5 * size), list_))
    return [address(list_) for list_ in nearest[:LISTS]]


def articles(dice: random.Random) -> list[str]:
    """Addresses of stories from the whole archive, in no order."""
    last = Story.objects.order_by("-pk").values_list("pk", flat=True)[0]
    numbers = dice.sample(range(1, last + 1), min(ANY, last))
    stories = (story for some in batched(numbers, 500) for story in Story.objects.lines().filter(pk__in=some))
    found = [story.get_absolute_url() for story in stories]
    dice.shuffle(found)
    return found
