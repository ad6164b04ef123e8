"""The desk's first page names the fronts that somebody should look at, and why."""

from datetime import timedelta
from functools import partial

import pytest

from articles.actions.withdraw import withdraw
from articles.front.actions import arrange, launch
from articles.front.arranging import change_card, pin
from articles.front.attention import needing_attention
from articles.front.content import Content, Slot
from articles.front.layouts import Layout
from articles.front.models import Front
from newsroom import clock
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_story

pytestmark = pytest.mark.django_db
START = Content((Slot(1, Layout.LEAD),), last=1)


def launched(*stories, category=None, until=None):
    front = Front.objects.at(category)
    for story in stories:
        arrange(front=front, start=START, change=partial(pin, story=story.pk, slot=1), said="x")
    if until:
        for card in Front.objects.get(category=category).drafted.cards():
            arrange(front=front, start=START, change=partial(change_card, number=card.number, until=until), said="x")
    launch(front=front)


def reasons():
    return [(str(found.front), found.why) for found in needing_attention()]


def test_a_front_that_shows_what_was_placed_needs_none():
    launched(make_story(), make_story(published_at=clock.now() + timedelta(days=1)))

    assert reasons() == []


def test_a_placed_story_that_was_withdrawn_is_told():
    sport, story = make_category(name="Sport"), make_story()
    launched(story, category=sport)
    launched(make_story())
    withdraw(story=story, reason="Untrue.")

    assert reasons() == [("Sport", "A story placed there cannot be shown any more.")]


def test_a_place_that_ended_is_told():
    launched(make_story(), make_story(), until=clock.now() + timedelta(hours=1))
    assert reasons() == []

    with clock.as_of(clock.now() + timedelta(hours=2)):
        assert reasons() == [("Home", "2 stories came to the end of the time given there.")]


def test_a_draft_that_waits_is_told_with_whose_it_is():
    arrange(
        front=Front(),
        start=START,
        change=partial(pin, story=1, slot=1),
        said="x",
        by=make_user("editor", username="ana"),
    )

    assert reasons() == [("Home", "A draft by ana waits to be launched.")]


def test_editors_find_it_on_their_first_page_and_nobody_else(client):
    arrange(front=Front(), start=START, change=partial(pin, story=1, slot=1), said="x")
    for role, sees in (("editor", True), ("author", False), ("moderator", False)):
        client.force_login(make_user(role))
        assert ("Fronts to look at" in client.get("/admin/").text) is sees


def test_it_costs_the_same_for_one_front_and_for_many(django_assert_max_num_queries):
    for _ in range(8):
        launched(make_story(), category=make_category())

    with django_assert_max_num_queries(4):
        needing_attention()
