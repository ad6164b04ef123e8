"""Whether a form was sent from a page of ours: nobody shall post in a reader's name."""

from urllib.parse import urlsplit

from django.http import HttpRequest

from articles.context import site_address

PORTS = {"http": 80, "https": 443}


def is_foreign(request: HttpRequest) -> bool:
    """Whether the browser says that another site sent this: Sec-Fetch-Site, else Origin, else Referer.

    A request that carries none of the three is no browser's: every browser that another site could misuse sends at
    least one with a form. For it the signature in the form must do.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site != "same-origin"
    sender = request.headers.get("Origin") or request.headers.get("Referer")
    if not sender:
        return False
    ours = {_origin(f"{request.scheme}://{request.get_host()}"), _origin(site_address(request))}
    return _origin(sender) not in ours


def _origin(address: str) -> tuple[str, str, int | None] | None:
    """Scheme, host and port. What is no address, such as `null`, has none and is nobody's."""
    try:
        parts = urlsplit(address)
        return (parts.scheme, parts.hostname or "", parts.port or PORTS.get(parts.scheme))
    except ValueError:
        return None
