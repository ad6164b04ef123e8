"""Waiting in line to write, where the database would make writers wait by sleeping."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from fcntl import LOCK_EX, flock

from django.db import connection


def in_turn() -> AbstractContextManager[None]:
    """One at a time of all that write so, in every process of the machine, and the next one at once.

    SQLite takes one writer at a time. Whoever finds it busy sleeps, each time longer, while the database stands idle:
    of a crowd most would sleep. Who waits here is woken. Other databases have their own queues.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return nullcontext()
    if connection.is_in_memory_db():  # type: ignore[attr-defined]  # SQLite's
        return nullcontext()
    return one_at_a_time(f"{connection.settings_dict['NAME']}-turn")


@contextmanager
def one_at_a_time(line: str) -> Iterator[None]:
    """Whoever has the file `line` locked; where it cannot be had, everybody at once."""
    # Opened each time: a lock belongs to the open file, which a forked worker shares with its parent.
    try:
        own = os.open(line, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield
        return
    try:
        flock(own, LOCK_EX)
        yield
    finally:
        os.close(own)
