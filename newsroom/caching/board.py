"""The board: when each key was purged last, in a file that all processes of the machine have in memory.

A *stamp* is a moment in nanoseconds, and each purge has a later one than the purge before. A page that began to be made
at stamp S is good as long as no key that it shows was purged after S. So asking costs no query, no lock and no message.

Keys fall into slots by their hash. Two that share one purge each other's pages, which costs a rendering and never a
stale page.
"""

import mmap
import os
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from threading import RLock
from typing import Final, Self

from newsroom.turns import one_at_a_time

SLOTS: Final = 1 << 18
# How many of the newest purges are remembered by number, so that one that arrives twice counts once.
REMEMBERED: Final = 1 << 16
WORD: Final = 8
FORM: Final = 0x6E657773_00000001
_FORM, _BOOT, _STAMP, _BORN, _NEXT_CHANGE, _TOLD_UNTIL, _SWEPT_AT = range(7)
_PURGED: Final = 16
_TAKEN_DOWN: Final = _PURGED + SLOTS
_NUMBERS: Final = _TAKEN_DOWN + SLOTS
_WORDS: Final = _NUMBERS + REMEMBERED
_BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")
NANOSECONDS: Final = 1_000_000_000


@lru_cache(maxsize=1 << 16)
def slot_of(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=4).digest()) % SLOTS


class Board:
    """Opened with `Board.at(folder)`. Raises OSError when the folder takes no file."""

    def __init__(self, file: Path, descriptor: int) -> None:
        self.file = file
        self._descriptor = descriptor
        self._memory = mmap.mmap(descriptor, _WORDS * WORD)
        self._words = memoryview(self._memory).cast("Q")
        self._turn, self._depth = RLock(), 0

    @classmethod
    def at(cls, folder: Path) -> Self:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "board"
        with _alone(file):
            descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                if os.fstat(descriptor).st_size < _WORDS * WORD:
                    # All of it: whoever writes into a hole of a mapped file is killed when the disk is full.
                    with file.open("r+b") as out:
                        out.write(bytes(_WORDS * WORD))
                    os.fsync(descriptor)
                board = cls(file, descriptor)
            except BaseException:
                os.close(descriptor)
                raise
            board._begin()
        return board

    def _begin(self) -> None:
        """Forget every page if the machine was started anew: it may have lost the last purges before it stopped."""
        words, boot = self._words, _this_boot()
        if words[_FORM] == FORM and words[_BOOT] == boot:
            return
        if words[_FORM] != FORM:
            # New, or no board at all by now: nothing that it says is to be believed.
            self._memory[:] = bytes(_WORDS * WORD)
        words[_STAMP] = words[_BORN] = self._next_stamp()
        words[_NEXT_CHANGE], words[_TOLD_UNTIL], words[_SWEPT_AT] = 0, words[_STAMP], words[_STAMP]
        words[_FORM], words[_BOOT] = FORM, boot

    # Reading

    @property
    def stamp(self) -> int:
        """The newest stamp: take it before the first query of what you make."""
        return self._words[_STAMP]

    @property
    def born(self) -> int:
        """What was made before this stamp is forgotten."""
        return self._words[_BORN]

    def purged(self, slots: Iterable[int]) -> int:
        """The newest stamp at which one of the slots was purged; 0 for never."""
        words = self._words
        return max([words[_PURGED + slot] for slot in slots], default=0)

    def taken_down(self, slots: Iterable[int]) -> int:
        words = self._words
        return max([words[_TAKEN_DOWN + slot] for slot in slots], default=0)

    def has_made(self, number: int) -> bool:
        """Whether the purge of that number was made, as far back as the board remembers."""
        return self._words[_NUMBERS + number % REMEMBERED] == number

    # Writing

    def purge(self, keys: Iterable[str], *, gone: bool = False, number: int = 0) -> None:
        """Purge the keys at a new stamp, and remember the purge's own `number`."""
        with self.alone():
            stamp = self._next_stamp()
            for slot in {slot_of(key) for key in keys}:
                self._words[_PURGED + slot] = stamp
                if gone:
                    self._words[_TAKEN_DOWN + slot] = stamp
            # The last: whoever sees the new stamp sees the slots, and who took the old one before is not believed.
            self._words[_STAMP] = stamp
            if number:
                self._words[_NUMBERS + number % REMEMBERED] = number

    def forget_everything(self) -> None:
        """Forget every page, and which purges were made: a database that was put back counts them anew."""
        with self.alone():
            stamp = self._next_stamp()
            self._words[_BORN] = stamp
            self._words[_NUMBERS:_WORDS] = memoryview(bytes(REMEMBERED * WORD)).cast("Q")
            self._words[_STAMP] = stamp

    # What other processes purged: see sweeping.py

    @property
    def swept_at(self) -> int:
        """The moment (ns) up to which this machine has heard of every purge."""
        return self._words[_SWEPT_AT]

    def note_sweep(self, at: int) -> None:
        self._words[_SWEPT_AT] = at

    # What comes by itself: see schedule.py

    @property
    def next_change(self) -> int:
        """The moment (ns) of the next change that nobody makes, 0 while it is not known."""
        return self._words[_NEXT_CHANGE]

    @property
    def told_until(self) -> int:
        """Up to which moment (ns) such changes have been purged."""
        return self._words[_TOLD_UNTIL]

    def expect_change(self, at: int, *, told_until: int) -> None:
        self._words[_TOLD_UNTIL] = told_until
        self._words[_NEXT_CHANGE] = at

    def look_again(self) -> None:
        """The next change is not known any more."""
        self._words[_NEXT_CHANGE] = 0

    @contextmanager
    def alone(self) -> Iterator[None]:
        """One process, and in it one thread, at a time. The same thread may ask again."""
        with self._turn:
            self._depth += 1
            try:
                with _alone(self.file) if self._depth == 1 else nullcontext():
                    yield
            finally:
                self._depth -= 1

    def close(self) -> None:
        self._words.release()
        self._memory.close()
        os.close(self._descriptor)

    def _next_stamp(self) -> int:
        return max(self._words[_STAMP] + 1, time.time_ns())


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    # Made again when somebody has removed the folder: what this process kept must still be purged. Where that takes
    # no file any more, it goes on without a line: the board is in memory, and no purge may be lost for want of a lock.
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
    with one_at_a_time(str(file.with_name("board-turn"))):
        yield


def _this_boot() -> int:
    try:
        return zlib.crc32(_BOOT_ID.read_bytes())
    except OSError:
        return 0
