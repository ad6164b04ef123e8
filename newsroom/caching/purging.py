"""Purging: what a change makes untrue, said in its transaction and done when that is committed.

Each purge is a row, written together with the change. So it is not lost when the process dies between the two: another
process finds the row within a second (`upkeep.py`), and so does every other machine.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.db import transaction

from newsroom.caching.models import Purge
from newsroom.caching.pages import pages

# More than this is said as “everything”: telling each would take longer than making the pages anew.
MOST_KEYS: Final = 2_000
EVERYTHING: Final = "everything"
# So are more purges than this in one transaction, each of which is held against those before.
MOST_WAITING: Final = 500
# Among the keys of a change that may have moved the moment at which something changes by itself.
SCHEDULE: Final = "schedule"


def purge(keys: Iterable[str], *, gone: bool = False, because: str = "") -> None:
    """Purge every page that shows one of the keys, as soon as the transaction in force is committed.

    With `gone`, something was taken down: then also pages that merely mention it are not served once more.
    """
    wanted = frozenset(keys)
    if not wanted or not is_wanted():
        return
    waiting = _pending()
    if any(pending.covers(wanted, gone) for pending in waiting):
        return
    if len(wanted) > MOST_KEYS:
        wanted = frozenset({EVERYTHING})
    elif len(waiting) >= MOST_WAITING:
        wanted, gone = frozenset({EVERYTHING}), True
    with transaction.atomic(savepoint=False):
        row = Purge.objects.create(keys=sorted(wanted), gone=gone, because=because[:200])
        transaction.on_commit(Pending(row.pk, wanted, gone), robust=True)


def purge_everything(*, because: str = "") -> None:
    purge([EVERYTHING], gone=True, because=because)


def is_wanted() -> bool:
    """Whether anything is kept, here or in front, that could be purged."""
    return bool(settings.PAGES or settings.FRONT)


@dataclass(frozen=True, slots=True)
class Pending:
    """A purge that waits for its transaction."""

    number: int
    keys: frozenset[str]
    gone: bool

    def covers(self, keys: frozenset[str], gone: bool) -> bool:
        return (keys <= self.keys or EVERYTHING in self.keys) and (self.gone or not gone)

    def __call__(self) -> None:
        apply(self.number, self.keys, gone=self.gone)


def apply(number: int, keys: Iterable[str], *, gone: bool) -> None:
    """Purge this machine's pages."""
    found = pages()
    if found is None:
        return
    board, wanted = found.board, set(keys)
    with board.alone():
        if EVERYTHING in wanted:
            board.forget_everything()
        board.purge(wanted, gone=gone, number=number)
        if SCHEDULE in wanted or EVERYTHING in wanted:
            board.look_again()


def _pending() -> list[Pending]:
    # Django takes out of this list what a rolled-back savepoint asked for.
    asked = transaction.get_connection().run_on_commit
    return [function for _, function, *_ in asked if isinstance(function, Pending)]
