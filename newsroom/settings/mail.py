"""One address says how mail leaves, `smtp+tls://user:password@host:587`; none means the machine's own mail server."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SMTP = "django.core.mail.backends.smtp.EmailBackend"
# A mail server that says nothing holds nothing up for longer.
SECONDS = 10
# How each scheme keeps what it sends to itself, and the port it has by custom.
SCHEMES = {
    "smtp": ({}, 25),
    "smtp+tls": ({"use_tls": True}, 587),
    "smtp+ssl": ({"use_ssl": True}, 465),
}


def mailers(address: str) -> dict[str, Any]:
    """Django's MAILERS for the mail server at `address`."""
    try:
        parts = urlsplit(address or "smtp://localhost")
        privacy, usual = SCHEMES[parts.scheme]
        server = {"host": parts.hostname, "port": parts.port or usual}
    except (KeyError, ValueError):
        server = {"host": None}
    if not server["host"]:
        raise ImproperlyConfigured("EMAIL_URL must be like smtp+tls://user:password@host:587, or be left out.")
    who = {"username": unquote(parts.username or ""), "password": unquote(parts.password or "")}
    return {"default": {"BACKEND": SMTP, "OPTIONS": {**server, **who, **privacy, "timeout": SECONDS}}}
