"""What a laptop may leave out is said in a line each; where nothing may be left out, it fails."""

import os
import subprocess
import sys

import pytest
from django.conf import settings


@pytest.fixture
def tested(tmp_path):
    """Run a test that needs Java, on a machine that has none."""
    file = tmp_path / "test_page.py"
    file.write_text('def test_page(needs):\n    needs("java")\n')

    def run(**given):
        words = ["-c", "pyproject.toml", "-p", "tests.conftest", "-p", "no:cacheprovider", "-q", str(file)]
        return subprocess.run(  # noqa: S603
            [sys.executable, "-m", "pytest", *words],
            cwd=settings.ROOT,
            env={"PATH": "", "HOME": os.environ.get("HOME", "/"), **given},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_a_test_whose_tool_is_missing_says_so_and_is_skipped(tested):
    ended = tested()

    assert ended.returncode == 0
    assert "SKIPPED [1] " in ended.stdout
    assert "java is missing on this machine: install a Java runtime, version 17 or newer." in ended.stdout


def test_where_nothing_may_be_skipped_it_fails(tested):
    ended = tested(NEWSROOM_REQUIRE_ALL="1")

    assert ended.returncode == 1
    assert "Nothing may be skipped here. Skipped: java is missing on this machine" in ended.stdout
