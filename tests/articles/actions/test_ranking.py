"""What is read most, by span and by category."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import upkeep
from articles.actions.ranking import PLACES, rank
from articles.actions.readings import roll_up
from articles.actions.withdraw import withdraw
from articles.models import MostRead, Span
from articles.most_read import walks
from articles.walks import together
from newsroom import clock
from tests.articles.admin.test_long_lists import plan
from tests.factories.stories import make_category, make_story

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 1, 14, 5, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def story(**given):
    return make_story(published_at=NOW - 10 * DAY, **given)


def ranked(span, category=None):
    places = MostRead.objects.filter(span=span, category=category).order_by("position")
    return [(place.position, place.story_id, place.views) for place in places]


def test_a_span_counts_its_own_hours_and_no_earlier_ones():
    now, day, week = (story() for _ in range(3))
    roll_up(counts={now.pk: 1}, at=NOW)
    roll_up(counts={now.pk: 2}, at=NOW - HOUR)
    roll_up(counts={now.pk: 4, day.pk: 5}, at=NOW - 24 * HOUR)
    roll_up(counts={day.pk: 9, week.pk: 20}, at=NOW - 7 * DAY)
    roll_up(counts={week.pk: 100}, at=NOW - 7 * DAY - HOUR)

    for span in Span:
        rank(span=span, now=NOW)

    assert ranked(Span.HOUR) == [(1, now.pk, 3)]
    assert ranked(Span.DAY) == [(1, now.pk, 7), (2, day.pk, 5)]
    assert ranked(Span.WEEK) == [(1, week.pk, 20), (2, day.pk, 14), (3, now.pk, 7)]


def test_a_category_has_a_list_of_its_own_with_all_that_is_filed_below_it():
    world = make_category()
    asia, sport = make_category(parent=world), make_category()
    far, near, both = story(category=asia), story(category=world), story(category=sport, further_categories=[asia])
    roll_up(counts={far.pk: 3, near.pk: 4, both.pk: 5}, at=NOW)

    rank(span=Span.DAY, now=NOW)

    assert ranked(Span.DAY) == [(1, both.pk, 5), (2, near.pk, 4), (3, far.pk, 3)]
    assert ranked(Span.DAY, world) == ranked(Span.DAY)
    assert ranked(Span.DAY, asia) == [(1, both.pk, 5), (2, far.pk, 3)]
    assert ranked(Span.DAY, sport) == [(1, both.pk, 5)]


def test_of_two_that_are_read_as_much_the_newer_stands_first():
    older, newer = story(), story()
    roll_up(counts={older.pk: 2, newer.pk: 2}, at=NOW)

    rank(span=Span.DAY, now=NOW)

    assert ranked(Span.DAY) == [(1, newer.pk, 2), (2, older.pk, 2)]


def test_a_list_has_ten_places():
    world = make_category()
    stories = [story(category=world).pk for _ in range(PLACES + 2)]
    roll_up(counts={pk: pk for pk in stories}, at=NOW)

    rank(span=Span.DAY, now=NOW)

    assert [pk for _, pk, _ in ranked(Span.DAY)] == stories[: -PLACES - 1 : -1]
    assert ranked(Span.DAY, world) == ranked(Span.DAY)


def test_what_was_withdrawn_or_has_not_appeared_is_not_ranked():
    shown, gone, to_come = story(), story(), make_story(published_at=NOW + HOUR)
    withdraw(story=gone, reason="It was not true.")
    roll_up(counts={gone.pk: 9, to_come.pk: 8, shown.pk: 1}, at=NOW)

    rank(span=Span.DAY, now=NOW)

    assert ranked(Span.DAY) == [(1, shown.pk, 1)]


def test_it_says_whose_stories_changed_places():
    world, sport = make_category(), make_category()
    first, second, other = story(category=world), story(category=world), story(category=sport)
    roll_up(counts={first.pk: 5, second.pk: 4, other.pk: 1}, at=NOW)
    assert rank(span=Span.DAY, now=NOW) == {None, world.pk, sport.pk}
    assert rank(span=Span.DAY, now=NOW) == set()

    roll_up(counts={other.pk: 1}, at=NOW)
    assert rank(span=Span.DAY, now=NOW) == set()  # more views, but the same order
    assert ranked(Span.DAY, sport) == [(1, other.pk, 2)]

    roll_up(counts={second.pk: 2}, at=NOW)
    assert rank(span=Span.DAY, now=NOW) == {None, world.pk}


def test_what_is_read_no_more_leaves_the_list():
    world = make_category()
    roll_up(counts={story(category=world).pk: 5}, at=NOW)
    rank(span=Span.DAY, now=NOW)

    assert rank(span=Span.DAY, now=NOW + 2 * DAY) == {None, world.pk}
    assert ranked(Span.DAY) == ranked(Span.DAY, world) == []


def test_two_machines_that_rank_at_once_leave_one_list():
    roll_up(counts={story().pk: 5}, at=NOW)
    rank(span=Span.DAY, now=NOW)
    there = ranked(Span.DAY)
    roll_up(counts={story().pk: 9}, at=NOW)

    def written_twice(execute, sql, params, many, context):
        if sql.startswith('INSERT INTO "articles_mostread"'):
            execute(sql, params, many, context)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(written_twice):
        assert rank(span=Span.DAY, now=NOW) == set()

    assert ranked(Span.DAY) == there
    assert rank(span=Span.DAY, now=NOW) >= {None}


def test_a_list_that_pages_show_stands_for_five_minutes_and_the_last_hour_for_one(monkeypatch):
    monkeypatch.setattr(upkeep, "_ranked_at", {})
    first, second = story(), story()
    seen = []
    for minute in range(6):
        with clock.as_of(NOW + timedelta(minutes=minute)):
            roll_up(counts={(first.pk if minute == 0 else second.pk): 1}, at=clock.now())
            upkeep.rank_again()
        seen.append([ranked(span)[0][1] for span in Span])

    assert seen[0] == [first.pk] * 3
    assert seen[2] == [second.pk, first.pk, first.pk]
    assert seen[5] == [second.pk, second.pk, first.pk]


def test_ranking_asks_as_many_queries_for_any_number_of_categories(django_assert_max_num_queries):
    sections = [make_category() for _ in range(8)]
    roll_up(counts={story(category=section).pk: 1 for section in sections}, at=NOW)

    with django_assert_max_num_queries(7):  # before, the top, its filings, and one transaction
        rank(span=Span.DAY, now=NOW)


def test_ranking_and_reading_the_list_walk_along_indexes():
    roll_up(counts={story().pk: 1}, at=NOW)
    with CaptureQueriesContext(connection) as asked:
        rank(span=Span.HOUR, now=NOW)
        together(walks())
        together(walks(category=1))

    plans = "\n".join(plan(one["sql"]) for one in asked if one["sql"].lstrip().startswith(("SELECT", "DELETE")))
    for table in ("articles_reading", "articles_filing", "articles_mostread", "articles_story"):
        for whole in (f"SCAN {table}", f"Seq Scan on {table}"):
            assert whole not in plans, plans
    assert "reading_hour" in plans
