"""Which Python a start finds, and what it says when none fits."""

import os


def answer(found):
    return os.path.realpath(found.stdout.strip())


def test_a_program_that_fails_when_run_is_passed_over(clone, beneath):
    clone.add_program("python3.13", 'echo "pyenv: python3.13: command not found" >&2; exit 127')
    clone.add_python("python3")

    assert answer(clone.start()) == beneath


def test_a_python_that_is_too_old_is_passed_over(clone, beneath):
    clone.add_program("python3", "exit 3")
    clone.add_python("pyenv/versions/3.12.1/bin/python3")

    assert answer(clone.start()) == beneath


def test_a_link_to_a_python_is_followed_to_where_it_stands(clone, beneath):
    (clone.programs / "python3").symlink_to(beneath)

    found = clone.start().stdout.strip()

    assert not found.startswith(str(clone.programs))
    assert os.path.realpath(found) == beneath


def test_pyenvs_versions_are_found_without_its_shims(clone, beneath):
    clone.add_python("pyenv/versions/3.13.0/bin/python3")

    assert answer(clone.start()) == beneath


def test_without_any_python_one_sentence_says_what_to_install(clone):
    found = clone.start()

    assert found.returncode == 1
    assert found.stderr.startswith("The newsroom needs Python 3.12 or newer and found none")
    assert found.stderr.count("\n") == 1


def test_where_only_an_old_python_is_the_sentence_names_it(clone):
    clone.add_program("python3", 'echo "Python 3.11"; exit 3')

    found = clone.start()

    assert found.returncode == 1
    assert found.stderr.startswith("The newsroom needs CPython 3.12 or newer and found only Python 3.11 (python3): ")
    assert found.stderr.count("\n") == 1


def test_a_python_built_without_a_library_is_not_mended_by_a_package(clone):
    clone.add_program("python3.13", 'echo "Python 3.13 lacks the module sqlite3"; exit 4')

    found = clone.start()

    assert found.stderr.startswith("Python 3.13 lacks the module sqlite3 (python3.13): it was built without")
    assert "apt" not in found.stderr


def test_a_python_that_can_make_no_environment_is_named_with_what_it_lacks(clone):
    clone.add_program("python3.12", 'echo "Python 3.12 lacks the module ensurepip"; exit 4')

    found = clone.start()

    assert found.returncode == 1
    assert found.stderr.startswith("Python 3.12 lacks the module ensurepip (python3.12): install it")


def test_a_whole_python_is_taken_before_a_lacking_one_is_complained_about(clone, beneath):
    clone.add_program("python3.14", 'echo "Python 3.14 lacks the module sqlite3"; exit 4')
    clone.add_python("python3")

    assert answer(clone.start()) == beneath
