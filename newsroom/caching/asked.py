"""What a request asks for, told from its WSGI environment alone: the address that its page is kept at, if any."""

from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import get_path_info
from django.http.request import split_domain_port, validate_host
from django.urls import Resolver404, resolve

from newsroom.caching.policy import Kept, policy_of

type Environ = dict[str, Any]

READING: Final = ("GET", "HEAD")
# All that a page may depend on beside its address. No cookie, no query, no preference: one copy serves everybody.
PASSED_ON: Final = (
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_FOR",
    "REMOTE_ADDR",
    "REMOTE_PORT",
    "SERVER_NAME",
    "SERVER_PORT",
    "SERVER_PROTOCOL",
    "SERVER_SOFTWARE",
    "SCRIPT_NAME",
    "PATH_INFO",
)
MOST_HOSTS: Final = 1_000


class Asking:
    """How this site is asked, by its settings as they are when it is made."""

    def __init__(self) -> None:
        self._site = urlsplit(settings.SITE_ADDRESS).netloc
        self._https_only: bool = settings.SECURE_SSL_REDIRECT
        header = settings.SECURE_PROXY_SSL_HEADER
        self._https_header, self._https_value = header or ("", "")
        self._hosts: dict[tuple[str, str], bool] = {}

    def address(self, environ: Environ) -> str | None:
        """Where the page is kept; None for what is none of a reader's, and for a host that is not ours."""
        if environ["REQUEST_METHOD"] not in READING or environ.get("SCRIPT_NAME"):
            return None
        host = environ.get("HTTP_HOST", "")
        port = environ.get("SERVER_PORT", "")
        known = self._hosts.get((host, port))
        if known is None:
            known = self._know(host, port)
        if not known:
            return None
        secure = self._is_secure(environ)
        if self._https_only and not secure:
            return None
        scheme = "https" if secure else "http"
        return f"{scheme}://{self._site or host}{environ['PATH_INFO']}"

    def clean(self, environ: Environ) -> Environ:
        """The same request, asked by nobody in particular."""
        asked = {name: value for name, value in environ.items() if name in PASSED_ON or name.startswith("wsgi.")}
        host = self._site or environ["HTTP_HOST"]
        return {**asked, "REQUEST_METHOD": "GET", "QUERY_STRING": "", "HTTP_HOST": host}

    def _is_secure(self, environ: Environ) -> bool:
        if self._https_header and (said := environ.get(self._https_header)) is not None:
            return bool(said.partition(",")[0].strip() == self._https_value)
        return bool(environ["wsgi.url_scheme"] == "https")

    def _know(self, host: str, port: str) -> bool:
        if len(self._hosts) >= MOST_HOSTS:
            self._hosts.clear()
        self._hosts[host, port] = known = self._is_ours(host, port)
        return known

    def _is_ours(self, host: str, port: str) -> bool:
        domain, asked_port = split_domain_port(host)
        if not (domain and validate_host(domain, settings.ALLOWED_HOSTS)):
            return False
        # Without an address of its own the paper's pages name the host that was asked: then each that may be asked is
        # kept for itself, and there may be only few.
        few = domain in settings.ALLOWED_HOSTS and host == host.lower() and asked_port in {"", port}
        return bool(self._site) or few


def policy(environ: Environ) -> Kept | None:
    """Whether the view that answers this address lets its page be kept."""
    try:
        return policy_of(resolve(get_path_info(environ)).func)
    except Resolver404:
        return None
