"""The finished pages of this process: board, memory and shelf together, and whether there are any."""

import hashlib
import logging
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Final

from django.conf import settings
from django.db import close_old_connections, connection
from django.utils.crypto import salted_hmac

from newsroom.caching.board import NANOSECONDS, Board
from newsroom.caching.memory import Memory
from newsroom.caching.page import FinishedPage
from newsroom.caching.schedule import catch_up
from newsroom.caching.shelf import Shelf

logger = logging.getLogger(__name__)

# What an operator sets and pages follow: set otherwise, it makes other pages. So do the keys that FRONT wants.
SAID_ON_PAGES: Final = ("VIEWS_BEACON", "COMMENT_TOKEN_HOURS")


class Pages:
    """What is kept at addresses. Raises OSError when the folder takes no files."""

    def __init__(self, folder: Path, *, edition: str, most_bytes: int, memory_bytes: int) -> None:
        self.board = Board.at(folder)
        self.shelf = Shelf(folder, edition=edition, most_bytes=most_bytes)
        self.memory = Memory(memory_bytes)
        self._catching_up, self._not_before = Lock(), 0

    def at_hand(self, address: str, now: int) -> FinishedPage | None:
        """What this process has, and may serve at `now` (ns) without a question."""
        page = self.memory.get(address)
        if page is None:
            return None
        board = self.board
        if now >= board.next_change:
            self._catch_up(now)
        if page.checked != board.stamp:
            page.follow(board)
        if now >= page.fresh_to:
            return None
        page.used, page.good_at = True, now
        return page

    def best(self, address: str, now: int) -> FinishedPage | None:
        """The newest there is, here or on the shelf, if it may be served at all at `now`; its `fresh_to` says how."""
        if now >= self.board.next_change:
            self._catch_up(now)
        here, there = self.memory.get(address), self.shelf.get(address)
        page = there if there and (here is None or there.is_newer_than(here)) else here
        if page is None:
            return None
        if page.checked != self.board.stamp:
            page.follow(self.board)
        if now >= page.old_to:
            self.memory.drop(address)
            return None
        if page is there:
            self.memory.put(page)
        return page

    def last_resort(self, address: str) -> FinishedPage | None:
        """A page that is over, but shows nothing that readers must not see any more: better than an error."""
        page = self.memory.get(address) or self.shelf.get(address)
        if page is None:
            return None
        page.follow(self.board)
        return None if page.is_gone else page

    def keep(self, page: FinishedPage) -> None:
        """Keep a page, unless something in it that may not be old was purged while it was made."""
        is_older = page.is_older_than(self.board)
        # Whoever asked for it gets it anyway, and says to what stands in front how good it is.
        page.follow(self.board)
        if not is_older and self.shelf.put(page):
            self.memory.put(page)

    def _catch_up(self, now: int) -> None:
        """One thread asks the database, and the others wait. When that fails, nobody asks again for a second."""
        with self._catching_up:
            if now < self._not_before or now < self.board.next_change:
                return
            try:
                _outside_of_a_request()
                catch_up(self.board, now)
            except Exception:
                self._not_before = now + NANOSECONDS
                logger.exception("What changed by itself could not be found out.")
            finally:
                _outside_of_a_request()


def _outside_of_a_request() -> None:
    """What Django does before and after a request, so that no broken or old connection is used."""
    if not connection.in_atomic_block:
        close_old_connections()


def edition() -> str:
    """What the code, templates and collected styles that make the pages are at: other ones make other pages."""
    made = hashlib.blake2b(digest_size=8)
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if manifest.exists():
        made.update(manifest.read_bytes())
    for top in ("newsroom", "articles", "comments", "templates"):
        for file in sorted((settings.ROOT / top).rglob("*")):
            if file.suffix in {".py", ".html", ".xml", ".txt"}:
                about = file.stat()
                made.update(f"{file} {about.st_mtime_ns} {about.st_size}\n".encode())
    # A command may be called with other settings than the web server: its headers and signed forms are others.
    key = salted_hmac("newsroom.caching.edition", "", algorithm="sha256").hexdigest()
    told = [settings.SETTINGS_MODULE, key, settings.SITE_ADDRESS, settings.DATABASES["default"].get("NAME")]
    told += [str(getattr(settings, name)) for name in SAID_ON_PAGES]
    told += map(str, settings.FRONT)
    made.update(repr(told).encode())
    return made.hexdigest()


@lru_cache(maxsize=1)
def pages() -> Pages | None:
    """The finished pages, or None where none are kept: by the setting, or since the folder takes none."""
    if not settings.PAGES:
        return None
    try:
        return Pages(
            Path(settings.PAGES_FOLDER),
            edition=edition(),
            most_bytes=settings.PAGES_BYTES,
            memory_bytes=settings.PAGES_MEMORY_BYTES,
        )
    except OSError as reason:
        logger.error("No finished pages are kept: %s.", reason)  # noqa: TRY400  # the sentence is enough
        return None
