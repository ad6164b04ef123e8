"""Editors see how often a story is read."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.readings import roll_up
from newsroom import clock
from tests.factories.people import make_user
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/story/"


@pytest.fixture
def editor(client):
    client.force_login(make_user("editor"))
    return client


def test_the_list_tells_the_views_of_a_day_and_of_a_week(editor):
    story = make_story()
    roll_up(counts={story.pk: 1_204}, at=clock.now())
    roll_up(counts={story.pk: 6_916}, at=clock.now() - timedelta(days=3))

    assert "<b>24 h</b> 1,204 <b>7 d</b> 8,120" in editor.get(LIST).text


def test_a_story_that_nobody_read_has_no_figures(editor):
    make_story()

    assert "<b>24 h</b>" not in editor.get(LIST).text


def test_a_page_of_the_list_asks_once_for_all_views(editor):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            editor.get(LIST)
        return sum('FROM "articles_reading"' in one["sql"] for one in asked)

    for _ in range(5):
        roll_up(counts={make_story().pk: 1}, at=clock.now())

    assert queries() == 1


def test_the_form_tells_them_in_words(editor):
    story = make_story()
    roll_up(counts={story.pk: 1}, at=clock.now())
    roll_up(counts={story.pk: 1_000}, at=clock.now() - timedelta(days=3))

    assert "1 view in 24 hours, 1,001 in 7 days" in editor.get(f"{LIST}{story.pk}/change/").text
