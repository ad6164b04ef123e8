"""Queries of readers' pages, written into SQL once a process instead of once a page.

The ORM's words stay the only place where a query is said; but making SQL of them takes longer than the database needs
to answer. So a query is said with a `Given` where a value will stand, kept as SQL, and asked with values.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from functools import update_wrapper
from typing import Any

from django.db import connections
from django.db.models import Expression, Field, QuerySet

from newsroom.caching.recording import recorded, shows


class Given(Expression):
    """The place of a value that every asking gives. It stands in the statement as its own parameter."""

    def __init__(self, name: str, field: "Field[Any, Any]", place: int | None = None) -> None:
        super().__init__(output_field=field)
        self.name, self.place = name, place

    def as_sql(self, *_: Any, **__: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self,)

    def value(self, values: dict[str, Any], connection: Any) -> Any:
        value = values[self.name] if self.place is None else values[self.name][self.place]
        return self.output_field.get_db_prep_value(value, connection)


@dataclass(slots=True)
class Statement:
    """A query as SQL, and the keys that its words noted for the page."""

    queryset: Any
    compiler: Any
    sql: str
    params: tuple[Any, ...]
    keys: frozenset[str]


class Prepared[Row]:
    """Called with values by name, asks the query and gives its rows. A list may have any length, but not none."""

    def __init__(self, say: Callable[..., "QuerySet[Any, Row]"], fields: "dict[str, Field[Any, Any]]") -> None:
        self.say, self.fields = say, fields
        self._made: dict[tuple[int, ...], Statement] = {}
        update_wrapper(self, say)

    def __call__(self, **values: Any) -> list[Row]:
        lengths = tuple(len(value) for value in values.values() if isinstance(value, list))
        said = self._made.get(lengths) or self._made.setdefault(lengths, self._statement(values))
        shows(*said.keys)
        queryset = said.queryset.all()
        compiler = copy(said.compiler)
        connection = compiler.connection = connections[queryset.db]
        params = tuple(one.value(values, connection) if isinstance(one, Given) else one for one in said.params)
        # Where the ORM would make the statement, it finds the one that was made.
        compiler.as_sql = lambda *_, **__: (said.sql, params)
        queryset.query.get_compiler = lambda *_, **__: compiler
        return list(queryset)

    def _statement(self, values: dict[str, Any]) -> Statement:
        with recorded() as recording:
            queryset = self.say(**{name: self._given(name, value) for name, value in values.items()})
        compiler = queryset.query.get_compiler(using=queryset.db)
        sql, params = compiler.as_sql()
        return Statement(queryset, compiler, sql, params, frozenset(recording.keys))

    def _given(self, name: str, value: Any) -> Given | list[Given]:
        field = self.fields[name]
        return [Given(name, field, n) for n in range(len(value))] if isinstance(value, list) else Given(name, field)


def prepared[Row](
    **fields: "Field[Any, Any]",
) -> Callable[[Callable[..., "QuerySet[Any, Row]"]], Prepared[Row]]:
    """Decorate a function that says a query: it takes values of these fields by name, and gives rows when called."""
    return lambda say: Prepared(say, fields)
