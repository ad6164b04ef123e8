"""Purges that this process has not heard of: another machine's, or those of a process that died before it made them."""

from datetime import UTC, datetime, timedelta
from itertools import batched
from typing import Final

from newsroom import clock
from newsroom.caching.board import NANOSECONDS, Board
from newsroom.caching.models import Purge
from newsroom.caching.pages import pages
from newsroom.caching.purging import apply
from newsroom.caching.trimming import trim
from newsroom.caching.upkeep import each_minute, each_second

# A purge has its number before its transaction is committed: one that took so long is still found.
LATE: Final = timedelta(seconds=120)
AT_ONCE: Final = 500
REMEMBERED_FOR: Final = timedelta(hours=1)


class Sweeper:
    """Knows up to which number every purge has been made on this machine."""

    def __init__(self) -> None:
        self.low: int | None = None

    def sweep(self) -> int:
        """Make the purges that were not made here, and say how many those were."""
        found = pages()
        if found is None:
            return 0
        now, board = clock.now(), found.board
        if self.low is None or self._counts_anew():
            self.low = self._begin(board, now)
        numbers = list(Purge.objects.after(self.low).values_list("pk", "made_at"))
        unmade = [number for number, _ in numbers if not board.has_made(number)]
        for some in batched(unmade, AT_ONCE):
            for row in Purge.objects.filter(pk__in=some).order_by("pk"):
                apply(row.pk, row.keys, gone=row.gone)
        self.low = max([self.low, *(number for number, made_at in numbers if made_at < now - LATE)])
        board.note_sweep(int(now.timestamp() * NANOSECONDS))
        return len(unmade)

    def _begin(self, board: Board, now: datetime) -> int:
        """The number after which to look: as far back as nobody on this machine has looked."""
        swept = datetime.fromtimestamp(board.swept_at / NANOSECONDS, UTC)
        if self.low is not None or now - swept > REMEMBERED_FOR - LATE:
            # Purges may have come and been forgotten meanwhile.
            board.forget_everything()
        return Purge.objects.older_than(swept - LATE).order_by().values_list("pk", flat=True).last() or 0

    def _counts_anew(self) -> bool:
        """Whether the database was put back to an earlier state."""
        newest = Purge.objects.order_by("-pk").values_list("pk", flat=True).first()
        return newest is not None and self.low is not None and newest < self.low


_sweeper = Sweeper()
each_second(_sweeper.sweep)


def forget_old() -> None:
    Purge.objects.older_than(clock.now() - REMEMBERED_FOR).delete()


def keep_within_bounds() -> None:
    if found := pages():
        trim(found.shelf)


each_minute(forget_old, leader=True)
each_minute(keep_within_bounds, leader=True)
