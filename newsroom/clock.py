"""The one "now" of the site, so that every page can be seen as of another time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_pretended: ContextVar[datetime | None] = ContextVar("pretended_now", default=None)


def now() -> datetime:
    """The present moment in UTC, or the one that `as_of` pretends."""
    return _pretended.get() or timezone.now()


def pretends() -> bool:
    """Whether it is another moment here than outside."""
    return _pretended.get() is not None


def today() -> date:
    """The date in the time zone in force (the site's, while a page is rendered)."""
    return timezone.localdate(now())


@contextmanager
def as_of(moment: datetime) -> Iterator[None]:
    """Pretend, in this context only, that it is `moment` (aware)."""
    token = _pretended.set(moment)
    try:
        yield
    finally:
        _pretended.reset(token)
