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

    def add_slow_python(self):
        """A Python that takes for ever to make an environment, and writes to `making` which process does."""
        self.add_usual("sleep")
        make = f'echo $$ >"{self.root}/making"; sleep 60 & wait'
        cases = f'"-I -c") echo "$0" ;; "-I -m") {make} ;; *) exec "{sys.executable}" "$@" ;;'
        self.add_program("python3", f'case "$1 $2" in {cases} esac')

    def add_usual(self, name):
        (self.programs / name).symlink_to(shutil.which(name))

    def start(self, *asked, **environment):
        """Run one of the start scripts, or only look for a Python, and answer how that ended."""
        started = self.begin(*asked, **environment)
        said = started.communicate()
        return subprocess.CompletedProcess(started.args, started.returncode, *said)

    def begin(self, script=None, *arguments, preexec_fn=None, **environment):
        """The same without waiting for its end, in a process group of its own."""
        asked = [self.root / "deploy/start" / script, *arguments] if script else []
        return subprocess.Popen(  # noqa: S603
            ["/bin/sh", self.root / "deploy/start/python.sh", *asked],
            env={"PATH": str(self.programs), "PYENV_ROOT": str(self.programs / "pyenv"), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            process_group=0,
            preexec_fn=preexec_fn,  # noqa: PLW1509
        )


def fresh_clone(root):
    shutil.copytree(SCRIPTS, root / "deploy" / "start")
    (root / "requirements").mkdir()
    (root / "requirements" / "base.txt").write_text("# Nothing is needed.\n")
    clone = Clone(root)
    clone.programs.mkdir()
    for usual in ("sh", "dirname"):
        clone.add_usual(usual)
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
