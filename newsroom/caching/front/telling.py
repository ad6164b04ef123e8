"""The purges in the database, told to what stands in front: by one process of a machine, each second.

A front's row says up to when it has been told of everything. What was asked for later is told by whoever comes next
after a process that died: once too often rather than once too little.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from newsroom import clock
from newsroom.caching.front.addresses import addresses
from newsroom.caching.front.courier import Courier
from newsroom.caching.front.fronts import Front, fronts
from newsroom.caching.models import Purge, Told
from newsroom.caching.purging import EVERYTHING
from newsroom.caching.upkeep import each_second

# A purge has its moment before its transaction is committed: one that took so long is still found.
LATE: Final = timedelta(seconds=120)
# Purges are rows for an hour. A front that has missed more is emptied,
TOO_LONG: Final = timedelta(minutes=50)
# and so it is when there are more than these, and nobody asks what they are.
AT_ONCE: Final = 2_000
NOTED_EACH: Final = timedelta(seconds=30)


@dataclass(slots=True)
class Round:
    """One front's courier. `heard` has the purges that it was given, each with its moment; `until`: see above.

    `looked`: when the database was asked last, so that a front that is away for long does not make that any longer.
    """

    courier: Courier
    until: datetime
    looked: datetime
    heard: dict[int, datetime] = field(default_factory=dict)
    noted: datetime | None = None

    def tell(self) -> None:
        """Give the courier what is new, send it, and note what it has brought."""
        now = clock.now()
        made = dict(Purge.objects.made_since(self.looked - LATE).values_list("pk", "made_at"))
        self._hand_over({number: moment for number, moment in made.items() if number not in self.heard})
        self.looked = now
        self.courier.go()
        untold = self.courier.untold
        self.until = min([now, *(moment for number, moment in self.heard.items() if number in untold)])
        self.heard = {number: moment for number, moment in self.heard.items() if number in made or number in untold}
        if self.noted is None or now - self.noted > NOTED_EACH:
            Told.objects.update_or_create(front=self.courier.front.name, defaults={"until": self.until})
            self.noted = now

    def _hand_over(self, new: dict[int, datetime]) -> None:
        self.heard |= new
        if len(new) > AT_ONCE:
            self.courier.empty(new)
            return
        for row in Purge.objects.filter(pk__in=new).order_by("pk"):
            if EVERYTHING in row.keys:
                self.courier.empty({row.pk})
            else:
                where = [] if self.courier.front.by_key else addresses(row.keys)
                self.courier.hear(row.pk, row.keys, addresses=where, gone=row.gone)


def begun(front: Front) -> Round:
    """A front that is new to us, or was not told for long, may have copies of anything: it is emptied first."""
    courier, now = Courier(front), clock.now()
    known = Told.objects.filter(front=front.name).values_list("until", flat=True).first()
    if known is not None and known >= now - TOO_LONG:
        return Round(courier, known, looked=known)
    courier.empty({0})
    return Round(courier, now, looked=now, heard={0: now})


_rounds: list[Round] = []


def tell_fronts() -> None:
    if not _rounds:
        _rounds.extend(begun(front) for front in fronts())
    for one in _rounds:
        one.tell()


each_second(tell_fronts, leader=True)
