from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory

from articles.actions.withdraw import withdraw
from articles.latest import latest_posts
from newsroom import clock
from tests.factories.stories import make_story

NOW = datetime(2026, 5, 1, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def posts(story):
    return latest_posts(RequestFactory().get("/"), without=story.pk)


def test_the_latest_posts_are_the_newest_and_the_newest_of_them_comes_first():
    story, *others = (make_story(published_at=NOW + timedelta(hours=hour)) for hour in range(12))

    with clock.as_of(NOW + timedelta(days=1)):
        assert posts(story) == others[:-7:-1]


def test_a_story_is_not_among_the_latest_posts_beside_itself_nor_is_one_that_was_withdrawn():
    other, gone, story = (make_story() for _ in range(3))
    withdraw(story=gone, reason="Wrong.")

    assert posts(story) == [other]
