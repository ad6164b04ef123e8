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


CHECK = ("check", "--deploy", "--fail-level", "WARNING")


def started(tmp_path, command=CHECK, **given):
    """`manage.py` in an environment that says only what is given."""
    environment = {"PATH": os.environ["PATH"], "NEWSROOM_DATA": str(tmp_path)} | WHOLE | given
    return subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *command],
        cwd=settings.ROOT,
        env={name: value for name, value in environment.items() if value},
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_is_said_is_enough(tmp_path):
    start = started(tmp_path)

    assert start.returncode == 0, start.stderr


def test_the_data_folder_need_not_be_there(tmp_path):
    start = started(tmp_path / "new" / "paper", command=("showmigrations",))

    assert start.returncode == 0, start.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "a" * 60),
        ("ALLOWED_HOSTS", ""),
        ("ALLOWED_HOSTS", ","),
        ("ALLOWED_HOSTS", "https://example.com"),
        ("ALLOWED_HOSTS", "other.example"),
        ("SITE_ADDRESS", ""),
        ("SITE_ADDRESS", "https://"),
        ("SITE_ADDRESS", "https://."),
        ("SITE_ADDRESS", "https://example.com/news"),
        ("SITE_ADDRESS", "https://example.com:99999"),
        ("SITE_ADDRESS", "http://example.com"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "postgres://"),
        ("DATABASE_URL", "postgres://host:port/name"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "mysql://user:password@host/name"),
        ("COMMENT_LENGTH", "many"),
        ("COMMENT_LENGTH", "0"),
        ("COMMENT_PACE", "fast"),
        ("TRUSTED_PROXIES", "-1"),
        ("FRONT", "nonsense"),
        ("FRONT", "nginx+http://127.0.0.1:8081,nginx+http://127.0.0.1:8081"),
        ("FRONT", "fastly://SERVICE"),
        ("FRONT_TOKEN_FILE", "/nowhere/token"),
        ("EMAIL_URL", "nonsense"),
        ("EMAIL_URL", "smtp://"),
        ("EMAIL_URL", "smtp://host:port"),
        ("EMAIL_URL", "consolemail://"),
        ("NEWSROOM_DEBUG", "maybe"),
        ("NEWSROOM_DATA", "manage.py"),
        ("SECRET_KEY_FILE", "/nowhere/secret-key"),
        ("DJANGO_SETTINGS_MODULE", "newsroom.settings.prod"),
    ],
)
def test_one_sentence_names_what_is_wrong(tmp_path, name, value):
    refused = started(tmp_path, **{name: value})

    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
    assert name in refused.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [("DATABASE_URL", "postgres://host:port/name"), ("SITE_ADDRESS", "example.com"), ("NEWSROOM_DATA", "manage.py")],
)
def test_a_paper_on_ones_own_machine_refuses_nonsense_too(tmp_path, name, value):
    refused = started(tmp_path, DJANGO_SETTINGS_MODULE="", **{name: value})

    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
    assert name in refused.stderr


def test_a_database_that_does_not_answer_is_told_in_a_sentence(tmp_path):
    refused = started(tmp_path, command=("migrate",), DATABASE_URL="postgres://nobody@127.0.0.1:9/nowhere")

    assert refused.returncode == 1
    assert refused.stderr.startswith("The database does not answer as it should: connection failed")
    assert "Traceback" not in refused.stderr
