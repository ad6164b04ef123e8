"""Purges in the database are told to what stands in front, whoever dies meanwhile."""

from datetime import timedelta

import pytest

from articles.actions.withdraw import withdraw
from comments.models import Comment
from newsroom import clock
from newsroom.caching import upkeep
from newsroom.caching.begin import with_finished_pages
from newsroom.caching.front import telling
from newsroom.caching.front.asking import FrontError
from newsroom.caching.front.places import places
from newsroom.caching.front.telling import AT_ONCE, TOO_LONG, begun
from newsroom.caching.models import Purge, Told
from newsroom.caching.pages import pages
from newsroom.caching.purging import purge, purge_everything
from newsroom.request import Handler
from tests.factories.stories import make_category, make_draft, make_story
from tests.newsroom.caching.front.test_courier import Front

pytestmark = pytest.mark.django_db(transaction=True)  # purges follow commits


@pytest.fixture(autouse=True)
def in_front(settings):
    settings.FRONT = places(["varnish+http://127.0.0.1:6081"], token="", site="https://example.com")


@pytest.fixture
def front():
    return Front()


def tells(one):
    """A round, its errand, and another round that hears of its end."""
    one.tell()
    one.courier.rest(30)
    one.tell()
    one.courier.rest(30)


def known(front, *, ago=timedelta(seconds=1)):
    """The front is one that was told of everything until a moment ago."""
    Told.objects.create(front=front.name, until=clock.now() - ago)
    return front


def test_a_change_is_told(front):
    one = begun(known(front))
    make_story(headline="Ferry sails")
    purge(["story:1", "latest"])

    tells(one)

    assert {"story:1", "latest"} <= set(front.told[0])


def test_a_front_that_is_new_is_emptied(front):
    purge(["story:1"])

    tells(begun(front))

    assert front.told == ["everything"]
    assert Told.objects.get().front == front.name


def test_a_front_that_was_not_told_for_an_hour_is_emptied(front):
    tells(begun(known(front, ago=TOO_LONG + timedelta(seconds=1))))

    assert front.told == ["everything"]


def test_what_a_process_that_died_has_not_told_is_told_by_the_next(front):
    first = begun(known(front))
    front.failures = [FrontError("The front is away.")]
    purge(["story:1"])
    tells(first)
    assert front.told == []

    tells(begun(front))

    assert "story:1" in front.told[0]


def test_what_it_may_have_told_once_only_is_told_again_by_the_next(front):
    first = begun(known(front))
    purge(["story:1"])
    tells(first)

    tells(begun(front))

    assert [told.count("story:1") for told in front.told] == [1, 1]


def test_a_front_that_is_away_is_not_noted_as_told(front):
    one = begun(known(front, ago=timedelta(minutes=5)))
    front.failures = [FrontError("The front is away.")] * 9
    made = Purge.objects.create(keys=["story:1"], made_at=clock.now() - timedelta(minutes=4))
    one.noted = None

    tells(one)

    assert one.until == made.made_at


def test_a_purge_whose_transaction_took_a_minute_is_not_overlooked(front):
    one = begun(known(front))
    tells(one)
    Purge.objects.create(keys=["story:1"], made_at=clock.now() - timedelta(seconds=60))

    tells(one)

    assert "story:1" in front.told[-1]


def test_a_purge_is_given_to_the_courier_once(front):
    one = begun(known(front))
    purge(["story:1"])
    tells(one)
    tells(one)

    assert [told for told in front.told if "story:1" in told] == [("story:1",)]


def test_everything_is_everything(front):
    one = begun(known(front))
    purge_everything()

    tells(one)

    assert front.told == ["everything"]


def test_an_import_of_thousands_is_everything(front):
    one = begun(known(front))
    Purge.objects.bulk_create(Purge(keys=[f"story:{number}"]) for number in range(AT_ONCE + 1))

    tells(one)

    assert front.told == ["everything"]
    assert one.courier.untold == set()


def test_two_fronts_do_not_wait_for_one_another():
    away, near = Front(), Front()
    away.name = "The front that is away"
    away.answers.clear()
    rounds = [begun(known(away)), begun(known(near))]
    purge(["story:1"])

    for one in rounds:
        one.tell()
    rounds[1].courier.rest(30)

    assert (away.told, near.told) == ([], [("story:1",)])
    away.answers.set()
    rounds[0].courier.rest(30)


def test_a_front_without_keys_is_told_where_the_pages_stand():
    front = Front(by_key=False)
    one = begun(known(front))
    category = make_category(slug="world")
    story = make_story(headline="Ferry sails", category=category)

    tells(one)

    assert {story.get_absolute_url(), "/world/", "/"} <= set(front.told[0])


def test_a_comment_concerns_its_article_only():
    front = Front(by_key=False)
    one = begun(known(front))
    story = make_story(headline="Ferry sails")
    Purge.objects.all().delete()
    Comment.objects.create(story=story, name="Ada", text="Well.")

    tells(one)

    assert [key for told in front.told for key in told if key.startswith("/")] == [story.get_absolute_url()]


def test_a_draft_empties_nothing():
    front = Front(by_key=False)
    one = begun(known(front))
    make_draft(headline="Ferry sails").save()

    tells(one)

    assert "everything" not in front.told


def test_a_takedown_empties_it():
    front = Front(by_key=False)
    story = make_story(headline="Ferry sails")
    Purge.objects.all().delete()
    one = begun(known(front))
    withdraw(story=story, reason="It was wrong.")

    tells(one)

    assert "everything" in front.told


def test_each_second_every_front_is_told(settings, monkeypatch, service):
    settings.FRONT = places([f"varnish+{service.base}"], token="", site="https://example.com")
    monkeypatch.setattr(telling, "_rounds", [])

    telling.tell_fronts()
    telling._rounds[0].courier.rest(30)

    [(method, _, headers, _)] = service.heard
    assert (method, headers["Newsroom-Everything"]) == ("PURGE", "1")


def test_it_is_told_where_the_paper_itself_keeps_no_page(settings, monkeypatch, service, tmp_path):
    """Switched off, or on a disk that takes no file: copies of before are in front for a day, unless it is told."""
    settings.PAGES, settings.FRONT = False, places([f"varnish+{service.base}"], token="", site="https://example.com")
    monkeypatch.setattr(telling, "_rounds", [])
    monkeypatch.setattr(upkeep, "_chores", [upkeep.Chore(telling.tell_fronts, every=1, leader=True)])
    pages.cache_clear()

    assert callable(with_finished_pages(Handler()).begin)
    upkeep.Upkeep(tmp_path / "nowhere").round(0)
    telling._rounds[0].courier.rest(30)

    assert [method for method, *_ in service.heard] == ["PURGE"]
