"""Which stories hold every word, asked of whichever index the database has."""

import operator
from functools import reduce
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func, Lookup
from django.db.models.sql.compiler import SQLCompiler

from articles.models import State, Story
from articles.models.keys import LATEST
from articles.search.folding import folded
from articles.search.models import Entry
from articles.search.preparing import VECTOR
from newsroom import clock
from newsroom.caching.recording import shows

# Id, headline and deck.
type Row = tuple[int, str, str]

# Some of those that were written last are no longer public, or not yet.
FETCHED = 2


@models.TextField.register_lookup
class Match(Lookup):
    lookup_name = "fts"

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[str | int, ...]]:
        column, column_params = self.process_lhs(compiler, connection)
        words, word_params = self.process_rhs(compiler, connection)
        return f"{column} MATCH {words}", (*column_params, *word_params)


class Vector(Func):
    """The expression that PostgreSQL's index is made of; it must be written here exactly as there."""

    output_field = SearchVectorField()

    def as_sql(self, compiler: SQLCompiler, *_: Any, **__: Any) -> tuple[str, tuple[str | int, ...]]:
        names = ("headline", "deck", "body_text")
        columns = [compiler.compile(expression)[0] for expression in self.source_expressions]
        return VECTOR.format(**dict(zip(names, columns, strict=True))), ()


def newest_matching(phrases: list[str], count: int) -> list[Row]:
    """The newest `count` public stories that hold every one of `phrases` (words, one or several in a row)."""
    shows(LATEST)
    return _of_sqlite(phrases, count) if connection.vendor == "sqlite" else _of_postgresql(phrases, count)


def _of_sqlite(phrases: list[str], count: int) -> list[Row]:
    """Of very many, those that were written last: the index gives them in that order, and would else give all.

    They are asked for by primary key and nothing else: beside the rule of `public_at`, SQLite would rather read the
    whole list of stories.
    """
    quoted = " ".join('"' + phrase.replace('"', '""') + '"' for phrase in phrases)
    last = Entry.objects.filter(whole__fts=quoted).order_by("-rowid").values("rowid")[: FETCHED * count]
    rows = Story.objects.filter(pk__in=last).values_list(
        "published_at", "pk", "headline", "deck", "state", "expires_at"
    )
    now = clock.now()
    public = [
        (time, pk, headline, deck)
        for time, pk, headline, deck, state, expires in rows
        if state == State.PUBLISHED and time <= now and not (expires and expires <= now)
    ]
    return [(pk, headline, deck) for _, pk, headline, deck in sorted(public, reverse=True)[:count]]


def _of_postgresql(phrases: list[str], count: int) -> list[Row]:
    first, *others = (SearchQuery(folded(phrase), config="simple", search_type="phrase") for phrase in phrases)
    found = Story.objects.public().annotate(vector=Vector("headline", "deck", "body_text"))
    newest = found.filter(vector=reduce(operator.and_, others, first)).newest_first()
    return list(newest.values_list("pk", "headline", "deck")[:count])
