"""Asking the application for a page, and finishing it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from django.conf import settings

from newsroom.caching.addresses import page_key
from newsroom.caching.asked import Environ
from newsroom.caching.front.headers import Headers, marks
from newsroom.caching.packed import packed
from newsroom.caching.page import FinishedPage, finished
from newsroom.caching.recording import Recording
from newsroom.caching.serving import FOR_ALL

type Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

KEPT_TYPES: Final = (
    "text/",
    "application/json",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
)
# What the layer says itself, for each encoding and each moment.
OURS: Final = frozenset(
    "content-length content-encoding etag vary cache-control expires last-modified date".split()  # noqa: SIM905
)
NEVER_KEPT: Final = ("no-store", "no-cache", "private")


@dataclass(slots=True)
class Answer:
    """What the application said, whole."""

    status: str = ""
    headers: Headers = field(default_factory=list)
    body: bytes = b""

    def header(self, name: str) -> str:
        return ", ".join(value for key, value in self.headers if key.lower() == name)

    @property
    def code(self) -> int:
        return int(self.status[:3])

    def may_be_kept(self) -> bool:
        """A whole page for everybody: no error, no cookie, nothing that varies by who asks."""
        varies = {part.strip().lower() for part in self.header("vary").split(",")} - {"", "accept-encoding"}
        return (
            self.code == 200
            and not varies
            and not self.header("set-cookie")
            and not self.header("content-encoding")
            and not any(word in self.header("cache-control") for word in NEVER_KEPT)
            and self.header("content-type").startswith(KEPT_TYPES)
        )


def asked(application: Application, environ: Environ) -> Answer:
    answer = Answer()

    def start_response(status: str, headers: Headers, exc_info: Any = None) -> Callable[[bytes], object]:  # noqa: ARG001  # WSGI's
        answer.status, answer.headers = status, headers
        return _refuse_writing

    parts = application(environ, start_response)
    try:
        answer.body = b"".join(parts)
    finally:
        if close := getattr(parts, "close", None):
            close()
    return answer


def page_of(answer: Answer, recording: Recording, *, address: str, stamp: int, now: int) -> FinishedPage:
    recording.owned.add(page_key(address))
    headers = [(name, value) for name, value in answer.headers if name.lower() not in OURS]
    keyed = marks(settings.FRONT, shown=recording.owned | recording.shown, mentioned=recording.mentioned)
    headers += [*FOR_ALL, *keyed]
    return finished(
        address=address,
        stamp=stamp,
        now=now,
        headers=headers,
        body=answer.body,
        recording=recording,
        brotli=packed(answer.body, "br"),
    )


def _refuse_writing(_: bytes) -> None:
    raise RuntimeError("Whoever answers must return the page: what is written beside it would be lost.")
