"""One story's life, seen through the site's addresses alone."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from articles.actions.withdraw import withdraw
from articles.models import SiteSettings
from newsroom import clock
from tests.factories.stories import make_category, make_draft, make_story

pytestmark = pytest.mark.django_db
MORNING = datetime(2024, 4, 24, 6, tzinfo=UTC)
HEADLINE = "Ferry runs aground"
LISTS = ("/", "/latest/", "/harbour/", "/2024/", "/2024/04/", "/2024/04/24/", "/search/?q=aground", "/feed/")


@pytest.fixture
def harbour():
    return make_category(name="Harbour", slug="harbour")


def shown_in(client):
    """The lists that name the story. One that is not there at all names nothing."""
    return [address for address in LISTS if HEADLINE in client.get(address).text]


def test_a_draft_is_nowhere(client, harbour):
    make_draft(headline=HEADLINE, category=harbour)
    assert shown_in(client) == []


def test_a_published_story_is_everywhere_at_once(client, harbour):
    make_story(headline=HEADLINE, category=harbour, published_at=MORNING)
    assert set(LISTS) - set(shown_in(client)) == {"/2024/"}  # a year names its months
    assert client.get("/2024/04/24/ferry-runs-aground/").status_code == 200


def test_a_scheduled_story_appears_when_its_time_has_come(client, harbour):
    make_story(headline=HEADLINE, category=harbour, published_at=MORNING)
    with clock.as_of(MORNING.replace(hour=5, minute=59)):
        assert shown_in(client) == []
        assert client.get("/2024/04/24/ferry-runs-aground/").status_code == 404
    with clock.as_of(MORNING):
        assert "/" in shown_in(client)


def test_a_story_leaves_every_list_when_it_expires_and_its_address_says_so(client, harbour):
    story = make_story(headline=HEADLINE, category=harbour, published_at=MORNING, expires_at=MORNING.replace(hour=9))
    with clock.as_of(MORNING.replace(hour=9)):
        assert shown_in(client) == []
        answer = client.get(story.get_absolute_url())
    assert (answer.status_code, "This story has expired" in answer.text) == (410, True)


def test_a_withdrawn_story_leaves_every_list_and_its_address_says_why(client, harbour):
    story = make_story(headline=HEADLINE, category=harbour, published_at=MORNING)
    withdraw(story=story, reason="It was a barge.")
    assert shown_in(client) == []
    answer = client.get(story.get_absolute_url())
    assert (answer.status_code, "It was a barge." in answer.text) == (410, True)


def test_a_story_that_is_gone_leads_on_to_the_latest(client, harbour):
    story = make_story(headline="Barge runs aground", category=harbour, published_at=MORNING)
    make_story(headline=HEADLINE, category=harbour, published_at=MORNING)
    withdraw(story=story, reason="It was a ferry.")
    assert HEADLINE in client.get(story.get_absolute_url()).text


def test_the_masthead_turns_the_day_at_the_sites_own_midnight(client):
    SiteSettings(time_zone="Europe/Vienna").save()
    for moment, day in (
        (datetime(2024, 4, 24, 21, 59, 59, tzinfo=UTC), "Wednesday, April 24, 2024"),
        (datetime(2024, 4, 24, 22, 0, 0, tzinfo=UTC), "Thursday, April 25, 2024"),
    ):
        with clock.as_of(moment):
            assert day in Client().get("/").text


def test_an_address_takes_its_day_from_the_sites_own_zone(harbour):
    SiteSettings(time_zone="Asia/Vladivostok").save()
    story = make_story(headline=HEADLINE, category=harbour, published_at=MORNING.replace(hour=20))
    assert story.get_absolute_url() == "/2024/04/25/ferry-runs-aground/"
