"""The signature in a comment form: for the story and the hour, so that one copy of the page serves everybody."""

from datetime import UTC, datetime
from enum import Enum

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from newsroom import clock
from newsroom.caching.recording import ends

SALT = "comments.token"
HOUR = 3600


class Standing(Enum):
    GOOD = "good"
    STALE = "stale"
    FORGED = "forged"


def sign(story_id: int) -> str:
    """A token for the story's form as it is rendered now."""
    hour = _this_hour()
    now, stale_at = clock.now(), datetime.fromtimestamp((hour + settings.COMMENT_TOKEN_HOURS) * HOUR, UTC)
    # Whoever is answered with the last copy of the page has as long again to write.
    ends(now + (stale_at - now) / 2)
    return f"{hour:x}.{_mac(story_id, hour, settings.SECRET_KEY)}"


def standing(token: str, story_id: int) -> Standing:
    """What a token that came back is worth: made here, for this story, and less than COMMENT_TOKEN_HOURS ago."""
    hour = _hour_of(token)
    if hour is None or hour > _this_hour() or not _ours(token, story_id, hour):
        return Standing.FORGED
    return Standing.GOOD if _this_hour() - hour < settings.COMMENT_TOKEN_HOURS else Standing.STALE


def _this_hour() -> int:
    return int(clock.now().timestamp()) // HOUR


def _hour_of(token: str) -> int | None:
    hour, _, _ = token.partition(".")
    if not (token.isascii() and len(hour) <= 12):
        return None
    try:
        return int(hour, 16)
    except ValueError:
        return None


def _ours(token: str, story_id: int, hour: int) -> bool:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return any(constant_time_compare(token, f"{hour:x}.{_mac(story_id, hour, key)}") for key in keys)


def _mac(story_id: int, hour: int, key: str | bytes) -> str:
    return salted_hmac(SALT, f"{story_id}:{hour}", secret=key, algorithm="sha256").hexdigest()[:32]
