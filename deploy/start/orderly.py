"""How a start ends early: in one sentence, at Ctrl-C too, and with none of its programs left running."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import IO

AGAIN = "then run the same command again."
# Ctrl-C, a polite request, a closed terminal.
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
SECONDS_TO_END = 10

type Command = Sequence[str | Path]


class CannotStartError(Exception):
    """One sentence that says what to do before a start can go on."""


def say(sentence: str) -> None:
    print(sentence, flush=True)


@contextmanager
def one_sentence() -> Iterator[None]:
    """End with one sentence and a failing exit where a start cannot go on."""
    try:
        heed_endings()
        yield
    except CannotStartError as reason:
        sys.exit(str(reason))
    except OSError as reason:
        where = f": {reason.filename}" if reason.filename else ""
        sys.exit(f"{reason.strerror or reason}{where}; mend that, {AGAIN}")
    except KeyboardInterrupt:
        if sys.stderr.isatty():
            sys.stderr.write("\n")  # away from ^C and from a bar half-way
        sys.exit("Stopped. Nothing is lost: the same command goes on from here.")


def heed_endings() -> None:
    """Take every ending for a KeyboardInterrupt, and only the first: what is being tidied up then is not disturbed."""

    def end(_number: int, _frame: FrameType | None) -> None:
        for ending in ENDINGS:
            signal.signal(ending, signal.SIG_IGN)
        raise KeyboardInterrupt

    for ending in ENDINGS:
        if ending != signal.SIGHUP or not outlives_its_terminal():
            signal.signal(ending, end)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDINGS)


def outlives_its_terminal() -> bool:
    """Whether `nohup` started this."""
    return signal.getsignal(signal.SIGHUP) is signal.SIG_IGN


def hold_endings() -> None:
    """Keep what comes until the next `heed_endings`, also of the program that this one turns into."""
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)


def call(*commands: Command, errors: IO[str] | None = None) -> list[int]:
    """Run `commands` side by side and answer how each ended.

    In sessions of their own they hear of no Ctrl-C, of which each would tell in its own way; at it, this ends them.
    """
    running: list[subprocess.Popen[bytes]] = []
    try:
        for command in commands:
            running.append(subprocess.Popen(command, start_new_session=True, stderr=errors))  # noqa: PERF401
        return [program.wait() for program in running]
    except BaseException:
        for program in running:
            tell(program, signal.SIGTERM)
        for program in running:
            with suppress(subprocess.TimeoutExpired):
                program.wait(SECONDS_TO_END)
            tell(program, signal.SIGKILL)
            program.wait()
        raise


def tell(program: subprocess.Popen[bytes], ending: signal.Signals) -> None:
    """Send a signal to a program and to all that it has started."""
    with suppress(OSError):  # none of them is left
        os.killpg(program.pid, ending)
