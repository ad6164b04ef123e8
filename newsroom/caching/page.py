"""A finished page: bytes as they are sent, and until when they may be."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

from django.conf import settings

from newsroom.caching.board import NANOSECONDS, Board, slot_of
from newsroom.caching.front.headers import Headers, is_marked
from newsroom.caching.packed import IDENTITY, packed, unpacked_brotli
from newsroom.caching.policy import LONGEST, MENTION_STANDS, OLDEST, SPREAD
from newsroom.caching.recording import Recording

# Held while a page follows the board: of two threads at once, one would take back what the other has found purged.
_following = Lock()


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a page beside its bytes; this and the bytes are what the shelf keeps.

    `stamp` is the board's from before its first query; `made_at` and `over_at` are moments in nanoseconds.
    """

    address: str
    stamp: int
    made_at: int
    over_at: int
    headers: Headers
    tag: str
    owned: list[str]
    shown: list[str]
    mentioned: list[str]
    subject: str = ""

    @property
    def keys(self) -> list[str]:
        return [*self.owned, *self.shown, *self.mentioned]


@dataclass(frozen=True, slots=True)
class Packed:
    """One encoding of the page, with the headers that never change."""

    headers: Headers
    etag: str
    body: bytes


class FinishedPage:
    """`fresh_to`: served without a question until then. `old_to`: after that, served while somebody makes it anew.

    Both are moments in nanoseconds, and follow the board each time it has changed. `shared_seconds`: for how long a
    cache in front may serve it at most; until something changes, where it is told of that.
    """

    __slots__ = (
        *("_bodies", "_brotli", "_slots", "checked", "fresh_to", "good_at", "is_gone", "known", "old_to"),
        *("shared_seconds", "used"),
    )

    def __init__(self, known: Known, brotli: bytes) -> None:
        self.known = known
        self._brotli = brotli
        self._bodies: dict[str, Packed] = {}
        self._slots: list[array[int]] = [_slots(keys) for keys in (known.owned, known.shown, known.mentioned)]
        self.fresh_to = known.over_at - OLDEST + _spread(known.address)
        self.old_to = known.over_at
        self.checked = known.stamp
        self.good_at = known.made_at
        self.used = self.is_gone = False
        self.shared_seconds = LONGEST // NANOSECONDS if is_marked(known.headers) else settings.PAGES_SHARED_SECONDS

    def follow(self, board: Board) -> None:
        """Take in what has been purged since the board was looked at last."""
        with _following:
            self._follow(board)

    def _follow(self, board: Board) -> None:
        stamp = board.stamp
        owned, shown, mentioned = self._slots
        since = self.known.stamp
        if board.born > since or board.purged(owned) > since or _taken_down(board, self._slots) > since:
            self.is_gone = True
            self.fresh_to = self.old_to = 0
        elif board.purged(shown) > since:
            self.fresh_to = 0
            self.old_to = min(self.old_to, self.good_at + OLDEST)
        elif board.purged(mentioned) > since:
            self.fresh_to = min(self.fresh_to, self.good_at + MENTION_STANDS)
            self.old_to = min(self.old_to, self.good_at + OLDEST)
        self.checked = stamp

    def is_newer_than(self, other: "FinishedPage") -> bool:
        """By the board; where nothing was purged between them, by the clock."""
        return (self.known.stamp, self.known.made_at) > (other.known.stamp, other.known.made_at)

    def is_older_than(self, board: Board) -> bool:
        """Whether anything that it is about or lists was purged since it began to be made, or anything taken down.

        What it merely mentions may be a little old, in a new page as in one of before. Otherwise a page that mentions
        what many people comment on would be kept by chance, and the less often the longer its making takes.
        """
        since = self.known.stamp
        owned, shown, _ = self._slots
        purged = max(board.born, board.purged(owned), board.purged(shown))
        return max(purged, _taken_down(board, self._slots)) > since

    def packed(self, encoding: str) -> Packed:
        found = self._bodies.get(encoding)
        if found is None:
            body = self._brotli if encoding == "br" else packed(unpacked_brotli(self._brotli), encoding)
            found = self._dressed(encoding, body)
            # Unpacked it is several times as long, and few ask for that: they are given it anew.
            if encoding != IDENTITY:
                self._bodies[encoding] = found
        return found

    @property
    def size(self) -> int:
        """About how many bytes of memory it takes once a browser of each kind has asked."""
        return 3 * len(self._brotli) + 100 * sum(map(len, self._slots)) + 2_000

    @property
    def brotli(self) -> bytes:
        return self._brotli

    def _dressed(self, encoding: str, body: bytes) -> Packed:
        etag = f'"{self.known.tag}-{encoding}"'
        packing = [] if encoding == IDENTITY else [("Content-Encoding", encoding)]
        length = ("Content-Length", str(len(body)))
        return Packed([*self.known.headers, *packing, length, ("ETag", etag)], etag, body)


def finished(
    *, address: str, stamp: int, now: int, headers: Headers, body: bytes, recording: Recording, brotli: bytes
) -> FinishedPage:
    """The page that `recording` was made of, at the moment `now` (ns)."""
    over = now + LONGEST
    if recording.until:
        # It may be a minute late: all pages of the site are over at midnight.
        over = min(over, int(recording.until.timestamp() * NANOSECONDS) + OLDEST)
    known = Known(
        address=address,
        stamp=stamp,
        made_at=now,
        over_at=over,
        headers=headers,
        tag=sha256(body).hexdigest()[:24],
        owned=sorted(recording.owned),
        shown=sorted(recording.shown),
        mentioned=sorted(recording.mentioned),
        subject=recording.subject,
    )
    return FinishedPage(known, brotli)


def _slots(keys: Iterable[str]) -> "array[int]":
    return array("L", [slot_of(key) for key in keys])


def _taken_down(board: Board, levels: Sequence[Iterable[int]]) -> int:
    return max(board.taken_down(slots) for slots in levels)


def _spread(address: str) -> int:
    return slot_of(address) * SPREAD // (1 << 18)
