"""The outermost layer: what a reader asks for is answered from finished pages, and made where there is none.

A hit is a look into memory and one at the board; it touches neither Django's handler nor the database. Everything that
is not a reader's page goes through as it came.
"""

import logging
import time
from collections.abc import Callable, Iterable
from typing import Any, Final

from newsroom import clock
from newsroom.caching.asked import Asking, Environ, policy
from newsroom.caching.board import NANOSECONDS
from newsroom.caching.counting import counter
from newsroom.caching.page import FinishedPage
from newsroom.caching.pages import Pages
from newsroom.caching.policy import Kept
from newsroom.caching.recording import recorded
from newsroom.caching.rendering import Answer, Application, asked, page_of
from newsroom.caching.serving import plain, served
from newsroom.caching.telling import PREFIX as TOLD_BELOW
from newsroom.caching.telling import beacon
from newsroom.caching.upkeep import begin

logger = logging.getLogger(__name__)

type Start = Callable[..., Any]

# Who waits for a page that another is making asks this often, for so long; after that it makes the page itself.
LOOK_AGAIN_SECONDS, PATIENCE_SECONDS = 0.004, 10.0
FAILED: Final = 500
# So many addresses are known at which no page is kept (a story that is gone, a typing error); strangers make up others.
MOST_UNKEPT: Final = 1_000


class FinishedPages:
    def __init__(self, application: Application, pages: Pages) -> None:
        self.application, self.pages = application, pages
        self._asking = Asking()
        self._count = counter()
        self._unkept: set[str] = set()

    def begin(self) -> None:
        """Begin what is done beside answering. Called in each process that answers, once it has been forked."""
        begin(self.pages.shelf.root)

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        address = self._asking.address(environ)
        if address is None:
            if environ["PATH_INFO"].startswith(TOLD_BELOW):
                return beacon(environ, start_response)
            return self.application(environ, start_response)
        now = _nanoseconds()
        page = self.pages.at_hand(address, now)
        if page is None:
            kind = policy(environ)
            if kind is None:
                return self.application(environ, start_response)
            made = self._found_or_made(environ, address, kind, now)
            if isinstance(made, Answer):
                return plain(made.status, made.headers, made.body, environ, start_response)
            page = made
        if page.known.subject:
            self._count(page.known.subject, environ)
        return served(page, environ, start_response, now=now, next_change=self.pages.board.next_change)

    def _found_or_made(self, environ: Environ, address: str, kind: Kept, now: int) -> FinishedPage | Answer:
        waited_since = time.monotonic()
        while True:
            page = self.pages.best(address, now)
            if page and now < page.fresh_to:
                return page
            if address in self._unkept:
                return self._made(environ, address, kind)
            with self.pages.shelf.lease(address) as mine:
                if mine:
                    # Whoever had the lease may have made the page just now.
                    page = self.pages.best(address, now)
                    return page if page and now < page.fresh_to else self._made(environ, address, kind)
            if page:
                return page
            if time.monotonic() - waited_since > PATIENCE_SECONDS:
                return self._made(environ, address, kind)
            time.sleep(LOOK_AGAIN_SECONDS)
            now = _nanoseconds()

    def _made(self, environ: Environ, address: str, kind: Kept) -> FinishedPage | Answer:
        now, stamp = _nanoseconds(), self.pages.board.stamp
        with recorded() as recording:
            try:
                answer = asked(self.application, self._asking.clean(environ))
            except Exception:
                logger.exception("%s could not be made.", address)
                if last := self.pages.last_resort(address):
                    return last
                raise
        if answer.code >= FAILED and (last := self.pages.last_resort(address)):
            return last
        recording.settle(front=kind.front)
        if not (answer.may_be_kept() and recording.can_be_followed):
            if answer.code < FAILED:
                self._note_unkept(address)
            return answer
        self._unkept.discard(address)
        page = page_of(answer, recording, address=address, stamp=stamp, now=now)
        self.pages.keep(page)
        return page

    def _note_unkept(self, address: str) -> None:
        """Nobody waits for it any more: what another makes of a story that is gone helps no one else."""
        if len(self._unkept) >= MOST_UNKEPT:
            self._unkept.clear()
        self._unkept.add(address)


def _nanoseconds() -> int:
    return int(clock.now().timestamp() * NANOSECONDS)
