"""A line for every check, wherever tables have been made."""

from typing import Any

from django.db import connections

from articles.models.checks import CheckLevel


def prepare(using: str, **_: Any) -> None:
    """Called after every `migrate`: a check of a newer version needs no migration of its own."""
    if CheckLevel._meta.db_table in connections[using].introspection.table_names():
        CheckLevel.objects.using(using).complete()
