"""One story's life, seen through the site's addresses alone."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.actions.withdraw import withdraw
from articles.models import SiteSettings
from articles.paging import STORIES_A_PAGE
from newsroom import clock
from tests.factories.stories import make_author, make_category, make_draft, make_source, make_story

pytestmark = pytest.mark.django_db
MORNING = datetime(2024, 4, 24, 6, tzinfo=UTC)
HEADLINE, ADDRESS = "Ferry runs aground", "/2024/04/24/ferry-runs-aground/"
# Wherever a story is named, by its headline or its address; the last is another story of its category and tag.
LISTS = (
    *("/", "/latest/", "/harbour/", "/2024/04/", "/2024/04/24/", "/search/?q=aground"),
    *("/author/ada/", "/source/tass/", "/tag/ferries/", "/nowhere/"),
    *("/feed/", "/harbour/feed/", "/sitemaps/2024-04.xml"),
    "/2023/01/01/other/",
)


@pytest.fixture
def harbour():
    return make_category(name="Harbour", slug="harbour")


@pytest.fixture
def company(harbour):
    """What the story is filed under, and an older story that has it in common."""
    company = {
        "category": harbour,
        "byline": [(make_author(slug="ada"), "")],
        "sources": [make_source(slug="tass")],
        "tags": ["Ferries"],
    }
    make_story(headline="Another", slug="other", published_at=MORNING.replace(year=2023, month=1, day=1), **company)
    return company


def shown_in(client):
    """The lists that name the story. One that is not there at all names nothing."""
    texts = {address: client.get(address).text for address in LISTS}
    return [address for address, text in texts.items() if HEADLINE in text or ADDRESS in text]


def comment_on(client):
    return client.post(f"{ADDRESS}comments/", {"name": "Olga", "comment": "So it did."}).status_code


def test_a_draft_is_nowhere(client, harbour):
    make_draft(headline=HEADLINE, category=harbour)
    assert shown_in(client) == []


def test_a_published_story_is_everywhere_at_once(client, company):
    make_story(headline=HEADLINE, published_at=MORNING, **company)
    assert shown_in(client) == list(LISTS)
    assert client.get(ADDRESS).status_code == 200


def test_a_scheduled_story_is_nowhere_until_the_second_has_come(client, company):
    make_story(headline=HEADLINE, published_at=MORNING, **company)
    with clock.as_of(MORNING - timedelta(microseconds=1)):
        assert shown_in(client) == []
        assert "/2024/04/" not in client.get("/2024/").text + client.get("/sitemap.xml").text
        assert client.get(ADDRESS).status_code == 404
        assert comment_on(client) == 404
    with clock.as_of(MORNING):
        assert shown_in(client) == list(LISTS)
        assert client.get(ADDRESS).status_code == 200


def test_a_story_is_everywhere_until_the_second_at_which_it_expires(client, company):
    end = MORNING.replace(hour=9)
    make_story(headline=HEADLINE, published_at=MORNING, expires_at=end, **company)
    with clock.as_of(end - timedelta(microseconds=1)):
        assert shown_in(client) == list(LISTS)
    with clock.as_of(end):
        assert shown_in(client) == []
        assert client.get(ADDRESS).status_code == 410
        assert comment_on(client) == 410


def test_a_month_whose_only_story_has_expired_is_named_nowhere(client, harbour):
    make_story(category=harbour, published_at=MORNING.replace(month=1))
    make_story(headline=HEADLINE, category=harbour, published_at=MORNING, expires_at=MORNING.replace(hour=9))
    with clock.as_of(MORNING.replace(hour=9)):
        assert "/2024/01/" in client.get("/2024/").text
        assert "/2024/04/" not in client.get("/2024/").text
        assert "2024-04" not in client.get("/sitemap.xml").text


def test_a_day_whose_newest_stories_have_expired_still_leads_to_the_others(client, harbour):
    for minute in range(STORIES_A_PAGE):
        make_story(category=harbour, published_at=MORNING.replace(minute=minute))
    for minute in range(STORIES_A_PAGE):
        moment = MORNING.replace(hour=7, minute=minute)
        make_story(category=harbour, published_at=moment, expires_at=moment + timedelta(hours=1))
    for address in ("/2024/04/", "/2024/04/24/"):
        assert f'href="{address}page/2/"' in client.get(address).text


def test_a_story_that_is_withdrawn_before_its_time_was_never_there(client, harbour):
    story = make_story(headline=HEADLINE, category=harbour, published_at=MORNING)
    with clock.as_of(MORNING.replace(hour=5)):
        withdraw(story=story, reason="It never sailed.")
        assert client.get(ADDRESS).status_code == 404


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


@pytest.mark.parametrize(
    ("zone", "midnight", "before", "after"),
    [
        ("Europe/Vienna", "2024-04-24T22:00", "Wednesday, April 24, 2024", "Thursday, April 25, 2024"),
        # Clocks go forward in the night that begins, and back in the one that ends.
        ("Europe/Vienna", "2024-03-30T23:00", "Saturday, March 30, 2024", "Sunday, March 31, 2024"),
        ("Europe/Vienna", "2024-03-31T22:00", "Sunday, March 31, 2024", "Monday, April 1, 2024"),
        ("Europe/Vienna", "2024-10-27T23:00", "Sunday, October 27, 2024", "Monday, October 28, 2024"),
        # A day without a midnight: it begins at one.
        ("Africa/Cairo", "2024-04-25T22:00", "Thursday, April 25, 2024", "Friday, April 26, 2024"),
        ("Asia/Kathmandu", "2024-02-28T18:15", "Wednesday, February 28, 2024", "Thursday, February 29, 2024"),
        ("Pacific/Kiritimati", "2023-12-31T10:00", "Sunday, December 31, 2023", "Monday, January 1, 2024"),
    ],
)
def test_the_masthead_turns_the_day_at_the_sites_own_midnight(client, zone, midnight, before, after):
    SiteSettings(time_zone=zone).save()
    turn = datetime.fromisoformat(midnight).replace(tzinfo=UTC)
    for moment, day in ((turn - timedelta(seconds=1), before), (turn, after)):
        with clock.as_of(moment):
            assert f">{day}</time>" in client.get("/").text


def test_an_address_takes_its_day_from_the_sites_own_zone(harbour):
    SiteSettings(time_zone="Asia/Vladivostok").save()
    story = make_story(headline=HEADLINE, category=harbour, published_at=MORNING.replace(hour=20))
    assert story.get_absolute_url() == "/2024/04/25/ferry-runs-aground/"
