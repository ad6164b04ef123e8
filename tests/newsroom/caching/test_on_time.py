"""A scheduled story is public at its second, everywhere, though no timer runs and whatever other clocks say."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.publish import publish
from articles.front.actions import arrange, launch
from articles.front.content import Card, Content, Slot
from articles.front.layouts import Layout
from articles.front.models import Front
from articles.models import BreakingNews, SiteSettings
from newsroom import clock
from newsroom.caching import memo
from newsroom.caching.upkeep import Upkeep
from tests.factories.stories import make_category, make_draft, make_story
from tests.newsroom.caching.whole_paper import NOW, WholePaper

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
PAGES = ["/", "/world/", "/latest/", "/feed/", "/world/feed/", "/2026/03/", "/sitemaps/2026-03.xml"]
# How databases say what time it is by their own clock.
ITS_OWN_CLOCK = re.compile(
    r"\bnow\s*\(|current_(time|date)|localtime|clock_timestamp|'now'|statement_timestamp", re.IGNORECASE
)


def appears_at(worker, moment, pages, *, slug):
    """At which of the seconds round a moment the story is on the pages, each kept since a second before it."""
    seen = {}
    for second in (-2, -1, 0, 1):
        with clock.as_of(moment + timedelta(seconds=second)):
            seen[second] = {slug in worker.ask(page).text for page in pages}
    return seen


def test_two_seconds_ahead_it_appears_at_its_second_with_all_pages_kept(worker, keeping, monkeypatch):
    monkeypatch.setattr(Upkeep, "round", lambda *_: pytest.fail("A timer ran."))
    with clock.as_of(NOON):
        world = make_category(slug="world")
        make_story(category=world, published_at=NOON - timedelta(hours=1))
        publish(story=make_draft(slug="bridge-opens", category=world), at=NOON + timedelta(seconds=2))
        for page in PAGES:
            worker.ask(page)
            assert not worker.makes(page)

    seen = appears_at(worker, NOON + timedelta(seconds=2), PAGES, slug="bridge-opens")

    assert seen == {-2: {False}, -1: {False}, 0: {True}, 1: {True}}


def test_a_scheduled_front_is_readers_at_its_second_with_the_page_kept(worker, keeping, monkeypatch):
    monkeypatch.setattr(Upkeep, "round", lambda *_: pytest.fail("A timer ran."))
    moment = NOON + timedelta(seconds=2)
    with clock.as_of(NOON):
        placed = make_story(slug="bridge-opens", published_at=NOON - timedelta(hours=9))
        make_story(slug="ferry-sails", published_at=NOON - timedelta(hours=1))
        content = Content((Slot(1, Layout.LEAD, cards=(Card(2, placed.pk),)),), last=2)
        arrange(front=Front(), start=Content(), change=lambda _: content, said="")
        launch(front=Front(), at=moment)
        worker.ask("/")
        assert not worker.makes("/")

    first = {}
    for second in (-1, 0, 1):
        with clock.as_of(moment + timedelta(seconds=second)):
            first[second] = re.search(r"/(bridge-opens|ferry-sails)/", worker.ask("/").text)[1]

    assert first == {-1: "ferry-sails", 0: "bridge-opens", 1: "bridge-opens"}


def test_breaking_news_comes_and_goes_on_home_at_its_second(worker, keeping):
    begins, over = NOON + timedelta(seconds=2), NOON + timedelta(seconds=4)
    with clock.as_of(NOON):
        make_story(published_at=NOON - timedelta(hours=1))
        BreakingNews.objects.create(text="Bridge falls", starts_at=begins, ends_at=over)

    seen = {}
    for second in (0, 1, 2, 3, 4):
        with clock.as_of(NOON + timedelta(seconds=second)):
            seen[second] = "Bridge falls" in worker.ask("/").text

    assert seen == {0: False, 1: False, 2: True, 3: True, 4: False}


def test_a_place_that_ends_is_free_at_its_second_with_the_page_kept(worker, keeping):
    moment = NOON + timedelta(seconds=2)
    with clock.as_of(NOON):
        placed = make_story(slug="bridge-opens", published_at=NOON - timedelta(hours=9))
        make_story(slug="ferry-sails", published_at=NOON - timedelta(hours=1))
        content = Content((Slot(1, Layout.LEAD, cards=(Card(2, placed.pk, until=moment),)),), last=2)
        arrange(front=Front(), start=Content(), change=lambda _: content, said="")
        launch(front=Front())
        worker.ask("/")

    for second, slug in ((-1, "bridge-opens"), (0, "ferry-sails")):
        with clock.as_of(moment + timedelta(seconds=second)):
            assert re.search(r"/(bridge-opens|ferry-sails)/", worker.ask("/").text)[1] == slug


@pytest.mark.parametrize(
    ("local", "fold"),
    [
        ("2026-03-29T03:00", 0),  # the first moment after clocks went forward
        ("2026-10-25T02:30", 0),  # the first half past two of that night,
        ("2026-10-25T02:30", 1),  # and the second
    ],
)
def test_in_the_night_in_which_clocks_change_it_appears_at_its_moment(worker, keeping, local, fold):
    SiteSettings(time_zone="Europe/Vienna").save()
    local = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo("Europe/Vienna"), fold=fold)
    moment = local.astimezone(UTC)
    with clock.as_of(moment - timedelta(minutes=10)):
        world = make_category(slug="world")
        make_story(category=world)
        story = make_draft(slug="bridge-opens", category=world)
        publish(story=story, at=moment)
        pages = ["/", "/world/", "/feed/", f"/sitemaps/{local:%Y-%m}.xml", f"/{local:%Y/%m/%d}/"]
        for page in pages:
            worker.ask(page)

    seen = appears_at(worker, moment, pages, slug="bridge-opens")

    assert seen == {-2: {False}, -1: {False}, 0: {True}, 1: {True}}
    assert story.get_absolute_url().startswith(f"/{local:%Y/%m/%d}/")


@pytest.mark.django_db
def test_no_page_asks_the_database_what_time_it_is(client):
    """So its clock may be ahead or behind: the site's own is the only one."""
    with clock.as_of(NOW):
        paper = WholePaper()
        memo.forget()
        with CaptureQueriesContext(connection) as asked:
            for address in [*paper.addresses(), "/search/?q=ferry"]:
                assert client.get(address).status_code == 200
            publish(story=make_draft(category=paper.world))
    assert len(asked) > 50
    assert not [query["sql"] for query in asked if ITS_OWN_CLOCK.search(query["sql"])]
