from datetime import UTC, datetime, timedelta

import pytest

from articles.actions.withdraw import withdraw
from articles.related import CATEGORY, PICK, TAG, rank, read_next
from articles.walks import Line
from newsroom import clock
from tests.factories.stories import make_category, make_story

NOW = datetime(2026, 5, 1, tzinfo=UTC)


def test_an_editors_picks_come_first_in_their_order():
    rows = [Line(1, NOW, TAG), Line(3, NOW, PICK, 1), Line(7, NOW - timedelta(900), PICK, 0)]

    assert rank(rows, NOW) == [7, 3, 1]


def test_two_shared_tags_beat_one_and_a_tag_beats_a_category():
    rows = [Line(1, NOW, CATEGORY), *[Line(pk, NOW, TAG) for pk in (2, 3, 3)]]

    assert rank(rows, NOW) == [3, 2, 1]


def test_of_two_equals_the_newer_comes_first():
    assert rank([Line(1, NOW - timedelta(60), TAG), Line(2, NOW, TAG)], NOW) == [2, 1]


@pytest.mark.django_db
def test_the_latest_posts_are_the_newest_and_the_newest_of_them_comes_first():
    story, *others = (make_story(published_at=NOW + timedelta(hours=hour)) for hour in range(12))

    with clock.as_of(NOW + timedelta(days=1)):
        assert read_next(story, []).latest == others[:-7:-1]


@pytest.mark.django_db
def test_a_story_is_never_related_to_itself_nor_to_one_that_was_withdrawn():
    world = make_category()
    story, other, gone = (make_story(category=world, tags=["Rivers"]) for _ in range(3))
    withdraw(story=gone, reason="Wrong.")

    found = read_next(story, list(story.tags.all()))

    assert found.related == [other]
    assert found.latest == [other]
