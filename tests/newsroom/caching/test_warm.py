"""An operator has the pages made that will be asked for first."""

import re
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from articles.actions.ranking import rank
from articles.actions.readings import roll_up
from articles.actions.withdraw import withdraw
from articles.models import Span
from newsroom import clock
from newsroom.caching.pages import pages
from tests.factories.stories import make_category, make_story

HOST = "http://testserver"


@pytest.fixture
def paper(keeping):
    """A paper of three stories in one section."""
    world = make_category(slug="world")
    return [make_story(category=world) for _ in range(3)]


@pytest.fixture
def warm(capsys):
    """The command; answers what it says, without the time."""

    def say(*arguments):
        call_command("warm", *arguments)
        return re.sub(r"\d+\.\d seconds", "S seconds", capsys.readouterr().out)

    return say


def test_fronts_stories_and_feeds_are_there_when_the_first_reader_comes(worker_of, paper, warm):
    assert warm("--address", HOST) == "Made 10 pages, 0 were there already, in S seconds.\n"

    worker = worker_of()
    for address in ("/", "/world/", "/latest/", "/feed/", "/world/feed/", "/robots.txt", "/sitemap.xml"):
        assert not worker.makes(address)
    assert not any(worker.makes(story.get_absolute_url()) for story in paper)


def test_an_old_story_that_is_read_much_is_warmed_before_new_ones(paper, warm, worker_of):
    old = make_story(category=paper[0].category, published_at=clock.now() - timedelta(days=400))
    roll_up(counts={old.pk: 100}, at=clock.now() - timedelta(hours=2))
    rank(span=Span.DAY, now=clock.now())

    warm("--address", HOST, "--most", "4")  # home, the section, the latest, and one more

    assert not worker_of().makes(old.get_absolute_url())


def test_what_is_there_stays(worker, paper, warm):
    worker.ask("/latest/")
    withdrawn = paper.pop()
    warm("--address", HOST)
    withdraw(story=withdrawn, reason="The court asked us to.")

    said = warm("--address", HOST)

    made, there = map(int, re.findall(r"(?:Made |, )(\d+)", said))
    assert made + there == 9
    assert made >= 4  # home, its section, the latest, a feed
    assert there >= 1  # robots.txt


def test_no_more_are_made_than_asked_for(keeping, paper, warm):
    assert warm("--address", f"{HOST}/", "--most", "2").startswith("Made 2 pages,")
    assert len(list(keeping.shelf.pages())) == 2


def test_a_paper_with_an_address_is_warmed_for_it(keeping, settings, paper, warm, worker_of):
    settings.SITE_ADDRESS, settings.ALLOWED_HOSTS = "https://paper.example", ["paper.example"]
    settings.SECURE_SSL_REDIRECT, settings.SECURE_PROXY_SSL_HEADER = True, ("HTTP_X_FORWARDED_PROTO", "https")

    assert warm().startswith("Made 10 pages,")

    assert not worker_of().makes("/", host="paper.example", x_forwarded_proto="https")


def test_an_empty_paper_is_warmed_too(keeping, warm):
    assert warm("--address", HOST).startswith("Made 5 pages,")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "Say where readers ask this paper"),
        (["--address", "testserver"], "--address is http:// or https:// with a host"),
        (["--address", "http://other.example"], "ALLOWED_HOSTS"),
        (["--address", HOST, "--most", "0"], "--most is a number of pages"),
    ],
)
def test_what_makes_no_sense_is_refused(keeping, warm, arguments, says):
    with pytest.raises(CommandError, match=says):
        warm(*arguments)


def test_without_finished_pages_it_says_so(db, settings, warm):
    settings.PAGES = False
    with pytest.raises(CommandError, match="PAGES is off"):
        warm("--address", HOST)


def test_a_folder_that_takes_no_files_is_told(db, folder, warm):
    folder.write_text("a file where the folder should be")
    with pytest.raises(CommandError, match="takes no files"):
        warm("--address", HOST)


def test_a_shelf_that_takes_no_files_is_told(keeping, paper, warm):
    """The board is there, but no page can be written: as on a full disk."""
    keeping.shelf.folder.rmdir()
    keeping.shelf.folder.write_text("a file where the folder should be")

    with pytest.raises(CommandError, match=r"No page could be kept: / could not be written, .* and others\."):
        warm("--address", HOST)


def test_pages_made_with_another_key_are_no_pages_of_the_paper(keeping, settings, paper, warm, worker_of):
    """Their comment forms would be refused."""
    paper_reads = worker_of()
    settings.SECRET_KEY = "another-key-that-the-web-server-does-not-have"
    pages.cache_clear()
    warm("--address", HOST)

    assert paper_reads.makes(paper[0].get_absolute_url())
