"""Bring the paper itself up to date: tables, a demo day of news when there are no stories, static files.

Run with `.venv`'s Python. Every step may be interrupted and is done again, or carried on, by the next start.
"""

import os
import sys

import django
import prepared
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from environment import ROOT, CannotStartError, alone, one_sentence, say


def bring_up_to_date() -> None:
    prepared.DATA.mkdir(parents=True, exist_ok=True)
    with alone(prepared.DATA):
        if not prepared.database_is_ready():
            fill_database()
        if not prepared.static_is_ready():
            collect_static()


def fill_database() -> None:
    """Migrate, and build the demo paper when there is no story at all or an earlier build was interrupted."""
    say("Bringing the database up to date")
    call_command("migrate", interactive=False, verbosity=0)
    if prepared.DEMO_BEGUN.exists() or not apps.get_model("articles.Story").objects.exists():
        say("Building the demo paper")
        prepared.DEMO_BEGUN.touch()
        call_command("demo")
        prepared.DEMO_BEGUN.unlink()
    prepared.DATABASE_STAMP.write_text(prepared.database_state())


def collect_static() -> None:
    say("Collecting and compressing the static files")
    call_command("collectstatic", interactive=False, verbosity=0)
    prepared.STATIC_STAMP.write_text(prepared.digest("static"))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.development")
    with one_sentence():
        try:
            django.setup()
            bring_up_to_date()
        except (CommandError, DatabaseError, ImproperlyConfigured) as reason:
            raise CannotStartError(f"The paper could not be prepared: {reason}") from reason
