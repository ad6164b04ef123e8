"""Settings that must hold before anybody comments."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from comments.pace import Pace

AT_LEAST_ONE = ("COMMENT_LENGTH", "COMMENT_NAME_LENGTH", "COMMENT_TOKEN_HOURS")
AT_LEAST_NOTHING = ("COMMENT_REPEAT_SECONDS", "TRUSTED_PROXIES")


@register
def settings_hold(**_: Any) -> list[CheckMessage]:
    """Say which comment setting could not be understood."""
    found: list[CheckMessage] = []
    try:
        Pace.written(settings.COMMENT_PACE)
    except ValueError as problem:
        found.append(Error(f"COMMENT_PACE: {problem}", id="comments.E001"))
    for names, least in ((AT_LEAST_ONE, 1), (AT_LEAST_NOTHING, 0)):
        found += [
            Error(f"{name} must be at least {least}.", id="comments.E002")
            for name in names
            if getattr(settings, name) < least
        ]
    return found
