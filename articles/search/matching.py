"""Which stories hold every word: one condition, asked of whichever index the database has."""

import operator
from functools import reduce
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func, Lookup
from django.db.models.sql.compiler import SQLCompiler

from articles.models import StoryQuerySet
from articles.search.folding import folded
from articles.search.models import Entry
from articles.search.preparing import VECTOR


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


def matching(stories: StoryQuerySet, phrases: list[str]) -> StoryQuerySet:
    """Those of `stories` that hold every one of `phrases` (words, one or several in a row)."""
    if connection.vendor == "sqlite":
        quoted = " ".join('"' + phrase.replace('"', '""') + '"' for phrase in phrases)
        return stories.filter(pk__in=Entry.objects.filter(whole__fts=quoted).values("rowid"))
    first, *others = (SearchQuery(folded(phrase), config="simple", search_type="phrase") for phrase in phrases)
    query = reduce(operator.and_, others, first)
    found: StoryQuerySet = stories.annotate(vector=Vector("headline", "deck", "body_text")).filter(vector=query)
    return found
