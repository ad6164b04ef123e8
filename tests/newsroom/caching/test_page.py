"""A finished page follows the board, whoever else looks at it."""

from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest

from comments.actions.post import post_comment
from newsroom import clock
from newsroom.caching.packed import packed
from newsroom.caching.page import FinishedPage, Known
from tests.factories.stories import make_category, make_story

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
ABOUT, BESIDE = "story:1", "story:2"


@pytest.fixture
def kept(keeping):
    stamp = keeping.board.stamp
    known = Known("http://testserver/", stamp, stamp, stamp + 10**14, [], "tag", [ABOUT], [], [BESIDE])
    return FinishedPage(known, packed(b"words", "br"))


def test_what_one_thread_has_found_purged_no_other_finds_good(kept, keeping):
    """One sees that what the page mentions was purged; before it is done, another that what it is about was, too."""
    threads = []

    class Moment(int):
        def __add__(self, span):
            if not threads:
                keeping.board.purge([ABOUT])
                threads.append(Thread(target=kept.follow, args=[keeping.board]))
                threads[0].start()
                threads[0].join(0.5)
            return int(self) + span

    kept.good_at = Moment(kept.good_at)
    keeping.board.purge([BESIDE])
    kept.follow(keeping.board)
    threads[0].join()

    assert (kept.is_gone, kept.fresh_to, kept.old_to) == (True, 0, 0)


def test_a_page_is_kept_though_somebody_comments_on_what_it_mentions_while_it_is_made(worker, keeping):
    """Its copy of before could say an old count of comments for half a minute, and so may the new one."""
    with clock.as_of(NOON):
        story = make_story(headline="Ferry sails", category=make_category(slug="world"))
    django = worker.layer.application

    def commented_meanwhile(environ, start_response):  # WSGI's
        answer = django(environ, start_response)
        post_comment(story=story, name="Ada", text="Well sailed.")
        return answer

    with clock.as_of(NOON):
        worker.layer.application = commented_meanwhile
        worker.ask("/")
        worker.layer.application = django
        assert not worker.makes("/")
    with clock.as_of(NOON + timedelta(seconds=31)):
        assert worker.makes("/")


def test_a_page_is_not_kept_when_what_it_mentions_is_taken_down_while_it_is_made(kept, keeping):
    keeping.board.purge([BESIDE], gone=True)

    keeping.keep(kept)

    assert keeping.shelf.get(kept.known.address) is None
