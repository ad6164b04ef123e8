"""One address says which database: none is SQLite in the data folder, `postgres://…` is PostgreSQL."""

import warnings
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

# Readers never wait for a writer (WAL), and a writer takes its lock when it begins, so that it waits in line instead of
# failing half-way. ATOMIC_REQUESTS must stay off: with it every page would take the write lock.
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;"
            "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=-8000;"
        ),
    },
    "CONN_MAX_AGE": None,
}
POSTGRESQL = "django.db.backends.postgresql"


def database(address: str, folder: Path) -> dict[str, Any]:
    """Django's settings for the database at `address`, or for SQLite in `folder` when there is none."""
    if not address:
        return {**SQLITE, "NAME": folder / "db.sqlite3"}
    found = _read(address)
    if found.get("ENGINE") == SQLITE["ENGINE"] and Path(found["NAME"]).is_absolute():
        return {**SQLITE, "NAME": found["NAME"]}
    if found.get("ENGINE") == POSTGRESQL and found["NAME"]:
        return {**found, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    raise ImproperlyConfigured("DATABASE_URL must be like postgres://user:password@host:5432/name, or be left out.")


def _read(address: str) -> dict[str, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found: dict[str, Any] = environ.Env.db_url_config(address)
        except ValueError:  # a port that is no number
            return {}
    return found
