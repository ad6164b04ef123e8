"""Writers who wait in line."""

import multiprocessing
import sqlite3
import time

from newsroom.turns import one_at_a_time

WRITERS, TIMES = 4, 25


def write(database, began):
    """As a process of its own would: a number is read, thought about, and written back one higher."""
    own = sqlite3.connect(database, isolation_level=None)
    began.wait()
    for _ in range(TIMES):
        with one_at_a_time(f"{database}-turn"):
            [number] = own.execute("SELECT number FROM counted").fetchone()
            time.sleep(0.001)
            own.execute("UPDATE counted SET number = ?", [number + 1])
    own.close()


def test_writers_of_several_processes_take_turns(tmp_path):
    database = str(tmp_path / "counted.sqlite3")
    own = sqlite3.connect(database, isolation_level=None)
    own.execute("CREATE TABLE counted (number)")
    own.execute("INSERT INTO counted VALUES (0)")
    context = multiprocessing.get_context("fork")
    began = context.Barrier(WRITERS)
    writers = [context.Process(target=write, args=(database, began)) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)

    assert own.execute("SELECT number FROM counted").fetchone() == (WRITERS * TIMES,)
    own.close()


def test_a_line_that_cannot_be_had_keeps_nobody_from_writing(tmp_path):
    written = []
    with one_at_a_time(str(tmp_path / "nowhere" / "line")):
        written.append("a comment")

    assert written == ["a comment"]
    assert not (tmp_path / "nowhere").exists()
