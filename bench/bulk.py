"""Rows by the million, into SQLite or PostgreSQL: without indexes, keys and triggers, which are made once at the end.

What an index would cost a row at a time, sorting does at once; and a key that is made over all rows has checked them
all.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, models, transaction

# Nothing of it outlives the seeding: a run that breaks off begins anew.
CARELESS = (
    "PRAGMA journal_mode=OFF",
    "PRAGMA synchronous=OFF",
    "PRAGMA cache_size=-1000000",
    "PRAGMA threads=2",
    "PRAGMA foreign_keys=OFF",
)
POSTGRESQL_PARTS = """
SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
    format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE contype IN ('u', 'f') AND conrelid::regclass::text = ANY(%s)
UNION ALL
SELECT format('DROP INDEX %%I', indexname), indexdef FROM pg_indexes
WHERE tablename = ANY(%s) AND indexname NOT IN (SELECT conname FROM pg_constraint)
UNION ALL
SELECT format('DROP TRIGGER %%I ON %%s', tgname, tgrelid::regclass), '' FROM pg_trigger
WHERE NOT tgisinternal AND tgrelid::regclass::text = ANY(%s)"""
SQLITE_PARTS = """
SELECT 'DROP ' || type || ' ' || name, CASE type WHEN 'index' THEN sql ELSE '' END FROM sqlite_master
WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name IN ({})"""


@contextmanager
def bare(tables: Sequence[type[models.Model]]) -> Iterator[None]:
    """Take indexes, keys and triggers off the tables, and put them on again. `migrate` makes what triggers keep."""
    names = [model._meta.db_table for model in tables]
    parts = _parts(names)
    with connection.cursor() as cursor:
        for statement in (*(CARELESS if connection.vendor == "sqlite" else ()), *(drop for drop, _ in parts)):
            cursor.execute(statement)
        yield
        # Unique before foreign keys, as these stand on them.
        for statement in sorted((make for _, make in parts if make), key=lambda made: "FOREIGN KEY" in made):
            cursor.execute(statement)
        for statement in connection.ops.sequence_reset_sql(no_style(), tables):
            cursor.execute(statement)
    connection.close()
    call_command("migrate", verbosity=0)
    if connection.vendor == "postgresql":
        # What autovacuum would do within minutes.
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def load(model: type[models.Model], names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Store `rows` of the columns `names` (the fields' `attname`); every other column takes its field's default.

    A time is text in UTC, without a zone: both databases read it as that.
    """
    fields = {field.attname: field for field in model._meta.concrete_fields}
    others = [field for name, field in fields.items() if name not in names and not field.primary_key]
    same = tuple(field.get_db_prep_save(field.get_default(), connection) for field in others)
    columns = [fields[name].column for name in names] + [field.column for field in others]
    whole = (row + same for row in rows)
    store = _copied if connection.vendor == "postgresql" else _inserted
    with transaction.atomic():
        store(model._meta.db_table, columns, whole)


def _parts(names: Sequence[str]) -> list[tuple[str, str]]:
    """Statements that take each index, key and trigger off, and that put it on again."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_PARTS, [list(names)] * 3)
            # A unique key takes its index along.
            return sorted(cursor.fetchall(), key=lambda part: "FOREIGN KEY" not in part[1])
        cursor.execute(SQLITE_PARTS.format(", ".join(["%s"] * len(names))), names)
        return list(cursor.fetchall())


def _inserted(table: str, columns: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
    places = ", ".join("?" * len(columns))
    with connection.cursor() as cursor:
        # Past Django's cursor, which would write every row anew with its own kind of placeholder.
        raw = cursor.cursor.connection.cursor()
        raw.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", rows)


def _copied(table: str, columns: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        while some := list(islice(rows, 1000)):
            copy.write("".join(map(_line, some)))


def _line(row: tuple[Any, ...]) -> str:
    """A row as COPY reads it. The archive has no tab and no backslash."""
    return "\t".join("\\N" if value is None else str(value) for value in row).replace("\n", "\\n") + "\n"
