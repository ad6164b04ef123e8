"""Changes that nobody makes: a story's time comes, a story expires.

The board knows the moment of the next one. Whoever is asked for a page after that moment first purges what has changed
since, in one query, and notes the next moment: so a kept page never outlives a change of its own, no timer has to run,
and pages that the change does not concern stay.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from newsroom.caching.board import NANOSECONDS, Board

NEVER: Final = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Coming:
    """What a change that comes by itself purges: `gone` where something ends."""

    keys: frozenset[str]
    gone: bool


type Next = Callable[[datetime], datetime | None]
type Between = Callable[[datetime, datetime], Iterable[Coming]]

_calendars: list[tuple[Next, Between]] = []


def calendar(*, following: Next, between: Between) -> None:
    """Register changes that come by themselves: the first one after a moment, and those after one and up to another."""
    _calendars.append((following, between))


def catch_up(board: Board, now: int) -> None:
    """Purge what has changed by itself up to `now` (ns). Raises what the database raises; then nothing is noted."""
    with board.alone():
        if now < board.next_change:
            return  # Another process was first.
        moment = _moment(now)
        since = min(_moment(board.told_until), moment)
        for _, between in _calendars:
            for coming in between(since, moment):
                board.purge(coming.keys, gone=coming.gone)
        following = [found for after, _ in _calendars if (found := after(moment))]
        board.expect_change(min(map(_nanoseconds, following), default=NEVER), told_until=now)


def _moment(nanoseconds: int) -> datetime:
    return datetime.fromtimestamp(nanoseconds / NANOSECONDS, UTC)


def _nanoseconds(moment: datetime) -> int:
    return int(moment.timestamp() * NANOSECONDS)
