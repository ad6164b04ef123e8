"""What is known of one address: whether a page is kept there, how it stands, and which purges named what it shows."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import islice
from typing import Final

from newsroom.caching.board import NANOSECONDS
from newsroom.caching.models import Purge
from newsroom.caching.page import FinishedPage
from newsroom.caching.pages import Pages
from newsroom.caching.purging import EVERYTHING
from newsroom.caching.schedule import NEVER, catch_up

# Keys lie in rows as JSON, which no index helps to search: only the newest purges are looked through.
LOOKED_THROUGH: Final = 5_000


class State(StrEnum):
    FRESH = "fresh"
    STALE = "stale"
    PURGED = "purged"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Standing:
    """The newest copy of a page and how it stands now. Moments are aware; `next_change` is None when none is known."""

    page: FinishedPage
    state: State
    at_hand: bool
    next_change: datetime | None

    @property
    def made_at(self) -> datetime:
        return _moment(self.page.known.made_at)

    @property
    def fresh_to(self) -> datetime:
        return _moment(self.page.fresh_to)

    @property
    def old_to(self) -> datetime:
        return _moment(self.page.old_to)

    @property
    def packed_bytes(self) -> int:
        return len(self.page.brotli)


def standing(pages: Pages, address: str, now: int) -> Standing | None:
    """How the page at an address stands at `now` (ns), without a change to it; None where there is no copy at all."""
    if now >= pages.board.next_change:
        catch_up(pages.board, now)
    here, there = pages.memory.get(address), pages.shelf.get(address)
    newest = max([page for page in (here, there) if page], key=lambda page: page.known.stamp, default=None)
    if newest is None:
        return None
    page = FinishedPage(newest.known, newest.brotli)
    page.good_at = newest.good_at
    page.follow(pages.board)
    coming = pages.board.next_change
    return Standing(page, _state(page, now), here is not None, _moment(coming) if now < coming < NEVER else None)


def purges_of(keys: Collection[str], most: int) -> list[Purge]:
    """The newest purges that named one of the keys, of those that are still remembered."""
    wanted = {*keys, EVERYTHING}
    newest = Purge.objects.newest_first()[:LOOKED_THROUGH].iterator()
    return list(islice((purge for purge in newest if not wanted.isdisjoint(purge.keys)), most))


def _state(page: FinishedPage, now: int) -> State:
    if page.is_gone:
        return State.PURGED
    if now >= page.old_to:
        return State.OVER
    return State.FRESH if now < page.fresh_to else State.STALE


def _moment(nanoseconds: int) -> datetime:
    return datetime.fromtimestamp(nanoseconds / NANOSECONDS, UTC)
