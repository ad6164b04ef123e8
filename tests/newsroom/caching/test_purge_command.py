"""An operator has pages made anew: one, whatever shows a thing, or all."""

import pytest
from django.core.management import CommandError, call_command

from newsroom.caching.models import Purge
from newsroom.caching.sweeping import Sweeper
from tests.factories.stories import make_category, make_story


@pytest.fixture
def story(keeping):
    return make_story(headline="Ferry sails at dawn", category=make_category(slug="world"))


@pytest.fixture
def purge(capsys):
    """The command; answers what it says."""

    def say(*arguments):
        call_command("purge", *arguments)
        return capsys.readouterr().out

    return say


def test_an_address_is_purged_in_every_process_and_no_other_page_is(worker, worker_of, story, purge):
    address, another = story.get_absolute_url(), worker_of()
    for reader in (worker, another):
        reader.ask(address)
        reader.ask("/latest/")

    assert purge(f"http://testserver{address}?x=1") == f"Purged {address}. It is made anew when it is asked for next.\n"

    assert not worker.makes("/latest/")
    assert another.makes(address)
    assert not worker.makes(address)


def test_whatever_shows_a_thing_is_purged(worker, story, purge):
    other = make_story(headline="Nothing to do with it", category=make_category(slug="far"))
    for address in (story.get_absolute_url(), "/robots.txt", "/far/"):
        worker.ask(address)

    said = purge("--key", f"story:{story.pk}")

    assert "2 pages on this machine show it" in said or "1 page on this machine shows it" in said
    assert worker.makes(story.get_absolute_url())
    assert not worker.makes("/robots.txt")
    assert worker.makes(other.get_absolute_url())


def test_a_key_that_no_page_shows_is_told(worker, story, purge):
    worker.ask(story.get_absolute_url())

    assert purge("--key", "stroy:1").endswith("No page on this machine shows it.\n")


def test_what_is_gone_is_not_served_even_where_it_is_mentioned(worker, story, purge):
    other = make_story(headline="Another", category=story.category)
    worker.ask(other.get_absolute_url())
    purge("--key", f"story:{story.pk}")
    assert not worker.makes(other.get_absolute_url())

    purge("--key", f"story:{story.pk}", "--gone")

    assert worker.makes(other.get_absolute_url())


def test_everything_is_purged(worker, story, purge):
    for address in ("/", "/latest/", story.get_absolute_url()):
        worker.ask(address)

    assert purge("--all") == "Purged everything. Each page is made anew when it is asked for next.\n"

    assert all(worker.makes(address) for address in ("/", "/latest/", story.get_absolute_url()))


def test_other_machines_are_told_by_a_row(worker, story, purge):
    address = story.get_absolute_url()
    purge(address)

    row = Purge.objects.get(keys=[f"at:{address}"])
    assert row.because == "manage.py purge"
    assert Sweeper().sweep() == 0  # this one has heard of it


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "Say what: an address such as /latest/, --key story:5, or --all."),
        (["/admin/"], "Look for a typing error"),
        (["https://other.example/"], "not a host of this paper"),
        (["--key", "story 5"], "Keys look like story:5"),
        (["--gone", "/latest/"], "--gone goes with --key"),
    ],
)
def test_what_makes_no_sense_is_refused_and_purges_nothing(keeping, purge, arguments, says):
    with pytest.raises(CommandError, match=says):
        purge("/latest/", *arguments) if arguments and arguments[0] != "--gone" else purge(*arguments)
    assert not Purge.objects.exists()


def test_where_nothing_is_kept_there_is_nothing_to_purge(db, settings, purge):
    settings.PAGES, settings.FRONT = False, []
    with pytest.raises(CommandError, match="PAGES is off, and FRONT names nothing"):
        purge("--all")


def test_where_only_a_cache_in_front_keeps_pages_it_is_told(db, settings, purge):
    settings.PAGES, settings.FRONT = False, ["varnish://127.0.0.1:6081"]
    assert "No page is kept on this machine." in purge("--key", "story:5")
    assert Purge.objects.get().keys == ["story:5"]
