"""The addresses that an operator gives: of the paper, and of the hosts it answers to."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_SITE = re.compile(rf"https?://(?:{_LABEL}\.)*{_LABEL}(?::[0-9]+)?/?")
_HOST = re.compile(rf"\*|\.?(?:{_LABEL}\.)*{_LABEL}|\[[0-9A-Fa-f:.]+\]")


def site(address: str) -> str:
    """The paper's address, without the slash at its end; nothing when none is given."""
    if address and not (_SITE.fullmatch(address) and _has_port(address)):
        raise ImproperlyConfigured(
            "SITE_ADDRESS must be https:// and the host, and no more, for instance https://example.com."
        )
    return address.rstrip("/")


def hosts(names: list[str]) -> list[str]:
    for name in names:
        if not _HOST.fullmatch(name):
            raise ImproperlyConfigured(f"ALLOWED_HOSTS must be host names parted by commas, and “{name}” is none.")
    return names


def is_public(address: str, names: list[str]) -> bool:
    """Whether the paper's address is an https one at a host that it answers to."""
    parts = urlsplit(address)
    return parts.scheme == "https" and validate_host((parts.hostname or ""), names)


def _has_port(address: str) -> bool:
    try:
        return urlsplit(address).port != 0
    except ValueError:
        return False
