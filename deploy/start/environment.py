"""The project's environment, `.venv`: made, repaired or reused until it holds what the lock files name.

`environment.py base test` holds base.txt and test.txt of requirements/. Only the standard library is at hand here.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
QUIETLY = ("-qq", "--no-input", "--disable-pip-version-check")
AS_LOCKED = ("--no-user", "--require-hashes", "--only-binary", ":all:", "--requirement")
AGAIN = "then run the same command again."


class CannotStartError(Exception):
    """One sentence that says what to do before a start can go on."""


def prepare(*locks: str) -> None:
    """Leave a `.venv` that holds everything in `locks`; do nothing when it already does."""
    with alone(ROOT):
        if not is_whole():
            make()
        for lock in locks:
            if not holds(lock):
                install(lock)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let one start at a time work in `folder`. The lock dies with its process, so none is ever left behind."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another start is at work here; waiting for it.")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def is_whole() -> bool:
    """Whether `.venv` was made to its end, by a Python that is still there and still the same version."""
    if half_made().exists() or not PYTHON.exists():
        return False
    works = "import pip, sys; sys.exit(sys.version_info < (3, 12))"
    return subprocess.run([PYTHON, "-I", "-c", works], capture_output=True, check=False).returncode == 0


def make() -> None:
    """Make `.venv` from nothing. What stood there before is only packages, which the locks bring back."""
    found = subprocess.run(["sh", ROOT / "deploy/start/python.sh"], stdout=subprocess.PIPE, text=True, check=False)
    if found.returncode:
        sys.exit(found.returncode)
    base = found.stdout.strip()
    say(f"Making .venv with {base}")
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    half_made().touch()
    if subprocess.run([base, "-I", "-m", "venv", VENV], check=False).returncode:
        raise CannotStartError(f"{base} could not make .venv: see above, {AGAIN}")
    half_made().unlink()


def holds(lock: str) -> bool:
    """Whether the lock that was installed last, kept in `.venv`, is the one that stands in requirements/."""
    kept = VENV / f"{lock}.txt"
    return kept.exists() and kept.read_bytes() == wanted(lock).read_bytes()


def install(lock: str) -> None:
    """Install exactly what `lock` names. Interrupted half-way, it leaves a sign and the next start makes all anew."""
    say(f"Installing what requirements/{lock}.txt names")
    half_made().touch()
    done = subprocess.run([PYTHON, "-I", "-m", "pip", "install", *QUIETLY, *AS_LOCKED, wanted(lock)], check=False)
    if done.returncode >= 0:
        half_made().unlink()
    if done.returncode:
        raise CannotStartError(f"requirements/{lock}.txt could not be installed: see above, {AGAIN}")
    shutil.copyfile(wanted(lock), VENV / f"{lock}.txt")


def half_made() -> Path:
    return VENV / "half-made"


def wanted(lock: str) -> Path:
    return ROOT / "requirements" / f"{lock}.txt"


def say(sentence: str) -> None:
    print(sentence, flush=True)


@contextmanager
def one_sentence() -> Iterator[None]:
    """End with one sentence and a failing exit where a start cannot go on."""
    try:
        yield
    except CannotStartError as reason:
        sys.exit(str(reason))
    except OSError as reason:
        sys.exit(f"{reason.strerror}: {reason.filename}; mend that, {AGAIN}" if reason.filename else str(reason))
    except KeyboardInterrupt:
        sys.exit("Stopped. Nothing is lost: the same command goes on from here.")


if __name__ == "__main__":
    with one_sentence():
        prepare(*sys.argv[1:])
