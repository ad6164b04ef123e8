"""What many pages share, made once in a process and again when something that it shows was purged."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newsroom import clock
from newsroom.caching.board import slot_of
from newsroom.caching.pages import pages
from newsroom.caching.recording import Recording, ends, mentions, recorded, shows

MOST = 500


@dataclass(slots=True)
class _Memo:
    value: Any
    shown: tuple[str, ...]
    mentioned: tuple[str, ...]
    slots: tuple[int, ...]
    stamp: int
    checked: int
    until: datetime | None


_memos: dict[object, _Memo] = {}


def remembered[Value](name: object, make: Callable[[], Value], *, within: object = None) -> Value:
    """What `make` gives, or gave when `name` (hashable) was asked for before and nothing in it has been purged since.

    The value is shared by all requests of the process: nobody may change it. All that it is made of must be fetched by
    `make`: what was fetched before may have been purged meanwhile. Without finished pages, and while the clock pretends
    another time, it is made once for `within` (a request), or anew each time.
    """
    found = None if clock.pretends() else pages()
    if found is None:
        return make() if within is None else _made_once(within, name, make)
    board = found.board
    memo = _memos.get(name)
    if memo is None or not _is_good(memo, board):
        stamp = board.stamp
        with recorded() as recording:
            value = make()
        memo = _noted(recording, value, stamp)
        if len(_memos) >= MOST:
            _memos.clear()
        _memos[name] = memo
    shows(*memo.shown)
    mentions(*memo.mentioned)
    if memo.until:
        ends(memo.until)
    made: Value = memo.value
    return made


def _made_once[Value](within: object, name: object, make: Callable[[], Value]) -> Value:
    there: dict[object, Value] = within.__dict__.setdefault("_remembered", {})
    if name not in there:
        there[name] = make()
    return there[name]


def forget() -> None:
    _memos.clear()


def _noted(recording: Recording, value: Any, stamp: int) -> _Memo:
    recording.settle(front=False)
    shown, mentioned = tuple(recording.owned | recording.shown), tuple(recording.mentioned)
    slots = tuple(map(slot_of, shown + mentioned))
    return _Memo(value, shown, mentioned, slots, stamp, stamp, recording.until)


def _is_good(memo: _Memo, board: Any) -> bool:
    if memo.until and memo.until <= clock.now():
        return False
    now = board.stamp
    if memo.checked == now:
        return True
    if board.born > memo.stamp or board.purged(memo.slots) > memo.stamp:
        return False
    memo.checked = now
    return True
