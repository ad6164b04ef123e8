"""What pages share is made once in a process, and again when something in it has changed."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from articles.models import Page, SiteSettings
from newsroom import clock
from newsroom.caching.memo import remembered
from newsroom.caching.recording import mentions, recorded, shows
from tests.factories.stories import make_page, make_story


@pytest.fixture
def counted(keeping):
    """Asks for a remembered value that shows “site”, and counts how often it was made."""
    made = []

    def make():
        shows("site")
        made.append(1)
        return len(made)

    return lambda **within: remembered("a value", make, **within)


def test_a_value_is_made_again_when_what_it_shows_was_changed(counted):
    assert [counted(), counted()] == [1, 1]

    SiteSettings.objects.create(name="The River Post")

    assert [counted(), counted()] == [2, 2]


def test_nothing_is_remembered_of_another_time(counted):
    assert counted() == 1
    with clock.as_of(datetime(2001, 1, 1, tzinfo=UTC)):
        assert [counted(), counted()] == [2, 3]
    assert counted() == 1


def test_where_no_pages_are_kept_a_value_lasts_for_its_request(settings):
    settings.PAGES = False
    made = []

    class Request:
        pass

    def once():
        return remembered("a value", lambda: made.append(1) or len(made), within=request)

    request = Request()
    assert [once(), once()] == [1, 1]
    request = Request()
    assert once() == 2


def test_the_footer_of_a_process_at_work_follows_its_pages(keeping):
    make_page(title="About us")
    assert "About us" in Client().get("/latest/").text

    Page.objects.update(title="Imprint")

    assert "Imprint" in Client().get("/latest/").text


def test_the_latest_posts_of_a_process_at_work_change_with_the_time(worker):
    soon = clock.now() + timedelta(seconds=0.5)
    story = make_story(headline="Now")
    make_story(headline="In a moment", published_at=soon)
    assert "In a moment" not in worker.ask(story.get_absolute_url()).text

    while clock.now() < soon:
        time.sleep(0.02)
    worker.ask("/latest/")

    assert "In a moment" in Client().get(story.get_absolute_url()).text


def test_what_it_merely_mentions_the_page_merely_mentions(keeping):
    """A section with its most read stories is not made anew at once for each comment on one of them."""

    def make():
        shows("story:1")
        mentions("comments:1")

    for _ in range(2):
        with recorded() as page:
            remembered("most read", make)
        assert (page.shown, page.mentioned) == ({"story:1"}, {"comments:1"})
