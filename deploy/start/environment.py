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
from tempfile import TemporaryFile
from types import TracebackType

from orderly import AGAIN, CannotStartError, Command, call, one_sentence, say

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OFFLINE = "no package index answers; look at the network, the proxy or PIP_INDEX_URL"
# What pip says, in small letters, and what that means.
REASONS = {
    "no space left": "the disk is full; make room",
    "connection broken": OFFLINE,
    "connectionpool(": OFFLINE,
    "could not fetch url": OFFLINE,
}
QUIETLY = ("-qq", "--no-input", "--disable-pip-version-check")
AS_LOCKED = ("--no-user", "--require-hashes", "--only-binary", ":all:", "--requirement")


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
    look: Command = ["sh", ROOT / "deploy/start/python.sh"]
    found = subprocess.run(look, stdout=subprocess.PIPE, text=True, check=False, start_new_session=True)
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
    complaint = complaint_of([base, "-I", "-m", "venv", VENV])
    if complaint is not None:
        raise CannotStartError(f"{base} could not make .venv: {reason_in(complaint)}, {AGAIN}")
    half_made().unlink()


def holds(lock: str) -> bool:
    """Whether the lock that was installed last, kept in `.venv`, is the one that stands in requirements/."""
    kept = VENV / f"{lock}.txt"
    return kept.exists() and kept.read_bytes() == wanted(lock).read_bytes()


def install(lock: str) -> None:
    """Install exactly what `lock` names. Interrupted half-way, it leaves a sign and the next start makes all anew."""
    say(f"Installing what requirements/{lock}.txt names")
    half_made().touch()
    complaint = complaint_of([PYTHON, "-I", "-m", "pip", "install", *QUIETLY, *AS_LOCKED, wanted(lock)])
    half_made().unlink()
    if complaint is not None:
        raise CannotStartError(f"requirements/{lock}.txt could not be installed: {reason_in(complaint)}, {AGAIN}")
    shutil.copyfile(wanted(lock), VENV / f"{lock}.txt")


def complaint_of(command: Command) -> str | None:
    """What a program said that failed; None when it did its work."""
    with TemporaryFile("w+", errors="replace") as said:
        (ended,) = call(command, errors=said)
        said.seek(0)
        return said.read() if ended else None


def reason_in(complaint: str) -> str:
    """Why a program failed, and what helps; what is not known here is told as the program told it."""
    for sign, reason in REASONS.items():
        if sign in complaint.lower():
            return reason
    sys.stderr.write(complaint)
    return "see above, mend that"


def explain(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Take for damage what `.venv` should hold and cannot be imported; any other error is told in full."""
    name = (getattr(error, "name", None) or "").partition(".")[0]
    if not isinstance(error, ImportError) or (ROOT / name).exists():
        sys.__excepthook__(kind, error, trace)
        return
    half_made().touch()
    sys.stderr.write(f"A package in .venv is damaged ({error}): run the same command again, and .venv is made anew.\n")


# Set while the scripts that use .venv's packages still import them.
sys.excepthook = explain


def half_made() -> Path:
    return VENV / "half-made"


def wanted(lock: str) -> Path:
    return ROOT / "requirements" / f"{lock}.txt"


if __name__ == "__main__":
    with one_sentence():
        prepare(*sys.argv[1:])
