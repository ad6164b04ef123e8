"""The database's own refusal to change what was launched, whoever asks."""

from typing import Any, Final

REFUSAL: Final = "What was launched stays as it was."
_WHAT: Final = "category_id, at, content, made_at"
_SQLITE: Final = """CREATE TRIGGER front_launch_refuses BEFORE UPDATE OF {what} ON front_launch
BEGIN SELECT RAISE(ABORT, '{refusal}'); END"""
_POSTGRESQL: Final = """CREATE FUNCTION front_launch_refuses() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{refusal}'; END $$;
CREATE TRIGGER front_launch_refuses BEFORE UPDATE OF {what} ON front_launch
FOR EACH ROW EXECUTE FUNCTION front_launch_refuses()"""
MADE: Final = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}


def refuse(connection: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(MADE[connection.vendor].format(what=_WHAT, refusal=REFUSAL))
