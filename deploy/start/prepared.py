"""Whether the paper is ready to be served, told from a few files, because starting Django to ask takes a second.

Two stamps in the data folder say what was done last: one for the database, one for the collected static files.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from environment import ROOT


def said(name: str) -> str:
    """What the environment says of `name`, as newsroom/settings/env.py reads it; that refuses what is wrong."""
    with suppress(OSError, UnicodeDecodeError):
        if file := os.environ.get(f"{name}_FILE"):
            return Path(file).read_text().strip()
    return os.environ.get(name, "").strip()


DATA = (ROOT / (said("NEWSROOM_DATA") or ".data")).resolve()
DEMO_BEGUN = DATA / "demo-begun"
STATIC = DATA / "static"
DATABASE_STAMP = DATA / "database-stamp"
STATIC_STAMP = DATA / "static-stamp"


def unready() -> list[str]:
    """The parts that paper.py has to bring up to date before the paper can be served."""
    parts = {"database": database_is_ready, "static": static_is_ready}
    return [part for part, is_ready in parts.items() if not is_ready()]


def database_is_ready() -> bool:
    """Never for another database than SQLite: only that database itself knows what it holds."""
    if DEMO_BEGUN.exists() or said("DATABASE_URL"):
        return False
    return reads(DATABASE_STAMP, database_state())


def static_is_ready() -> bool:
    return (STATIC / "staticfiles.json").exists() and reads(STATIC_STAMP, static_state())


def database_state() -> str:
    """The migrations in the code and the last one applied, so that an older database put back is noticed too."""
    return f"{digest('migrations')} {last_applied()}"


def static_state() -> str:
    return digest("static")


def last_applied() -> int:
    file = DATA / "db.sqlite3"
    if not file.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, timeout=1)) as database:
            return int(database.execute("SELECT max(id) FROM django_migrations").fetchone()[0] or 0)
    except sqlite3.Error:
        return 0


def digest(kind: str) -> str:
    """One digest of the installed packages and of every file under the project's folders called `kind`."""
    found = hashlib.sha256((ROOT / "requirements" / "base.txt").read_bytes())
    for file in files(kind):
        found.update(f"\0{file.relative_to(ROOT)}\0".encode())
        found.update(file.read_bytes())
    return found.hexdigest()


def files(kind: str) -> Iterator[Path]:
    for top in ("newsroom", "articles", "comments", "static"):
        for file in sorted((ROOT / top).rglob("*")):
            if kind in file.relative_to(ROOT).parts[:-1] and file.is_file() and "__pycache__" not in file.parts:
                yield file


def reads(stamp: Path, text: str) -> bool:
    return stamp.exists() and stamp.read_text() == text
