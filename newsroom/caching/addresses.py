"""Addresses as people type them, and the requests that ask for them as a web server passes them on."""

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote_to_bytes, urlsplit

from django.conf import settings
from django.core.handlers.wsgi import get_path_info
from django.http.request import split_domain_port, validate_host
from django.urls import Resolver404, resolve

from newsroom.caching.asked import Environ

PORTS: Final = {"http": "80", "https": "443"}
AT: Final = "at:"


class UnreadableAddressError(ValueError):
    """Says in a sentence what is the matter with an address and what to type."""


@dataclass(frozen=True, slots=True)
class Typed:
    """`path` is as WSGI has it, bytes in Latin-1; `origin` is scheme and host, empty where none was typed."""

    path: str
    origin: str = ""

    @property
    def shown(self) -> str:
        """The path as browsers send it."""
        return _quoted(self.path)


def typed(text: str) -> Typed:
    """The address that somebody means who typed a path or copied it from a browser. Raises UnreadableAddressError.

    The slash at the end may be left out, and what follows a question mark counts for nothing, as in a reader's request.
    """
    wanted = text.strip().strip("<>\"'“”").strip()
    if not wanted or any(letter < " " for letter in wanted):
        raise UnreadableAddressError("Type an address of the paper, for instance /latest/.")
    try:
        parts = urlsplit(wanted if "://" in wanted else f"http://{_with_host(wanted)}")
        host, scheme = parts.netloc.lower(), parts.scheme.lower()
        parts.port  # noqa: B018  # raises ValueError for none
    except ValueError:
        raise UnreadableAddressError(f"“{wanted}” is no address. Type one such as /latest/.") from None
    if scheme not in PORTS:
        raise UnreadableAddressError(f"“{scheme}:” leads to no page. Type an address such as /latest/.")
    if host and not is_ours(host, settings.ALLOWED_HOSTS):
        raise UnreadableAddressError(f"“{host}” is not a host of this paper. Type the path alone, such as /latest/.")
    path = unquote_to_bytes(parts.path or "/").decode("latin-1")
    return Typed(_as_it_stands(path), f"{scheme}://{host}" if host and "://" in wanted else "")


def of_path(path: str) -> Typed:
    """The same for what `reverse` and `get_absolute_url` give."""
    return Typed(unquote_to_bytes(path).decode("latin-1"))


def is_ours(host: str, named: Sequence[str]) -> bool:
    """Whether a host, with or without a port, is that of the paper's address or among those `named`."""
    domain, _ = split_domain_port(host)
    return bool(domain) and (host == urlsplit(settings.SITE_ADDRESS).netloc or validate_host(domain, named))


def request_for(path: str, origin: str) -> Environ:
    """A reader's request for `path` (as WSGI has it) at `origin`, which is scheme and host."""
    parts = urlsplit(origin)
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "HTTP_HOST": parts.netloc,
        "SERVER_NAME": parts.hostname or "",
        "SERVER_PORT": str(parts.port or PORTS.get(parts.scheme, "")),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": parts.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def page_key(address: str) -> str:
    """The key of the page itself, whichever scheme and host it is kept for: purging it purges what stands there."""
    return path_key("/" + address.split("/", 3)[3])


def path_key(path: str) -> str:
    return AT + _quoted(path)


def _quoted(path: str) -> str:
    # Neither a space nor a comma: caches in front read keys parted by them.
    return quote(path, safe="/", encoding="latin-1", errors="replace")


def _with_host(wanted: str) -> str:
    """What was typed without a scheme: it begins with a host if the paper answers to that; else it is a path."""
    named = [host for host in settings.ALLOWED_HOSTS if host != "*"]
    return wanted if is_ours(wanted.partition("/")[0].lower(), named) else "/" + wanted.removeprefix("/")


def _as_it_stands(path: str) -> str:
    """With the slash at the end where only so something stands there."""
    return path if _resolves(path) or path.endswith("/") or not _resolves(f"{path}/") else f"{path}/"


def _resolves(path: str) -> bool:
    try:
        resolve(get_path_info({"PATH_INFO": path}))
    except Resolver404:
        return False
    return True
