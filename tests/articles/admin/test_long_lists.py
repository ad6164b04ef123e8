"""The desk's lists are walks along an index, so that an archive of any size costs what a page of it costs."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.admin.story import StoryAdmin
from newsroom import clock, lists
from tests.factories.images import make_image
from tests.factories.people import make_user
from tests.factories.stories import make_draft, make_story

pytestmark = pytest.mark.django_db

STORIES, PICTURES = "/admin/articles/story/", "/admin/media/image/"
LISTS = [
    (STORIES, {}),
    *((STORIES, {"state": state}) for state in ("draft", "scheduled", "published", "expired", "withdrawn")),
    (STORIES, {"writer": "me"}),
    (STORIES, {"kind__exact": "live"}),
    (PICTURES, {}),
    (PICTURES, {"credit": "missing"}),
    (PICTURES, {"is_decorative__exact": "1"}),
]


@pytest.fixture
def editor(client):
    client.force_login(make_user("editor"))
    return client


def plan(sql):
    """How the database would do it, were its tables too large to be read or sorted."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("EXPLAIN QUERY PLAN " + sql)
        else:
            cursor.execute(
                "SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off"
            )
            cursor.execute("EXPLAIN " + sql)
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


@pytest.mark.parametrize(("address", "query"), LISTS, ids=str)
def test_a_page_of_a_list_sorts_nothing_and_reads_no_whole_table(editor, address, query):
    make_story(lead_image=make_image())
    make_draft()
    table = "articles_story" if address == STORIES else "media_image"

    with CaptureQueriesContext(connection) as asked:
        editor.get(address, query)

    pages = [one["sql"] for one in asked if f'FROM "{table}"' in one["sql"] and "ORDER BY" in one["sql"]]
    counts = [one["sql"] for one in asked if f'FROM "{table}"' in one["sql"] and f"LIMIT {lists.COUNTED}" in one["sql"]]
    plans = [plan(sql) for sql in (pages[0], counts[0])]
    for word in ("TEMP B-TREE", f"SCAN {table}\n", "Sort", f"Seq Scan on {table}"):
        assert word not in "\n".join(plans) + "\n", plans


@pytest.mark.parametrize(("address", "make"), [(STORIES, make_draft), (PICTURES, make_image)])
def test_a_long_list_is_counted_only_so_far(editor, monkeypatch, address, make):
    monkeypatch.setattr(lists, "COUNTED", 3)
    for _ in range(4):
        make()

    with CaptureQueriesContext(connection) as asked:
        page = editor.get(address)

    assert "The newest 3" in page.text
    assert not [one["sql"] for one in asked if "COUNT(*)" in one["sql"]]


def test_what_is_scheduled_stands_in_the_order_in_which_it_appears(editor):
    day, now = timedelta(days=1), clock.now()
    for days in (3, 1, 2):
        make_story(headline=f"in {days} days", published_at=now + days * day)

    found = editor.get(STORIES, {"state": "scheduled"}).context["cl"]

    assert [story.headline for story in found.result_list] == ["in 1 days", "in 2 days", "in 3 days"]
    assert found.get_ordering_field_columns() == {}


def test_what_expired_last_stands_first(editor):
    day, now = timedelta(days=1), clock.now()
    for days in (3, 1, 2):
        make_story(headline=f"{days} days ago", published_at=now - 9 * day, expires_at=now - days * day)

    found = editor.get(STORIES, {"state": "expired"}).context["cl"]

    assert [story.headline for story in found.result_list] == ["1 days ago", "2 days ago", "3 days ago"]


def test_a_column_that_is_clicked_still_orders_what_is_scheduled(editor):
    now = clock.now()
    for hours in (1, 2):
        make_story(headline=f"in {hours} hours", published_at=now + timedelta(hours=hours))

    column = StoryAdmin.list_display.index("changed") + 1  # the ticks of the moves stand before them
    found = editor.get(STORIES, {"state": "scheduled", "o": f"-{column}"}).context["cl"]

    assert [story.headline for story in found.result_list] == ["in 2 hours", "in 1 hours"]
