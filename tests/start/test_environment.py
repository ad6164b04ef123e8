"""The environment a start makes, reuses and repairs."""

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
