from datetime import UTC, datetime, timedelta

import pytest

from articles.actions.withdraw import withdraw
from articles.related import CATEGORY, PICK, TAG, rank, related_to
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
def test_a_story_is_never_related_to_itself_nor_to_one_that_was_withdrawn():
    world = make_category()
    story, other, gone = (make_story(category=world, tags=["Rivers"]) for _ in range(3))
    withdraw(story=gone, reason="Wrong.")

    assert related_to(story, list(story.tags.all())) == [other]


@pytest.mark.django_db
def test_as_many_are_found_when_the_best_have_expired():
    world = make_category()
    story, *others = (make_story(category=world, published_at=NOW - timedelta(hours=hour)) for hour in range(8))
    expired = [make_story(category=world, published_at=NOW, expires_at=NOW + timedelta(hours=1)) for _ in range(3)]

    with clock.as_of(NOW + timedelta(hours=1)):
        found = related_to(story, [])

    assert found == others[:4]
    assert not set(found) & set(expired)
