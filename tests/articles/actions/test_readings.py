"""Views are added to the hour in which they were, and never to the story's own row."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from articles import upkeep
from articles.actions.readings import STORIES_A_STATEMENT, forget, roll_up
from articles.models import Reading
from articles.models.reading import Views
from newsroom import clock
from newsroom.caching import counting
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db
HOUR = datetime(2026, 5, 1, 14, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _nothing_counted():
    counting.drain()
    yield
    counting.drain()


def readings():
    return list(Reading.objects.order_by("story", "hour").values_list("story", "hour", "views"))


def test_what_two_workers_counted_adds_up():
    story, other = make_story(), make_story()

    roll_up(counts={story.pk: 3, other.pk: 1}, at=HOUR + MINUTE)
    roll_up(counts={story.pk: 4}, at=HOUR + 59 * MINUTE)

    assert readings() == [(story.pk, HOUR, 7), (other.pk, HOUR, 1)]


def test_each_hour_has_its_own_row():
    story = make_story()

    roll_up(counts={story.pk: 3}, at=HOUR + 59 * MINUTE)
    roll_up(counts={story.pk: 4}, at=HOUR + 60 * MINUTE)

    assert readings() == [(story.pk, HOUR, 3), (story.pk, HOUR + timedelta(hours=1), 4)]


def test_an_hour_is_the_same_one_in_every_zone():
    story = make_story()
    kathmandu = datetime.fromisoformat("2026-05-01T19:50:00+05:45")

    roll_up(counts={story.pk: 1}, at=kathmandu)

    assert readings() == [(story.pk, HOUR, 1)]


def test_a_story_that_is_not_there_any_more_is_left_out():
    story, deleted = make_story(), make_story()
    pk = deleted.pk
    deleted.delete()

    roll_up(counts={pk: 5, story.pk: 2, 999_999_999_999_999_999: 1}, at=HOUR)

    assert readings() == [(story.pk, HOUR, 2)]


def test_its_views_go_with_a_story_that_is_deleted():
    story = make_story()
    roll_up(counts={story.pk: 5}, at=HOUR)

    story.delete()

    assert readings() == []


def test_a_minute_costs_one_statement_that_does_not_touch_the_stories():
    stories = [make_story().pk for _ in range(3)]

    with CaptureQueriesContext(connection) as asked:
        roll_up(counts=dict.fromkeys(stories, 1), at=HOUR)

    written = [one["sql"] for one in asked if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(written) == 1
    assert written[0].split()[:3] == ["INSERT", "INTO", "articles_reading"]
    assert "UPDATE articles_story" not in written[0].replace('"', "")


def test_more_stories_than_one_statement_takes_are_all_written():
    stories = [make_story().pk for _ in range(3)]
    nobodys = range(10**9, 10**9 + STORIES_A_STATEMENT)

    roll_up(counts=dict.fromkeys([*nobodys, *stories], 2), at=HOUR)

    assert readings() == [(pk, HOUR, 2) for pk in stories]


def test_what_no_list_looks_back_to_is_forgotten():
    story = make_story()
    roll_up(counts={story.pk: 1}, at=HOUR - timedelta(days=8, hours=1))
    roll_up(counts={story.pk: 2}, at=HOUR - timedelta(days=7))

    forget(before=HOUR)

    assert readings() == [(story.pk, HOUR - timedelta(days=7), 2)]


def test_each_minute_what_was_counted_is_written_down():
    story = make_story()
    counting.count(f"story:{story.pk}", 3)
    counting.count("image:7")

    with clock.as_of(HOUR + MINUTE):
        upkeep.roll_up_counts()

    assert readings() == [(story.pk, HOUR, 3)]
    assert counting.drain() == {}


def test_a_minute_in_which_nobody_read_costs_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        upkeep.roll_up_counts()


def test_when_the_database_refuses_nothing_is_lost():
    story = make_story()
    counting.count(f"story:{story.pk}", 3)

    def refuse(*_):
        raise DatabaseError("It is away.")

    with connection.execute_wrapper(refuse), pytest.raises(DatabaseError):
        upkeep.roll_up_counts()
    counting.count(f"story:{story.pk}")
    with clock.as_of(HOUR):
        upkeep.roll_up_counts()

    assert readings() == [(story.pk, HOUR, 4)]


def test_views_are_told_of_a_day_and_of_a_week():
    story, quiet, old = make_story(), make_story(), make_story()
    roll_up(counts={story.pk: 3}, at=HOUR)
    roll_up(counts={story.pk: 4}, at=HOUR - timedelta(days=3))
    roll_up(counts={old.pk: 9}, at=HOUR - timedelta(days=3))

    views = Reading.objects.views_of([story.pk, quiet.pk, old.pk], HOUR + MINUTE)

    assert views == {story.pk: Views(3, 7), old.pk: Views(0, 9)}
