"""Every query of readers' pages is a walk along an index, so that a page costs the same however large the archive is.

The archive here is small, and a small table is best read whole. So both databases are asked how they would do it if
that were impossible: SQLite knows no sizes here and goes by its rules, PostgreSQL is told to shun reading and sorting.
"""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Series, SeriesPart, Story
from comments.models import Comment
from tests.factories.images import make_image
from tests.factories.stories import make_author, make_category, make_page, make_source, make_story

pytestmark = pytest.mark.django_db

GROWING = r"articles_(?:story|filing|byline|storysource|storytag|seriespart)|comments_comment"
READ_WHOLE = re.compile(rf"SCAN (?:{GROWING})\b(?!.* USING)|Seq Scan on (?:{GROWING})\b")
SORTED = re.compile(r"USE TEMP B-TREE|\bSort\b")
# Indexes of the desk: whoever asks readers' stories or comments by these reads all that have a state.
OF_THE_DESK = re.compile(r"comment_of_a_state|comment_newest|story_of_a_state|story_of_a_kind|story_changed")
# What belongs to one story, what is looked up by its ids, and the few hundred newest of a list that a slot of a front
# looks through, are sorted without harm.
FEW = re.compile(
    r'(?:story_id|content_object_id|thread_id)" (?:=|IN)|"id" (?:=|IN)|pick\.story_id =|LIMIT \d+\) AS line\b'
)
PAGES = [
    "/",
    "/rivers/",
    "/rivers/page/2/",
    "article",
    "comments",
    "newest comments",
    "newest comments, page 2",
    "comments for programs",
    "feed of comments",
    "/latest/",
    "/latest/page/2/",
    "/tag/ports/",
    "/author/ada/",
    "/source/agency/",
    "/series/water/",
    "/about/",
    "year",
    "month",
    "day",
    "/feed/",
    "/rivers/feed/",
    "/sitemap.xml",
    "/nowhere/",
]


@pytest.fixture
def addresses():
    """An archive of all that a query can look for."""
    company = {"byline": [(make_author(slug="ada"), "")], "sources": [make_source(slug="agency")], "tags": ["Ports"]}
    rivers, picture = make_category(slug="rivers"), make_image()
    make_page(slug="about")
    for _ in range(60):
        story = make_story(category=rivers, lead_image=picture, **company)
    water = Series.objects.create(title="The water", slug="water")
    SeriesPart.objects.bulk_create(
        SeriesPart(series=water, story=told, position=n) for n, told in enumerate(Story.objects.order_by("pk"), 1)
    )
    Comment.objects.bulk_create(Comment(story=story, name="Ada", text=f"No {n}") for n in range(120))
    Story.objects.filter(pk=story.pk).update(comment_count=120)
    where = story.get_absolute_url()
    return {
        "article": where,
        "comments": f"{where}comments/page/2/",
        "newest comments": f"{where}comments/newest/",
        "newest comments, page 2": f"{where}comments/newest/page/2/",
        "comments for programs": f"{where}comments/json/",
        "feed of comments": f"{where}feed/",
        "year": where[:6],
        "month": where[:9],
        "day": where[:12],
    }


def plan(sql):
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("EXPLAIN QUERY PLAN " + sql)
        else:
            cursor.execute(
                "SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL enable_incremental_sort = off"
            )
            cursor.execute("EXPLAIN " + sql)
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


@pytest.mark.parametrize("page", PAGES)
def test_no_query_reads_a_whole_table_or_sorts_a_list(client, addresses, page):
    with CaptureQueriesContext(connection) as asked:
        client.get(addresses.get(page, page))

    for sql in (query["sql"] for query in asked if re.search(GROWING, query["sql"])):
        how = plan(sql)
        assert not READ_WHOLE.search(how), (sql, how)
        # PostgreSQL goes by sizes, and of a few rows any index is as good.
        assert connection.vendor != "sqlite" or not OF_THE_DESK.search(how), (sql, how)
        assert FEW.search(sql) or not SORTED.search(how), (sql, how)
