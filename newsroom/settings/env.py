"""The one place that reads the environment. Every name an operator may set stands here."""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.FileAwareEnv()


def number(name: str, *, default: int) -> int:
    """The whole number in the variable `name`."""
    try:
        return int(env.int(name, default=default))
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, for instance {default}.") from None


ROOT = Path(__file__).resolve().parents[2]

DATA = Path(env.str("NEWSROOM_DATA", default=str(ROOT / ".data"))).resolve()
DEBUG = env.bool("NEWSROOM_DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
SITE_ADDRESS = env.str("SITE_ADDRESS", default="")
DATABASE_URL = env.str("DATABASE_URL", default="")
COMMENT_PACE = env.str("COMMENT_PACE", default="5/300")
COMMENT_LENGTH = number("COMMENT_LENGTH", default=5000)
COMMENT_NAME_LENGTH = number("COMMENT_NAME_LENGTH", default=80)
COMMENT_BYTES = number("COMMENT_BYTES", default=10_000_000)
COMMENT_TOKEN_HOURS = number("COMMENT_TOKEN_HOURS", default=168)
COMMENT_REPEAT_SECONDS = number("COMMENT_REPEAT_SECONDS", default=600)
TRUSTED_PROXIES = number("TRUSTED_PROXIES", default=0)
EMAIL_URL = env.str("EMAIL_URL", default="")
