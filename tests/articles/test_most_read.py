"""The block “Most read”: where it stands, and what it never shows."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.ranking import rank
from articles.actions.readings import roll_up
from articles.actions.withdraw import withdraw
from articles.models import MostRead, Span
from articles.most_read import FEWEST, SHOWN
from newsroom import clock
from tests.factories.stories import make_category, make_story

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 1, 14, 5, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _now():
    with clock.as_of(NOW):
        yield


def read(stories, *, at=NOW):
    """Let the first be read most, the next a little less, and so on."""
    roll_up(counts={story.pk: len(stories) - n for n, story in enumerate(stories)}, at=at)
    for span in Span:
        rank(span=span, now=NOW)


def stories(number, **given):
    return [make_story(published_at=NOW - 2 * DAY, **given) for _ in range(number)]


def addresses(page):
    """Where the links of the block lead, in their order; none where there is no block."""
    block = page.text.partition('class="most-read"')[2].partition("</section>")[0]
    return [part.partition('"')[0] for part in block.split('href="')[1:]]


def expected(stories):
    return [story.get_absolute_url() for story in stories]


def test_home_an_article_and_its_section_have_it(client):
    world = make_category(slug="world")
    there = stories(SHOWN + 2, category=world)
    read(there)

    for address in ("/", "/world/", there[-1].get_absolute_url()):
        assert addresses(client.get(address)) == expected(there[:SHOWN]), address


def test_a_section_has_its_own(client):
    world, sport = make_category(slug="world"), make_category(slug="sport")
    abroad, games = stories(3, category=world), stories(4, category=sport)
    read([*games, *abroad])

    assert addresses(client.get("/world/")) == expected(abroad)
    assert addresses(client.get("/sport/")) == expected(games)
    assert addresses(client.get("/")) == expected([*games, *abroad][:SHOWN])


def test_further_pages_of_a_section_do_without(client):
    there = stories(40, category=make_category(slug="world"))
    read(there)

    assert addresses(client.get("/world/page/2/")) == []


def test_fewer_than_three_are_no_list(client):
    read(stories(FEWEST - 1))

    assert "Most read" not in client.get("/").text


def test_nobody_is_told_to_read_what_he_is_reading(client):
    there = stories(4)
    read(there)

    assert addresses(client.get(there[0].get_absolute_url())) == expected(there[1:])


def test_a_withdrawn_story_leaves_it_at_once_and_the_next_one_moves_up(client):
    there = stories(SHOWN + 1)
    read(there)

    withdraw(story=there[0], reason="It was not true.")

    assert MostRead.objects.filter(story=there[0]).exists()  # nobody has ranked again yet
    for address in ("/", there[-1].get_absolute_url()):
        assert there[0].get_absolute_url() not in addresses(client.get(address))
    assert addresses(client.get("/")) == expected(there[1:])


def test_a_story_that_expires_leaves_it_by_itself(client):
    there = [make_story(published_at=NOW - DAY, expires_at=NOW + timedelta(minutes=1)), *stories(3)]
    read(there)
    assert addresses(client.get("/")) == expected(there)

    with clock.as_of(NOW + timedelta(minutes=2)):
        assert addresses(client.get("/")) == expected(there[1:])


def test_where_a_day_is_too_quiet_the_week_speaks(client):
    today, earlier = stories(2), stories(3)
    read(today)
    read(earlier, at=NOW - 3 * DAY)

    assert set(addresses(client.get("/"))) == set(expected([*today, *earlier]))

    read([*today, *stories(1)])
    assert len(addresses(client.get("/"))) == 3


def test_home_asks_no_query_for_it(client):
    there = stories(9)
    before = queries_of(client, "/")
    read(there)
    assert queries_of(client, "/") == before


def test_an_article_asks_one_query_for_its_cards_where_nothing_is_remembered(client):
    there = stories(9)
    address = there[-1].get_absolute_url()
    before = queries_of(client, address)
    read(there)
    assert queries_of(client, address) == before + 1


def test_a_section_asks_one_query_for_it_and_one_for_its_cards(client):
    there = stories(9, category=make_category(slug="world"))
    without = queries_of(client, "/world/")
    read(there)

    assert queries_of(client, "/world/") == without + 1


def queries_of(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)
