"""The database's own refusal to change or delete a line of the log, whoever asks."""

from typing import Any, Final

from django.db import ProgrammingError

REFUSAL: Final = "The log is only added to."


def refuse(connection: Any) -> None:
    """Also in an operator's shell. Whoever must shorten a log of many years drops the triggers first."""
    if connection.vendor not in MADE:
        raise ProgrammingError(f"The log is kept by SQLite and PostgreSQL, not by {connection.vendor}.")
    with connection.cursor() as cursor:
        for statement in MADE[connection.vendor]:
            cursor.execute(statement)


_SQLITE: Final = """CREATE TRIGGER audit_line_refuses_{event} BEFORE {event} ON audit_line
BEGIN SELECT RAISE(ABORT, '{refusal}'); END"""
_POSTGRESQL: Final = """CREATE FUNCTION audit_line_refuses() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{refusal}'; END $$;
CREATE TRIGGER audit_line_refuses BEFORE UPDATE OR DELETE ON audit_line
FOR EACH ROW EXECUTE FUNCTION audit_line_refuses()"""
MADE: Final = {
    "sqlite": [_SQLITE.format(event=event, refusal=REFUSAL) for event in ("update", "delete")],
    "postgresql": [_POSTGRESQL.format(refusal=REFUSAL)],
}
