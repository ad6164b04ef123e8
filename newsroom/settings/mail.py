"""One address says how mail leaves, `smtp+tls://user:password@host:587`; none means the machine's own mail server."""

from typing import Any

import environ


def mailers(address: str) -> dict[str, Any]:
    """Django's MAILERS for the mail server at `address`."""
    found = environ.Env.email_url_config(address or "smtp://localhost:25")
    options = {
        "host": found["EMAIL_HOST"],
        "port": found["EMAIL_PORT"],
        "username": found["EMAIL_HOST_USER"],
        "password": found["EMAIL_HOST_PASSWORD"],
        "use_tls": found.get("EMAIL_USE_TLS", False),
        "use_ssl": found.get("EMAIL_USE_SSL", False),
    }
    return {"default": {"BACKEND": found["EMAIL_BACKEND"], "OPTIONS": options}}
