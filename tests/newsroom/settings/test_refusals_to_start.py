"""A public paper that is half configured does not start, and says in one sentence why."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

WHOLE = {
    "DJANGO_SETTINGS_MODULE": "newsroom.settings.production",
    "SECRET_KEY": "a-key-of-fifty-letters-or-more-that-nobody-would-guess-0123456789",
    "ALLOWED_HOSTS": "example.com",
    "SITE_ADDRESS": "https://example.com",
}


def started(tmp_path, **given):
    """`manage.py check --deploy` in an environment that says only what is given."""
    environment = {"PATH": os.environ["PATH"], "NEWSROOM_DATA": str(tmp_path)} | WHOLE | given
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=settings.ROOT,
        env={name: value for name, value in environment.items() if value},
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_is_said_is_enough(tmp_path):
    start = started(tmp_path)

    assert start.returncode == 0, start.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("ALLOWED_HOSTS", ""),
        ("SITE_ADDRESS", ""),
        ("SITE_ADDRESS", "https://"),
        ("SITE_ADDRESS", "https://example.com/news"),
        ("SITE_ADDRESS", "http://example.com"),
        ("DATABASE_URL", "nonsense"),
        ("COMMENT_LENGTH", "many"),
    ],
)
def test_one_sentence_names_what_is_wrong(tmp_path, name, value):
    refused = started(tmp_path, **{name: value})

    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
    assert name in refused.stderr
