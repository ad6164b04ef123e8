"""What keeps the tallies, in the SQL of each database."""

from typing import Any, Final, NamedTuple

from django.db import connections


class Lines(NamedTuple):
    """Where a list's lines are: the columns of story and subject, those whose change counts, and which lines count."""

    table: str
    story: str
    subject: str
    columns: str
    which: str


LINES: Final = {
    "category": Lines("articles_filing", "story_id", "{row}.category_id", "category_id, published_at", "TRUE"),
    "author": Lines("articles_byline", "story_id", "{row}.author_id", "author_id, published_at", "TRUE"),
    "source": Lines("articles_storysource", "story_id", "{row}.source_id", "source_id, published_at", "TRUE"),
    "tag": Lines("articles_storytag", "content_object_id", "{row}.tag_id", "tag_id, published_at", "TRUE"),
    "latest": Lines("articles_story", "id", "0", "state, published_at", "{row}.state = 'published'"),
}
PLACE: Final = "list_of = '{list}' AND subject = {subject} AND month = {month}"
SQLITE_MONTH: Final = "substr({row}.published_at, 1, 7)"
POSTGRESQL_MONTH: Final = "to_char({row}.published_at AT TIME ZONE 'UTC', 'YYYY-MM')"

# The months with their numbers, and under no name the lines of this month that are still to come.
_MONTHS: Final = """
SELECT month, stories FROM articles_tally WHERE list_of = %s AND subject = %s AND month <= %s AND stories > 0
UNION ALL
SELECT '', count(*) FROM {table} WHERE {where} AND published_at > %s AND published_at < %s"""
_STORIES: Final = """
SELECT {story} FROM {table} WHERE {where} AND published_at < %s
ORDER BY published_at DESC, {story} DESC LIMIT %s OFFSET %s"""


def _of_a_list(sql: str, lines: Lines) -> str:
    where = "state = 'published' AND 0 = %s" if lines.subject == "0" else f"{lines.columns.partition(',')[0]} = %s"
    return sql.format(table=lines.table, story=lines.story, where=where)


MONTHS: Final = {name: _of_a_list(_MONTHS, lines) for name, lines in LINES.items()}
STORIES: Final = {name: _of_a_list(_STORIES, lines) for name, lines in LINES.items()}


def _said(sql: str, name: str, lines: Lines, row: str, month: str) -> str:
    return sql.format(
        list=name,
        subject=lines.subject.format(row=row),
        month=month.format(row=row),
        counts=f"{row}.published_at IS NOT NULL AND {lines.which.format(row=row)}",
        changed=" OR ".join(f"old.{column} IS NOT new.{column}" for column in lines.columns.split(", ")),
        columns=lines.columns,
        table=lines.table,
    )


# SQLite: the number is there before it is counted up, as an ON CONFLICT of the statement outside would rule in here.
_UP: Final = f"""INSERT INTO articles_tally (list_of, subject, month, stories)
SELECT '{{list}}', {{subject}}, {{month}}, 0 WHERE NOT EXISTS (SELECT 1 FROM articles_tally WHERE {PLACE});
UPDATE articles_tally SET stories = stories + 1 WHERE {PLACE};"""  # noqa: S608
_DOWN: Final = f"UPDATE articles_tally SET stories = stories - 1 WHERE {PLACE};"  # noqa: S608
SQLITE_TRIGGERS: Final = {
    "added": ("new", f"AFTER INSERT ON {{table}} WHEN {{counts}} BEGIN {_UP} END"),
    "removed": ("old", f"AFTER DELETE ON {{table}} WHEN {{counts}} BEGIN {_DOWN} END"),
    "moved_to": ("new", f"AFTER UPDATE OF {{columns}} ON {{table}} WHEN ({{changed}}) AND {{counts}} BEGIN {_UP} END"),
    "moved_from": (
        "old",
        f"AFTER UPDATE OF {{columns}} ON {{table}} WHEN ({{changed}}) AND {{counts}} BEGIN {_DOWN} END",
    ),
}
POSTGRESQL_FUNCTION: Final = """
CREATE OR REPLACE FUNCTION articles_tally_{list}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP <> 'INSERT' AND {old_counts} THEN
        UPDATE articles_tally SET stories = stories - 1 WHERE {old_place};
    END IF;
    IF TG_OP <> 'DELETE' AND {new_counts} THEN
        INSERT INTO articles_tally AS tally (list_of, subject, month, stories)
        VALUES ('{list}', {new_subject}, {new_month}, 1)
        ON CONFLICT (list_of, subject, month) DO UPDATE SET stories = tally.stories + 1;
    END IF;
    RETURN NULL;
END $$"""


def _sqlite() -> list[str]:
    return [
        f"CREATE TRIGGER IF NOT EXISTS articles_tally_{name}_{what} {_said(sql, name, lines, row, SQLITE_MONTH)}"
        for name, lines in LINES.items()
        for what, (row, sql) in SQLITE_TRIGGERS.items()
    ]


def _postgresql() -> list[str]:
    made = []
    for name, lines in LINES.items():
        old, new = (
            {
                f"{row}_counts": _said("{counts}", name, lines, row, POSTGRESQL_MONTH),
                f"{row}_place": _said(PLACE, name, lines, row, POSTGRESQL_MONTH),
                f"{row}_subject": lines.subject.format(row=row),
                f"{row}_month": POSTGRESQL_MONTH.format(row=row),
            }
            for row in ("old", "new")
        )
        made.append(POSTGRESQL_FUNCTION.format(list=name, **old, **new))
        columns = lines.columns.split(", ")
        changed = (
            f"({', '.join(f'old.{c}' for c in columns)}) IS DISTINCT FROM ({', '.join(f'new.{c}' for c in columns)})"
        )
        calls = f"FOR EACH ROW {{when}} EXECUTE FUNCTION articles_tally_{name}()"
        made += [
            f"CREATE OR REPLACE TRIGGER articles_tally_written AFTER INSERT OR DELETE ON {lines.table} "
            + calls.format(when=""),
            f"CREATE OR REPLACE TRIGGER articles_tally_moved AFTER UPDATE OF {lines.columns} ON {lines.table} "
            + calls.format(when=f"WHEN ({changed})"),
        ]
    return made


def _count_anew(month: str) -> list[str]:
    counted = [
        _said(
            "INSERT INTO articles_tally (list_of, subject, month, stories)"
            " SELECT '{list}', {subject}, {month}, count(*) FROM {table} AS line WHERE {counts} GROUP BY 2, 3",
            name,
            lines,
            "line",
            month,
        )
        for name, lines in LINES.items()
    ]
    return ["DELETE FROM articles_tally", *counted]


BY_VENDOR: Final = {
    "sqlite": (_sqlite(), "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'articles_tally%%'"),
    "postgresql": (_postgresql(), "SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'articles_tally%%'"),
}
NUMBER: Final = {"sqlite": len(LINES) * 4, "postgresql": len(LINES) * 2}
COUNT_ANEW: Final = {"sqlite": _count_anew(SQLITE_MONTH), "postgresql": _count_anew(POSTGRESQL_MONTH)}


def prepare(using: str, **_: Any) -> None:
    """Make the triggers that are missing, and count all anew where any was. Called after every `migrate`.

    Not made by a migration: SQLite drops a table's triggers when a later migration rebuilds the table.
    """
    connection = connections[using]
    if "articles_tally" not in connection.introspection.table_names():
        return
    make, count = BY_VENDOR[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(count)
        if cursor.fetchone()[0] < NUMBER[connection.vendor]:
            for statement in (*make, *COUNT_ANEW[connection.vendor]):
                cursor.execute(statement)
