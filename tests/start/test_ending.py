"""How a start ends when somebody stops it, or one of its programs."""

import importlib
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.start.conftest import SCRIPTS

STOPPED = "Stopped. Nothing is lost: the same command goes on from here.\n"
ENDINGS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


@pytest.fixture
def slow(clone):
    clone.add_slow_python()
    return clone


def is_there(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for(happens):
    until = time.monotonic() + 30
    while not happens():
        assert time.monotonic() < until, "it never happened"
        time.sleep(0.02)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_start_that_is_stopped_says_one_sentence_and_leaves_nothing_running(slow, ending):
    made = slow.root / "making"
    start = slow.begin("environment.py", "base")
    wait_for(lambda: made.exists() and made.read_text())

    os.killpg(start.pid, ending)  # as a terminal does
    _, said = start.communicate()

    assert (start.returncode, said) == (1, STOPPED)
    assert not is_there(int(made.read_text()))


def test_a_start_under_nohup_outlives_its_terminal(slow):
    made = slow.root / "making"
    start = slow.begin("environment.py", "base", preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    wait_for(lambda: made.exists() and made.read_text())

    os.killpg(start.pid, signal.SIGHUP)
    os.killpg(start.pid, signal.SIGINT)
    _, said = start.communicate()

    assert said == STOPPED  # of Ctrl-C, not of the terminal


def test_what_comes_while_a_program_loads_is_told_once_it_can_be(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        f"import os, signal, sys; sys.path.insert(0, {str(SCRIPTS)!r}); import orderly; orderly.hold_endings();"
        "os.kill(os.getpid(), signal.SIGINT); import json\nwith orderly.one_sentence(): print('never')"
    )

    ended = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)  # noqa: S603

    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", STOPPED)


def test_programs_run_side_by_side_and_each_tells_how_it_ended(monkeypatch):
    monkeypatch.syspath_prepend(SCRIPTS)
    orderly = importlib.import_module("orderly")

    assert orderly.call(["sh", "-c", "exit 3"], ["sh", "-c", "kill -9 $$"]) == [3, -9]
