"""Bring one part of the paper up to date: `paper.py database` or `paper.py static`. The two may run side by side.

Run with `.venv`'s Python. A part that is interrupted is done again, or carried on, by the next start.
"""

import os
import sys
from importlib import import_module
from io import StringIO

import prepared
from django import setup
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.db.migrations.exceptions import InconsistentMigrationHistory
from environment import ROOT, alone
from orderly import AGAIN, CannotStartError, one_sentence, say


def bring_up_to_date(part: str) -> None:
    folder, is_ready, make_ready = {
        "database": (prepared.DATA, prepared.database_is_ready, fill_database),
        "static": (prepared.STATIC, prepared.static_is_ready, collect_static),
    }[part]
    folder.mkdir(parents=True, exist_ok=True)
    with alone(folder):
        if not is_ready():
            make_ready()


def fill_database() -> None:
    """Migrate, and build the demo paper when there is no story at all or an earlier build was interrupted."""
    call_command("migrate", interactive=False, verbosity=0)
    if prepared.DEMO_BEGUN.exists() or not apps.get_model("articles.Story").objects.exists():
        say("Building the demo paper")
        prepared.DEMO_BEGUN.touch()
        call_command("demo", stdout=StringIO())  # the logins are told at the end, with the address
        prepared.DEMO_BEGUN.unlink()
    prepared.DATABASE_STAMP.write_text(prepared.database_state())


def collect_static() -> None:
    # From nothing: a file that an earlier start left half-written would be taken for a whole one.
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    prepared.STATIC_STAMP.write_text(prepared.static_state())


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    with one_sentence():
        try:
            import_module("newsroom.settings").choose("development")
            setup()
            bring_up_to_date(sys.argv[1])
        except (CommandError, ImproperlyConfigured) as reason:
            raise CannotStartError(f"The paper could not be prepared: {reason}") from reason
        except (DatabaseError, InconsistentMigrationHistory) as reason:
            said, where = " ".join(str(reason).split()), settings.DATABASES["default"]["NAME"]
            raise CannotStartError(f"The database {where} could not be used: {said}; mend that, {AGAIN}") from reason
        except KeyboardInterrupt:
            os._exit(2)  # run.py says so, once for all parts; static files still being packed are not waited for
