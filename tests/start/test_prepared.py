"""What a start takes for done, told from the files alone."""

import importlib
import sqlite3
from contextlib import closing

import pytest

from tests.start.conftest import SCRIPTS


@pytest.fixture
def prepared(monkeypatch, tmp_path):
    """The module `prepared`, looking at a clone and a data folder in which everything is done."""
    monkeypatch.syspath_prepend(SCRIPTS)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    module = importlib.import_module("prepared")
    for name in ("DATA", "STATIC", "DEMO_BEGUN", "DATABASE_STAMP", "STATIC_STAMP"):
        monkeypatch.setattr(module, name, tmp_path / name.lower())
    monkeypatch.setattr(module, "DATA", tmp_path)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    write(tmp_path / "requirements/base.txt")
    write(tmp_path / "articles/migrations/0001_stories.py")
    write(tmp_path / "static/css/site.css")
    write(module.STATIC / "staticfiles.json")
    apply_migrations(tmp_path, count=3)
    module.DATABASE_STAMP.write_text(module.database_state())
    module.STATIC_STAMP.write_text(module.static_state())
    return module


def write(file, text="one"):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def apply_migrations(folder, *, count):
    with closing(sqlite3.connect(folder / "db.sqlite3")) as database:
        database.execute("CREATE TABLE django_migrations (id integer primary key)")
        database.executemany("INSERT INTO django_migrations VALUES (?)", [(number,) for number in range(1, count + 1)])
        database.commit()


def test_what_is_done_is_not_done_again(prepared):
    assert prepared.unready() == []


def test_a_new_migration_is_noticed(prepared):
    write(prepared.ROOT / "articles/migrations/0002_more.py")

    assert prepared.unready() == ["database"]


def test_an_older_database_put_back_is_noticed(prepared):
    (prepared.DATA / "db.sqlite3").unlink()
    apply_migrations(prepared.DATA, count=2)

    assert prepared.unready() == ["database"]


def test_a_database_taken_away_is_noticed(prepared):
    (prepared.DATA / "db.sqlite3").unlink()

    assert prepared.unready() == ["database"]


def test_a_demo_interrupted_half_way_is_noticed(prepared):
    prepared.DEMO_BEGUN.touch()

    assert prepared.unready() == ["database"]


def test_another_database_is_always_asked_itself(prepared, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://localhost/newsroom")

    assert prepared.unready() == ["database"]


def test_an_empty_address_names_no_database(prepared, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "")

    assert prepared.unready() == []


def test_the_data_folder_may_be_named_in_a_file(prepared, monkeypatch, tmp_path):
    (tmp_path / "named").write_text("/srv/paper\n")
    monkeypatch.setenv("NEWSROOM_DATA_FILE", str(tmp_path / "named"))

    assert prepared.said("NEWSROOM_DATA") == "/srv/paper"


def test_a_changed_static_file_is_noticed(prepared):
    write(prepared.ROOT / "static/css/site.css", "two")

    assert prepared.unready() == ["static"]


def test_new_packages_mean_new_tables_and_new_static_files(prepared):
    write(prepared.ROOT / "requirements/base.txt", "two")

    assert prepared.unready() == ["database", "static"]
