"""What is done beside answering: one thread in each process that serves, once a second.

Some of it is done by one process of the machine only, the leader: whichever holds a lock on a file, until it ends.
"""

import atexit
import logging
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from threading import Event, Thread

from django.db import close_old_connections

logger = logging.getLogger(__name__)
SECOND, MINUTE = 1.0, 60.0


@dataclass(slots=True)
class Chore:
    """A function, how often it is called (seconds), and whether one process of the machine is enough."""

    work: Callable[[], object]
    every: float
    leader: bool
    due: float = field(default=0.0)


_chores: list[Chore] = []


def each_second[Work: Callable[[], object]](work: Work, *, leader: bool = False) -> Work:
    _chores.append(Chore(work, SECOND, leader))
    return work


def each_minute[Work: Callable[[], object]](work: Work, *, leader: bool = False) -> Work:
    _chores.append(Chore(work, MINUTE, leader))
    return work


class Upkeep:
    """Begins with `start` and ends with the process, or with `stop`; then what each process counts is brought home."""

    def __init__(self, folder: Path) -> None:
        self._lock_file = folder / "leader"
        self._lock: int | None = None
        self._ended = Event()
        self._thread = Thread(target=self._run, name="upkeep", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join(5)

    def _run(self) -> None:
        while not self._ended.wait(SECOND):
            self.round(time.monotonic())
        # What a process has counted since its last round would else be lost.
        self.round(float("inf"))

    def round(self, moment: float) -> None:
        """Do what is due. What fails is told, and due again at its next turn."""
        for chore in _chores:
            if moment < chore.due or (chore.leader and not self._leads()):
                continue
            chore.due = moment + chore.every
            try:
                close_old_connections()
                chore.work()
            except Exception:
                logger.exception("Upkeep failed: %s.", getattr(chore.work, "__name__", chore.work))
            finally:
                close_old_connections()

    def _leads(self) -> bool:
        if self._lock is not None:
            return True
        try:
            own = os.open(self._lock_file, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            # Without the lock everybody does it, which costs more and is never wrong.
            return True
        try:
            flock(own, LOCK_EX | LOCK_NB)
        except OSError:
            os.close(own)
            return False
        self._lock = own
        return True


def begin(folder: Path) -> None:
    """Begin what this process does beside answering; the leader's lock is in `folder`."""
    upkeep = Upkeep(folder)
    upkeep.start()
    atexit.register(upkeep.stop)
