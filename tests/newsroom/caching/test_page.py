"""A finished page follows the board, whoever else looks at it."""

from threading import Thread

import pytest

from newsroom.caching.packed import packed
from newsroom.caching.page import FinishedPage, Known

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
