"""The demo paper looks as if it had been read for a week."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.models import MostRead, Reading, Span
from newsroom import clock
from newsroom.demo.readers import let_read
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 4, 24, 14, 30, tzinfo=UTC)


@pytest.fixture
def stories():
    with clock.as_of(NOW):
        yield [make_story(published_at=NOW - timedelta(hours=hours)) for hours in (300, 100, 30, 20, 2)]


def read():
    let_read(time_zone="Europe/London")
    return list(Reading.objects.order_by("hour", "story").values_list("hour", "story", "views"))


def test_no_story_was_read_before_it_appeared(stories):
    first = {pk: min(hour for hour, told, _ in read() if told == pk) for pk in (story.pk for story in stories[2:])}

    assert [first[story.pk] for story in stories[2:]] == [story.published_at.replace(minute=0) for story in stories[2:]]


def test_what_was_read_most_is_ranked_at_once(stories):
    read()

    places = MostRead.objects.filter(span=Span.DAY, category=None).order_by("position")
    assert {place.story_id for place in places} >= {story.pk for story in stories[2:]}


def test_it_is_read_once_and_in_the_same_way(stories):
    first = read()
    assert read() == first

    Reading.objects.all().delete()
    assert read() == first
