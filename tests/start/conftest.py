"""A copy of the start scripts in a folder of its own, so that no test touches the environment it runs in."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "deploy" / "start"


@dataclass
class Clone:
    """A fresh clone, as far as starting is concerned: the scripts, a lock that names nothing, an empty PATH."""

    root: Path

    @property
    def programs(self):
        return self.root / "programs"

    def add_program(self, path, script):
        file = self.programs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)

    def add_python(self, path):
        self.add_program(path, f'exec "{sys.executable}" "$@"')

    def start(self, script=None, *arguments, **environment):
        """Run one of the start scripts, or only look for a Python, and answer how that ended."""
        asked = [self.root / "deploy/start" / script, *arguments] if script else []
        return subprocess.run(  # noqa: S603
            ["/bin/sh", self.root / "deploy/start/python.sh", *asked],
            env={"PATH": str(self.programs), "PYENV_ROOT": str(self.programs / "pyenv"), **environment},
            capture_output=True,
            text=True,
            check=False,
        )


def fresh_clone(root):
    shutil.copytree(SCRIPTS, root / "deploy" / "start")
    (root / "requirements").mkdir()
    (root / "requirements" / "base.txt").write_text("# Nothing is needed.\n")
    clone = Clone(root)
    clone.programs.mkdir()
    for usual in ("sh", "dirname"):
        (clone.programs / usual).symlink_to(shutil.which(usual))
    return clone


@pytest.fixture
def clone(tmp_path):
    return fresh_clone(tmp_path)


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """A clone whose environment was made once; making one takes seconds, so tests of one module share it."""
    clone = fresh_clone(tmp_path_factory.mktemp("clone"))
    clone.add_python("python3")
    assert clone.start("environment.py", "base").returncode == 0
    return clone


@pytest.fixture
def beneath():
    """The Python beneath the virtual environment that the tests run in."""
    return os.path.realpath(sys._base_executable)
