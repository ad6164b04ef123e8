"""Tells one front of purges, in a thread of its own: a slow front keeps nobody waiting, neither an editor nor another.

Each purge is told at once, and once more: a copy that was on its way meanwhile may have been of before. What merely
mentions a thing is purged together with others, once the paper itself has made those pages anew.
"""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from threading import Thread
from typing import Final

from newsroom.caching.front.asking import FrontError
from newsroom.caching.front.fronts import Front
from newsroom.caching.front.headers import MENTIONED

logger = logging.getLogger(__name__)

AGAIN_AFTER: Final = 5.0
# As long as an old mention stands at the paper; and how long such purges are gathered.
MENTIONS_AFTER, MENTIONS_EACH = 30.0, 15.0
# A front that fails is asked again after so long, then twice as long, up to the longest.
SHORTEST_WAIT, LONGEST_WAIT = 1.0, 60.0
# More than this is told as “everything”.
MOST_KEYS: Final = 5_000


@dataclass(slots=True)
class Errand:
    """What is told together. `numbers`: the purges that have been told once it is."""

    when: float
    numbers: set[int] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    everything: bool = False

    def join(self, other: "Errand") -> None:
        self.numbers |= other.numbers
        self.everything = self.everything or other.everything or len(self.keys | other.keys) > MOST_KEYS
        self.keys = set() if self.everything else self.keys | other.keys
        self.addresses = set() if self.everything else self.addresses | other.addresses


class Courier:
    def __init__(self, front: Front, *, moment: Callable[[], float] = time.monotonic) -> None:
        self.front = front
        # The numbers of the purges that it was given and has not brought yet.
        self.untold: set[int] = set()
        self._moment = moment
        self._due: list[Errand] = []
        self._mentions: Errand | None = None
        self._under_way: Errand | None = None
        self._failure: FrontError | None = None
        self._thread: Thread | None = None
        self._wait, self._not_before = 0.0, 0.0

    def hear(self, number: int, keys: Iterable[str], *, addresses: Iterable[str] = (), gone: bool = False) -> None:
        """Take a purge along. `gone`: something was taken down, so nothing that mentions it may be shown either."""
        plain = set(keys)
        marked = {MENTIONED + key for key in plain}
        if gone and not self.front.by_key:
            self.empty({number})
            return
        self._take(Errand(self._moment(), {number}, plain | marked if gone else plain, set(addresses)))
        if self.front.by_key and not gone:
            self._mention(self._moment(), marked)

    def empty(self, numbers: Iterable[int]) -> None:
        """Take these purges along as one of everything."""
        self._take(Errand(self._moment(), set(numbers), everything=True))

    def _take(self, errand: Errand) -> None:
        again = Errand(errand.when + AGAIN_AFTER, set(), set(errand.keys), set(errand.addresses), errand.everything)
        self.untold |= errand.numbers
        self._due += [errand, again]

    def _mention(self, now: float, marked: set[str]) -> None:
        if self._mentions is None or self._mentions.when <= now + MENTIONS_AFTER:
            self._mentions = Errand(now + MENTIONS_AFTER + MENTIONS_EACH)
            self._due.append(self._mentions)
        self._mentions.join(Errand(now, keys=marked))

    def go(self) -> None:
        """Look what has become of the last errand, and set out on the next when one is due. Returns at once."""
        if self._thread and self._thread.is_alive():
            return
        self._come_back()
        now = self._moment()
        due = [errand for errand in self._due if errand.when <= now]
        if not due or now < self._not_before:
            return
        self._due = [errand for errand in self._due if errand.when > now]
        errand = Errand(now)
        for one in due:
            errand.join(one)
        self._under_way = errand
        self._thread = Thread(target=self._tell, args=(errand,), name=f"telling {self.front.name}", daemon=True)
        self._thread.start()

    def rest(self, seconds: float) -> None:
        """Wait until the errand under way is over."""
        if self._thread:
            self._thread.join(seconds)

    def _tell(self, errand: Errand) -> None:
        try:
            self.front.purge(sorted(errand.keys), sorted(errand.addresses), errand.everything)
        except FrontError as failure:
            self._failure = failure
        except Exception as unknown:
            logger.exception("%s could not be told of purges.", self.front.name)
            self._failure = FrontError(str(unknown))

    def _come_back(self) -> None:
        errand, failure = self._under_way, self._failure
        self._thread = self._under_way = self._failure = None
        if errand is None:
            return
        if failure is None:
            self.untold -= errand.numbers
            self._wait = 0.0
            return
        self._due.append(errand)
        self._wait = min(max(2 * self._wait, SHORTEST_WAIT), LONGEST_WAIT)
        wait = max(self._wait, failure.again_after)
        self._not_before = self._moment() + wait
        logger.error("%s It is told again in %.0f seconds.", failure, wait)
