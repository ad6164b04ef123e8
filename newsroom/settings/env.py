"""The one place that reads the environment. Every name an operator may set stands here."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "on", "true", "yes"}, {"", "0", "off", "false", "no"}


def text(name: str, *, default: str = "") -> str:
    """What the variable `name` says, or the file that `name`_FILE names; one that is empty says nothing."""
    file = os.environ.get(f"{name}_FILE")
    try:
        said = Path(file).read_text() if file else os.environ.get(name, "")
    except (OSError, UnicodeDecodeError) as reason:
        raise ImproperlyConfigured(f"{name}_FILE must name a file that holds {name}: {reason}.") from None
    return said.strip() or default


def several(name: str) -> list[str]:
    """What stands between the commas."""
    return [part for part in map(str.strip, text(name).split(",")) if part]


def number(name: str, *, default: int) -> int:
    try:
        return int(text(name, default=str(default)))
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, for instance {default}.") from None


def choice(name: str, *, default: str = "") -> bool:
    said = text(name, default=default).lower()
    if said not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} must be true or false.")
    return said in TRUE


def folder(name: str, *, default: Path) -> Path:
    """The folder that `name` names, made when it is not there yet: SQLite makes its file, but no folder for it."""
    found = Path(text(name, default=str(default))).resolve()
    try:
        found.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise ImproperlyConfigured(f"{name} must be a folder, and {found} cannot be: {reason.strerror}.") from None
    return found


ROOT = Path(__file__).resolve().parents[2]

DATA = folder("NEWSROOM_DATA", default=ROOT / ".data")
DEBUG = choice("NEWSROOM_DEBUG")
SECRET_KEY = text("SECRET_KEY")
SECRET_KEY_FALLBACKS = several("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = several("ALLOWED_HOSTS")
SITE_ADDRESS = text("SITE_ADDRESS")
DATABASE_URL = text("DATABASE_URL")
COMMENT_PACE = text("COMMENT_PACE", default="5/300")
COMMENT_STORY_PACE = text("COMMENT_STORY_PACE", default="60/60")
COMMENT_SITE_PACE = text("COMMENT_SITE_PACE", default="600/60")
COMMENT_LENGTH = number("COMMENT_LENGTH", default=5000)
COMMENT_NAME_LENGTH = number("COMMENT_NAME_LENGTH", default=80)
COMMENT_BYTES = number("COMMENT_BYTES", default=10_000_000)
COMMENT_TOKEN_HOURS = number("COMMENT_TOKEN_HOURS", default=168)
COMMENT_REPEAT_SECONDS = number("COMMENT_REPEAT_SECONDS", default=600)
COMMENT_LEAST_SECONDS = number("COMMENT_LEAST_SECONDS", default=3)
COMMENT_SAME_HOURS = number("COMMENT_SAME_HOURS", default=24)
COMMENT_NEAR_PERCENT = number("COMMENT_NEAR_PERCENT", default=70)
COMMENT_LINKS = number("COMMENT_LINKS", default=2)
COMMENT_CAPITALS_PERCENT = number("COMMENT_CAPITALS_PERCENT", default=70)
COMMENT_REPEATED = number("COMMENT_REPEATED", default=12)
COMMENT_SCRIPT = choice("COMMENT_SCRIPT", default="on")
COMMENT_SCORE = number("COMMENT_SCORE", default=90)
COMMENT_LEARN_LEAST = number("COMMENT_LEARN_LEAST", default=50)
COMMENT_REPORTS = number("COMMENT_REPORTS", default=3)
COMMENT_EDIT_MINUTES = number("COMMENT_EDIT_MINUTES", default=5)
COMMENT_ORIGIN_DAYS = number("COMMENT_ORIGIN_DAYS", default=30)
COMMENT_MAIL_FROM = text("COMMENT_MAIL_FROM")
COMMENT_LETTERS_A_DAY = number("COMMENT_LETTERS_A_DAY", default=5)
COMMENT_WATCH_DAYS = number("COMMENT_WATCH_DAYS", default=30)
COMMENT_DELETE_HOURS = number("COMMENT_DELETE_HOURS", default=24)
PICTURE_MAX_BYTES = number("PICTURE_MAX_BYTES", default=40_000_000)
PICTURE_MAX_PIXELS = number("PICTURE_MAX_PIXELS", default=60_000_000)
TRUSTED_PROXIES = number("TRUSTED_PROXIES", default=0)
PAGES = choice("PAGES", default="on")
PAGES_FOLDER = folder("PAGES_FOLDER", default=DATA / "pages")
PAGES_BYTES = number("PAGES_BYTES", default=500_000_000)
PAGES_MEMORY_BYTES = number("PAGES_MEMORY_BYTES", default=24_000_000)
PAGES_SHARED_SECONDS = number("PAGES_SHARED_SECONDS", default=10)
FRONT = several("FRONT")
VIEWS_BEACON = choice("VIEWS_BEACON")
FRONT_TOKEN = text("FRONT_TOKEN")
EMAIL_URL = text("EMAIL_URL")
