"""Making the pages that will be asked for first, before anybody asks."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from newsroom.caching.addresses import of_path, request_for
from newsroom.caching.asked import Asking, Environ
from newsroom.caching.layer import FinishedPages
from newsroom.caching.pages import Pages
from newsroom.caching.rendering import Application

# Counted as no reader, as programs are that say what they are.
NAME = "newsroom-warm (bot)"

type Addresses = Callable[[], Iterable[str]]

_asked_first: list[Addresses] = []


def asked_first(addresses: Addresses) -> Addresses:
    """Register a function that gives paths (as `reverse` does), those that are asked for most first."""
    _asked_first.append(addresses)
    return addresses


def first_asked(most: int) -> Iterator[str]:
    """Each path once, in the order of the registering, at most so many."""
    every = dict.fromkeys(path for addresses in _asked_first for path in addresses())
    return islice(every, most)


@dataclass(slots=True)
class Warmed:
    """How many pages were made and how many were there; `refused` are those that could not be kept, with why."""

    made: int = 0
    there: int = 0
    refused: list[str] = field(default_factory=list)


class Reader:
    """Asks the layer as readers at `origin` would. Raises ValueError when no page is kept for that host."""

    def __init__(self, application: Application, pages: Pages, origin: str) -> None:
        self._application, self._origin, self._pages = application, origin, pages
        self._asking = Asking()
        if self._asking.address(request_for("/", origin)) is None:
            raise ValueError(f"No page is kept for readers who ask at {origin}.")
        self._layer = FinishedPages(self._made, pages)
        self._has_made, self._status = False, ""

    def ask(self, path: str, warmed: Warmed) -> None:
        environ = request_for(of_path(path).path, self._origin) | {"HTTP_USER_AGENT": NAME}
        address = self._asking.address(environ) or ""
        self._has_made = False
        for _ in self._layer(environ, self._begin):
            pass
        if not self._has_made:
            warmed.there += 1
        elif self._pages.memory.get(address):
            warmed.made += 1
        else:
            why = "could not be written" if self._status == "200" else f"answered {self._status}"
            warmed.refused.append(f"{path} {why}")

    def _made(self, environ: Environ, start_response: Callable[..., object]) -> Iterable[bytes]:
        self._has_made = True
        return self._application(environ, start_response)

    def _begin(self, status: str, *_: object) -> None:
        self._status = status[:3]


def warm(application: Application, pages: Pages, *, origin: str, most: int) -> Warmed:
    """Ask for the first `most` pages. Raises ValueError when no page is kept for readers who ask at `origin`."""
    reader, warmed = Reader(application, pages, origin), Warmed()
    for path in first_asked(most):
        reader.ask(path, warmed)
    return warmed
