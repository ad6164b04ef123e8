"""How soon readers see a change, and what they are served in the meantime."""

from datetime import UTC, datetime, timedelta
from threading import Event, Thread

import pytest

from articles.actions.publish import publish
from articles.actions.withdraw import withdraw
from articles.models import SiteSettings, Story
from comments.actions.moderate import reject
from comments.actions.post import post_comment
from newsroom import clock
from newsroom.caching import schedule
from tests.factories.stories import make_category, make_draft, make_story

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


def later(**span):
    return clock.as_of(NOON + timedelta(**span))


@pytest.fixture
def story(keeping):
    """Published at eleven."""
    with later():
        category = make_category(slug="world")
        return make_story(
            headline="Ferry sails", category=category, tags=["Ports"], published_at=NOON - timedelta(hours=1)
        )


def revise_headline(story, headline):
    Story.objects.filter(pk=story.pk).update(headline=headline)


# What people do


def test_every_worker_answers_with_a_corrected_story_at_once(worker, worker_of, story):
    workers, address = [worker, worker_of()], story.get_absolute_url()
    for one in workers:
        assert "Ferry sails" in one.ask(address).text

    revise_headline(story, "Ferry stays")

    for one in workers:
        assert "Ferry stays" in one.ask(address).text
    assert sum(one.made for one in workers) == 2  # once before and once after, for both


def test_a_story_taken_down_is_nowhere_any_more(worker, story, gulls):
    addresses = ["/", "/world/", "/latest/", "/tag/ports/", "/feed/", "/sitemaps/2026-03.xml", "/2026/03/14/"]
    with later():
        for address in addresses:
            assert story.slug in worker.ask(address).text

        withdraw(story=story, reason="The court asked us to.")

        assert worker.ask(story.get_absolute_url()).status == 410
        for address in addresses:
            assert story.slug not in worker.ask(address).text


def test_a_comment_is_there_when_its_writer_comes_back(worker, story):
    with later():
        worker.ask(story.get_absolute_url())

        comment = post_comment(story=story, name="Ada", text="Well said.", address="192.0.2.1")
        assert "Well said." in worker.ask(story.get_absolute_url()).text

        reject(comments=[comment])
        assert "Well said." not in worker.ask(story.get_absolute_url()).text


def test_a_published_story_is_on_the_fronts_at_once(worker, story):
    with later():
        fronts = ["/", "/world/"]
        for address in fronts:
            worker.ask(address)
        publish(story=make_draft(headline="Bridge opens", category=Story.objects.get().category))
        for address in fronts:
            assert "Bridge opens" in worker.ask(address).text


def test_beside_an_article_the_latest_may_be_half_a_minute_old(worker, story):
    address = story.get_absolute_url()
    with later():
        worker.ask(address)
        make_story(headline="Bridge opens", category=story.category)
        assert not worker.makes(address)
    with later(seconds=29):
        assert "Bridge opens" not in worker.ask(address).text
    with later(seconds=31):
        assert "Bridge opens" in worker.ask(address).text


def test_publishing_all_the_time_keeps_no_page_older_than_a_minute(worker, story):
    address = story.get_absolute_url()
    shown_at = {}
    for second in range(0, 180, 5):
        with later(seconds=second):
            make_story(headline=f"News {second}", category=story.category)
            text = worker.ask(address).text
            newest = max((n for n in range(0, second + 1, 5) if f"News {n}<" in text), default=0)
            shown_at[second] = second - newest
    assert max(shown_at.values()) <= 60
    assert worker.made < 10  # not for each of the 36 stories


def test_while_one_makes_a_list_anew_the_others_have_the_old_one(worker, worker_of, story):
    """No stampede: of many who ask for a purged list at the same moment, one waits for it."""
    with later():
        worker.ask("/latest/")
        revise_headline(story, "Ferry stays")
        other = worker_of()
        with worker.layer.pages.shelf.lease("http://testserver/latest/") as mine:
            assert mine
            assert "Ferry sails" in other.ask("/latest/").text
            assert other.made == 0
        assert "Ferry stays" in other.ask("/latest/").text


def test_who_may_not_have_the_old_page_waits_for_the_new_one(worker, worker_of, story):
    address = story.get_absolute_url()
    taken, done = Event(), Event()

    def make_it_slowly():
        with worker.layer.pages.shelf.lease(f"http://testserver{address}"):
            taken.set()
            done.wait(0.1)
            done.set()

    with later():
        worker.ask(address)
        revise_headline(story, "Ferry stays")
        maker = Thread(target=make_it_slowly)
        maker.start()
        taken.wait(10)
        text = worker_of().ask(address).text
        assert done.is_set()
        maker.join()

    assert "Ferry stays" in text


# What comes by itself


def test_a_scheduled_story_appears_at_its_second(worker, worker_of, story, gulls):
    with later():
        publish(
            story=make_draft(headline="Bridge opens", category=story.category, tags=["Ports"]),
            at=NOON + timedelta(hours=1),
        )
        bridge = Story.objects.get(headline="Bridge opens")
        assert worker.ask(bridge.get_absolute_url()).status == 404
        lists = ["/", "/world/", "/latest/", "/tag/ports/", "/feed/", "/world/feed/"]
        for address in lists:
            assert "Bridge opens" not in worker.ask(address).text
    with later(minutes=59, seconds=59):
        for address in lists:
            assert "Bridge opens" not in worker.ask(address).text
    other = worker_of()
    with later(hours=1):
        for one in (worker, other):
            for address in lists:
                assert "Bridge opens" in one.ask(address).text
            assert one.ask(bridge.get_absolute_url()).status == 200


def test_an_expired_story_is_gone_at_its_second(worker, story):
    Story.objects.filter(pk=story.pk).update(expires_at=NOON + timedelta(hours=1))
    with later():
        assert worker.ask(story.get_absolute_url()).status == 200
        assert "Ferry sails" in worker.ask("/latest/").text
    with later(minutes=59, seconds=59):
        assert not worker.makes(story.get_absolute_url())
    with later(hours=1):
        assert worker.ask(story.get_absolute_url()).status == 410
        assert "Ferry sails" not in worker.ask("/latest/").text


def test_a_scheduled_story_leaves_the_pages_alone_that_it_does_not_concern(worker, story, gulls):
    make_category(name="Sport", slug="sport")
    with later():
        publish(story=make_draft(category=story.category), at=NOON + timedelta(hours=1))
        worker.ask("/sport/")
        worker.ask("/tag/ports/")
    with later(hours=1):
        assert worker.makes("/world/")
        assert not worker.makes("/sport/")
        assert not worker.makes("/tag/ports/")


def test_caches_in_front_hold_no_page_beyond_the_next_change(worker, settings, story):
    settings.PAGES_SHARED_SECONDS = 3600
    with later():
        publish(story=make_draft(category=story.category), at=NOON + timedelta(minutes=10))
        worker.ask("/")
    with later(minutes=4):
        assert "s-maxage=360," in worker.ask("/").headers["cache-control"]


def test_when_the_database_does_not_say_what_comes_pages_are_served(worker, story, monkeypatch):
    address = story.get_absolute_url()
    with later():
        worker.ask(address)
        Story.objects.filter(pk=story.pk).update(deck="So it was said.")
        worker.ask(address)

    def broken(*_):
        raise OSError("no database")

    with later(minutes=1):
        monkeypatch.setattr(schedule, "_calendars", [(broken, broken)])
        worker.layer.pages.board.look_again()
        assert not worker.makes(address)


# The date in the masthead


def test_the_masthead_has_the_new_day_within_a_minute_of_midnight_in_the_sites_zone(worker, story):
    SiteSettings(time_zone="Pacific/Auckland").save()  # midnight is 11:00 in UTC
    midnight = datetime(2026, 3, 15, 11, tzinfo=UTC)
    addresses = [story.get_absolute_url(), "/", "/world/", "/latest/"]
    with clock.as_of(midnight - timedelta(seconds=1)):
        for address in addresses:
            assert "March 15, 2026" in worker.ask(address).text
    with clock.as_of(midnight + timedelta(seconds=60)):
        for address in addresses:
            assert "March 16, 2026" in worker.ask(address).text


def test_on_a_quiet_day_one_worker_makes_the_page_of_the_new_day_for_all(worker, worker_of, story):
    """Nothing was purged between the two pages, so the board alone does not tell which is the newer one."""
    other, address = worker_of(), story.get_absolute_url()
    with later(hours=11):
        for one in (worker, other):
            one.ask(address)
    with later(hours=12, seconds=40):
        assert worker.makes(address)
        assert not other.makes(address)


def test_at_midnight_not_all_pages_are_made_anew_at_once(worker, keeping):
    with later():
        for n in range(12):
            make_story(slug=f"story-{n}", published_at=NOON - timedelta(days=1))
        addresses = [story.get_absolute_url() for story in Story.objects.all()]
        for address in addresses:
            worker.ask(address)
    ends = {page.fresh_to for page in keeping.shelf.pages()}
    assert len(ends) > 6


# When something fails


def test_a_page_that_cannot_be_made_is_served_as_it_was(worker, story):
    with later():
        worker.ask("/latest/")
        revise_headline(story, "Ferry stays")
        healthy, worker.layer.application = worker.layer.application, _failing
        assert "Ferry sails" in worker.ask("/latest/").text

        worker.layer.application = healthy
        assert "Ferry stays" in worker.ask("/latest/").text


def test_a_page_that_was_taken_down_is_not_served_even_then(worker, story):
    with later():
        worker.ask(story.get_absolute_url())
        withdraw(story=story, reason="The court asked us to.")
        worker.layer.application = _failing
        with pytest.raises(OSError, match="no database"):
            worker.ask(story.get_absolute_url())


def test_a_page_taken_down_while_its_making_fails_is_not_served(worker, story):
    """The list could be served once more, as it was; then the story on it was taken down."""
    with later():
        worker.ask("/latest/")
        revise_headline(story, "Ferry stays")

        def withdrawn_meanwhile(environ, start_response):  # WSGI's
            withdraw(story=story, reason="The court asked us to.")
            return _failing(environ, start_response)

        worker.layer.application = withdrawn_meanwhile
        with pytest.raises(OSError, match="no database"):
            worker.ask("/latest/")


def _failing(environ, start_response):  # WSGI's
    raise OSError("no database")
