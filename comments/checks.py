"""Settings that must hold before anybody comments."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

from comments.pace import Pace

AT_LEAST_ONE = (
    "COMMENT_LETTERS_A_DAY",
    "COMMENT_WATCH_DAYS",
    "COMMENT_LENGTH",
    "COMMENT_NAME_LENGTH",
    "COMMENT_BYTES",
    "COMMENT_TOKEN_HOURS",
    "COMMENT_ORIGIN_DAYS",
    "COMMENT_LEARN_LEAST",
)
AT_LEAST_NOTHING = (
    "COMMENT_REPEAT_SECONDS",
    "TRUSTED_PROXIES",
    "COMMENT_LEAST_SECONDS",
    "COMMENT_SAME_HOURS",
    "COMMENT_NEAR_PERCENT",
    "COMMENT_LINKS",
    "COMMENT_CAPITALS_PERCENT",
    "COMMENT_REPEATED",
    "COMMENT_SCORE",
    "COMMENT_REPORTS",
    "COMMENT_EDIT_MINUTES",
    "COMMENT_DELETE_HOURS",
)
MOST = 999_999_999


def refuse_bad_settings() -> None:
    """Raise ImproperlyConfigured for a setting that could not be understood, in one sentence.

    Not one of Django's checks: under a web server nobody runs those.
    """
    for name in ("COMMENT_PACE", "COMMENT_STORY_PACE", "COMMENT_SITE_PACE"):
        try:
            Pace.written(getattr(settings, name))
        except ValueError as problem:
            raise ImproperlyConfigured(f"{name}: {problem}") from None
    if settings.COMMENT_MAIL_FROM:
        try:
            validate_email(settings.COMMENT_MAIL_FROM)
        except ValidationError:
            raise ImproperlyConfigured("COMMENT_MAIL_FROM must be an e-mail address, or be left out.") from None
    for names, least in ((AT_LEAST_ONE, 1), (AT_LEAST_NOTHING, 0)):
        for name in names:
            if not least <= getattr(settings, name) <= MOST:
                raise ImproperlyConfigured(f"{name} must be from {least} to {MOST}.")
