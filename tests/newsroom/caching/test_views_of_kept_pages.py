"""A page that is kept is counted each time that it is read, by whichever process, and once."""

import pytest

from articles.actions.ranking import rank
from articles.actions.readings import roll_up
from articles.models import Reading, Span
from articles.upkeep import roll_up_counts
from newsroom import clock
from newsroom.caching import counting
from tests.factories.stories import make_category, make_story
from tests.newsroom.caching.test_counting import CHROME

READER = {"user_agent": CHROME}


@pytest.fixture(autouse=True)
def _nothing_counted():
    counting.drain()
    yield
    counting.drain()


@pytest.fixture
def story(keeping):
    return make_story(category=make_category(slug="world"))


def test_making_a_page_and_reading_its_copies_are_views(worker, story):
    for _ in range(3):
        worker.ask(story.get_absolute_url(), **READER)

    assert worker.made == 1
    assert counting.drain() == {f"story:{story.pk}": 3}


def test_a_browser_that_has_the_page_has_read_it_again(worker, story):
    etag = worker.ask(story.get_absolute_url(), **READER).headers["etag"]
    worker.ask(story.get_absolute_url(), if_none_match=etag, **READER)

    assert counting.drain() == {f"story:{story.pk}": 2}


def test_fronts_and_lists_are_no_views_of_a_story(worker, story):
    for address in ("/", "/world/", "/latest/"):
        worker.ask(address, **READER)

    assert counting.drain() == {}


def test_robots_and_previews_ahead_of_time_are_answered_and_not_counted(worker, story):
    address = story.get_absolute_url()
    for asked in ({"user_agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"}, READER | {"sec_purpose": "prefetch"}):
        assert worker.ask(address, **asked).status == 200
    assert worker.ask(address, method="HEAD", **READER).status == 200

    assert counting.drain() == {}


def test_two_processes_add_to_the_same_hour(worker, worker_of, story):
    for one in (worker, worker_of()):
        one.ask(story.get_absolute_url(), **READER)
        roll_up_counts()

    assert [reading.views for reading in Reading.objects.filter(story=story)] == [2]


def test_a_page_tells_where_it_is_told_to_and_is_counted_once(worker_of, story, settings):
    settings.VIEWS_BEACON = True
    paper = worker_of()
    page = paper.ask(story.get_absolute_url(), **READER)
    assert f'data-seen="/seen/story/{story.pk}/"' in page.text

    told = paper.ask(f"/seen/story/{story.pk}/", method="POST", sec_fetch_site="same-origin", **READER)

    assert (told.status, told.body, told.names) == (204, b"", ["cache-control"])
    assert paper.made == 1  # nobody within was asked
    assert counting.drain() == {f"story:{story.pk}": 1}


def test_pages_do_not_tell_unless_they_are_told_to(worker, story):
    assert "/seen/" not in worker.ask(story.get_absolute_url()).text


def test_a_new_order_shows_on_fronts_at_once_and_on_other_pages_in_time(worker, story):
    others = [make_story(category=story.category) for _ in range(3)]
    for address in ("/", "/world/", story.get_absolute_url()):
        assert "Most read" not in worker.ask(address).text

    roll_up(counts={other.pk: other.pk for other in others}, at=clock.now())
    rank(span=Span.DAY, now=clock.now())

    assert "Most read" in worker.ask("/").text
    assert "Most read" in worker.ask("/world/").text
    assert not worker.makes(story.get_absolute_url())


def test_more_views_in_the_same_order_make_no_page_anew(worker, story):
    read = {make_story(category=story.category).pk: 9 - n for n in range(3)}
    for _ in range(2):
        roll_up(counts=read, at=clock.now())
        rank(span=Span.DAY, now=clock.now())
        worker.ask("/")

    assert worker.made == 1
