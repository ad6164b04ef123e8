"""Purges that this process has not heard of: another machine's, or those of a process that died before it made them."""

from datetime import timedelta
from itertools import batched
from typing import Final

from newsroom import clock
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
        settled = clock.now() - LATE
        if self.low is None:
            self.low = Purge.objects.older_than(settled).order_by().values_list("pk", flat=True).last() or 0
        numbers = list(Purge.objects.after(self.low).values_list("pk", "made_at"))
        unmade = [number for number, _ in numbers if not found.board.has_made(number)]
        for some in batched(unmade, AT_ONCE):
            for row in Purge.objects.filter(pk__in=some).order_by("pk"):
                apply(row.pk, row.keys, gone=row.gone)
        self.low = max([self.low, *(number for number, made_at in numbers if made_at < settled)])
        return len(unmade)


_sweeper = Sweeper()
each_second(_sweeper.sweep)


def forget_old() -> None:
    Purge.objects.older_than(clock.now() - REMEMBERED_FOR).delete()


def keep_within_bounds() -> None:
    if found := pages():
        trim(found.shelf)


each_minute(forget_old, leader=True)
each_minute(keep_within_bounds, leader=True)
