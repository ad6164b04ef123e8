"""Making the index, in whichever way the database can.

Both indexes live in the database and follow the story's row in its own transaction, whoever writes it. They are made
after every `migrate`, not by a migration: SQLite drops a table's triggers when a later migration rebuilds the table.
"""

from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from articles.search.folding import FOLDED

COLUMNS = "headline, deck, body_text"
NEW, OLD = (", ".join(f"{row}.{column}" for column in COLUMNS.split(", ")) for row in ("new", "old"))
FORGET = f"INSERT INTO search_entry(search_entry, rowid, {COLUMNS}) VALUES ('delete', old.id, {OLD});"  # noqa: S608
LEARN = f"INSERT INTO search_entry(rowid, {COLUMNS}) VALUES (new.id, {NEW});"  # noqa: S608
TRIGGERS = {
    "search_entry_added": f"AFTER INSERT ON articles_story BEGIN {LEARN} END",
    "search_entry_removed": f"AFTER DELETE ON articles_story BEGIN {FORGET} END",
    "search_entry_changed": f"AFTER UPDATE OF {COLUMNS} ON articles_story BEGIN {FORGET} {LEARN} END",
}
VECTOR = f"to_tsvector('simple'::regconfig, {FOLDED.format(text="{headline} || ' ' || {deck} || ' ' || {body_text}")})"


def prepare(using: str, **_: Any) -> None:
    """Make what is missing, and fill it. Doing it again changes nothing."""
    connection = connections[using]
    if "articles_story" not in connection.introspection.table_names():
        return
    if connection.vendor == "sqlite":
        _prepare_sqlite(connection)
    elif connection.vendor == "postgresql":
        _prepare_postgresql(connection)


def _prepare_sqlite(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE %s AND type = 'trigger'", ["search_entry_%"])
        if cursor.fetchone()[0] == len(TRIGGERS):
            return
        cursor.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS search_entry USING fts5({COLUMNS}, content='articles_story',"
            " content_rowid='id', tokenize=\"unicode61 remove_diacritics 2 categories 'L* N* M* Co'\")"
        )
        for name, what in TRIGGERS.items():
            cursor.execute(f"CREATE TRIGGER IF NOT EXISTS {name} {what}")
        cursor.execute("INSERT INTO search_entry(search_entry) VALUES ('rebuild')")


def _prepare_postgresql(connection: BaseDatabaseWrapper) -> None:
    vector = VECTOR.format(headline="headline", deck="deck", body_text="body_text")
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE INDEX IF NOT EXISTS search_entry ON articles_story USING gin ({vector})")
