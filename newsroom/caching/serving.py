"""A finished page as HTTP answers it: packed, conditional, and with what caches in front may do with it."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from newsroom.caching.board import NANOSECONDS
from newsroom.caching.front.headers import FOR_NOBODY_ELSE, KEYED, Headers, lasting
from newsroom.caching.packed import IDENTITY, chosen, packed
from newsroom.caching.page import FinishedPage

type Environ = dict[str, Any]
type Start = Callable[..., Any]

# One answer for all, and no part of one: a packed page is small.
FOR_ALL: Final = [("Vary", "Accept-Encoding"), ("Accept-Ranges", "none")]
SAID_AGAIN: Final = {"vary", *KEYED}
# A shorter body is not worth packing.
WORTH_PACKING: Final = 200


def served(
    page: FinishedPage, environ: Environ, start_response: Start, *, now: int, next_change: int
) -> Iterable[bytes]:
    """Answer with the page at the moment `now`, where something will change by itself at `next_change` (both ns)."""
    found = page.packed(chosen(environ.get("HTTP_ACCEPT_ENCODING", "")))
    seconds = (min(page.fresh_to, next_change) - now) // NANOSECONDS
    holds = ("Cache-Control", lasting(min(seconds, page.shared_seconds)) if page.old_to else FOR_NOBODY_ELSE)
    wanted = environ.get("HTTP_IF_NONE_MATCH")
    if wanted and matches(wanted, found.etag):
        again = [(name, value) for name, value in page.known.headers if name.lower() in SAID_AGAIN]
        start_response("304 Not Modified", [*again, ("ETag", found.etag), holds])
        return ()
    start_response("200 OK", [*found.headers, holds])
    return (found.body,) if environ["REQUEST_METHOD"] == "GET" else ()


def matches(wanted: str, etag: str) -> bool:
    """If-None-Match, by the weak comparison (RFC 9110, 13.1.2): something on the way may have made the tag weak."""
    if wanted == etag:
        return True
    return wanted.strip() == "*" or any(part.strip().removeprefix("W/") == etag for part in wanted.split(","))


def plain(status: str, headers: Headers, body: bytes, environ: Environ, start_response: Start) -> Iterable[bytes]:
    """Answer with a page that is not kept, as an error is."""
    said = [(name, value) for name, value in headers if name.lower() not in {"content-length", "etag"}]
    encoding = chosen(environ.get("HTTP_ACCEPT_ENCODING", "")) if len(body) >= WORTH_PACKING else IDENTITY
    if encoding != IDENTITY:
        said.append(("Content-Encoding", encoding))
    sent = packed(body, encoding)
    start_response(status, [*said, ("Content-Length", str(len(sent)))])
    return (sent,) if environ["REQUEST_METHOD"] == "GET" else ()
