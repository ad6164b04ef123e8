"""Which stories hold every word, asked of whichever index the database has."""

from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Lookup
from django.db.models.expressions import RawSQL
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
# The expression that PostgreSQL's index is made of.
VECTOR_OF_STORY = VECTOR.format(**{name: f"articles_story.{name}" for name in ("headline", "deck", "body_text")})


@models.TextField.register_lookup
class Match(Lookup):
    lookup_name = "fts"

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[str | int, ...]]:
        column, column_params = self.process_lhs(compiler, connection)
        words, word_params = self.process_rhs(compiler, connection)
        return f"{column} MATCH {words}", (*column_params, *word_params)


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
    # Not by Django's classes for it: they bring PostgreSQL's driver into papers that have no use for it.
    query = " && ".join(["phraseto_tsquery('simple'::regconfig, %s)"] * len(phrases))
    holds = RawSQL(f"{VECTOR_OF_STORY} @@ ({query})", list(map(folded, phrases)), output_field=models.BooleanField())  # noqa: S611
    newest = Story.objects.public().filter(holds).newest_first()
    return list(newest.values_list("pk", "headline", "deck")[:count])
