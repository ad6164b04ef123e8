"""The environment a start makes, reuses and repairs."""

import os

import pytest


def test_the_environment_remembers_the_lock_it_holds(started):
    assert (started.root / ".venv/base.txt").read_text() == (started.root / "requirements/base.txt").read_text()


def test_a_second_start_does_nothing(started):
    again = started.start("environment.py", "base")

    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_a_new_lock_is_installed(started):
    (started.root / "requirements/base.txt").write_text("# Nothing is needed any more.\n")

    again = started.start("environment.py", "base")

    assert again.stdout == "Installing what requirements/base.txt names\n"


def test_a_lock_that_can_not_be_installed_ends_in_one_sentence(started):
    lock = started.root / "requirements/wrong.txt"
    lock.write_text("no-such-package==1.0\n")  # without a hash pip refuses it before it asks anybody

    again = started.start("environment.py", "wrong")

    assert again.returncode == 1
    assert again.stderr.splitlines()[-1].startswith("requirements/wrong.txt could not be installed: see above")
    assert started.start("environment.py", "base").stdout == ""


def test_without_a_network_one_sentence_says_where_to_look(started):
    (started.root / "requirements/far.txt").write_text(f"no-such-package==1.0 --hash=sha256:{'0' * 64}\n")
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9", "PIP_RETRIES": "1", "PIP_CONFIG_FILE": os.devnull}

    again = started.start("environment.py", "far", **nowhere)

    assert again.returncode == 1
    assert again.stderr == (
        "requirements/far.txt could not be installed: no package index answers; look at the network, the proxy or "
        "PIP_INDEX_URL, then run the same command again.\n"
    )


def test_a_package_that_is_not_whole_is_named_and_the_next_start_makes_all_anew(started):
    damaged = started.start("paper.py", "static")  # Django is not in this environment

    assert damaged.returncode == 1
    assert damaged.stderr == (
        "A package in .venv is damaged (No module named 'django'): "
        "run the same command again, and .venv is made anew.\n"
    )
    assert started.start("environment.py", "base").stdout.startswith("Making .venv with ")


def leave_half_made(venv):
    (venv / "half-made").touch()


def take_python_away(venv):
    (venv / "bin/python").unlink()
    (venv / "bin/python").symlink_to("/nowhere/python3.13")


@pytest.mark.parametrize("damage", [leave_half_made, take_python_away])
def test_a_damaged_environment_is_made_anew(started, damage):
    damage(started.root / ".venv")

    again = started.start("environment.py", "base")

    assert again.returncode == 0
    assert again.stdout.startswith("Making .venv with ")
    assert started.start("environment.py", "base").stdout == ""
