"""What a start says of a database that it cannot use."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.conf import settings


def prepared(folder, part="database", **given):
    return subprocess.run(  # noqa: S603
        [sys.executable, "deploy/start/paper.py", part],
        cwd=settings.ROOT,
        env={"PATH": os.environ["PATH"], "NEWSROOM_DATA": str(folder), **given},
        capture_output=True,
        text=True,
        check=False,
    )


def garbage(file):
    file.write_bytes(b"no database at all" * 1000)


def migrations_of_another_paper(file):
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE django_migrations (id integer, app text, name text, applied text)")
        database.execute("INSERT INTO django_migrations VALUES (1, 'newsroom', '0001_roles', '2026-01-01')")
        database.commit()


@pytest.mark.parametrize("damage", [garbage, migrations_of_another_paper])
def test_a_database_that_is_none_of_ours_is_named_in_one_line(tmp_path, damage):
    file = tmp_path / "db.sqlite3"
    damage(file)

    refused = prepared(tmp_path)

    assert refused.returncode == 1
    assert refused.stderr.startswith(f"The database {file} could not be used: ")
    assert refused.stderr.count("\n") == 1


def test_a_damaged_database_is_left_as_it_is(tmp_path):
    file = tmp_path / "db.sqlite3"
    garbage(file)
    before = file.read_bytes()

    prepared(tmp_path)

    assert file.read_bytes() == before


def test_a_server_that_does_not_answer_is_told_in_one_line(tmp_path):
    refused = prepared(tmp_path, DATABASE_URL="postgres://nobody@127.0.0.1:9/nowhere")

    assert refused.returncode == 1
    assert refused.stderr.startswith("The database nowhere could not be used: connection failed")
    assert refused.stderr.count("\n") == 1


def test_settings_that_are_not_there_are_no_damage_of_a_package(tmp_path):
    refused = prepared(tmp_path, DJANGO_SETTINGS_MODULE="newsroom.settings.prod")

    assert refused.returncode == 1
    assert refused.stderr.startswith("The paper could not be prepared: DJANGO_SETTINGS_MODULE must be ")
