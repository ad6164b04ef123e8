"""What a page shows, noted while it is made.

Whatever reads a row or a list says so with `shows`; outside of a recording that costs nothing and does nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime

# A page that shows more is made anew each time: it would cost more to follow than to make.
MOST_KEYS = 3_000


@dataclass(slots=True)
class Recording:
    """The keys of one page, by how soon it must follow when they are purged: `policy.py` says how soon that is."""

    owned: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    mentioned: set[str] = field(default_factory=set)
    # What a view of the page is counted for, and when the page is over by itself.
    subject: str = ""
    until: datetime | None = None
    target: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.target = self.shown

    @property
    def keys(self) -> set[str]:
        return self.owned | self.shown | self.mentioned

    def ends(self, moment: datetime) -> None:
        self.until = min(self.until, moment) if self.until else moment

    def settle(self, *, front: bool) -> None:
        """Each key at its strictest level. A `front` owns all that it shows."""
        if front:
            self.owned |= self.shown
        self.shown -= self.owned
        self.mentioned -= self.owned | self.shown

    @property
    def can_be_followed(self) -> bool:
        return len(self.owned) + len(self.shown) + len(self.mentioned) <= MOST_KEYS


_now_recording: ContextVar[Recording | None] = ContextVar("now_recording", default=None)


def shows(*keys: str) -> None:
    """What is being made shows these."""
    if recording := _now_recording.get():
        recording.target.update(keys)


def owns(*keys: str) -> None:
    """The page is about these, and must never show them as they were."""
    if recording := _now_recording.get():
        recording.owned.update(keys)


def mentions(*keys: str) -> None:
    """What is being made shows these beside what it is about: they may be a little old."""
    if recording := _now_recording.get():
        recording.mentioned.update(keys)


def counts_for(subject: str) -> None:
    """Whoever reads the page has viewed `subject`."""
    if recording := _now_recording.get():
        recording.subject = subject


def ends(moment: datetime) -> None:
    """The page is over at that moment, whatever is changed or not."""
    if recording := _now_recording.get():
        recording.ends(moment)


@contextmanager
def mentioning() -> Iterator[None]:
    """What is shown in this block stands beside what the page is about: it may be a little old."""
    recording = _now_recording.get()
    if recording is None:
        yield
        return
    before, recording.target = recording.target, recording.mentioned
    try:
        yield
    finally:
        recording.target = before


@contextmanager
def recorded() -> Iterator[Recording]:
    """Record what is made in this block; what it shows is not told to a recording around it."""
    recording = Recording()
    token = _now_recording.set(recording)
    try:
        yield recording
    finally:
        _now_recording.reset(token)
