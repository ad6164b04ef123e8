"""What a start says about its port, before any long work."""

import os
import signal
import socket

import pytest


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def test_a_port_in_use_is_refused_before_the_environment_is_made(clone):
    clone.add_python("python3")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        refused = clone.start("run.py", PORT=str(port))

    assert refused.returncode == 1
    assert refused.stderr.startswith(f"Port {port} is in use: stop what answers there")
    assert not (clone.root / ".venv").exists()


def test_a_port_is_kept_from_the_first_moment_so_that_of_two_starts_one_is_refused(clone):
    clone.add_slow_python()
    port = str(free_port())
    first = clone.begin("run.py", PORT=port)
    assert first.stdout.readline().startswith("Making .venv with ")

    second = clone.start("run.py", PORT=port)
    os.killpg(first.pid, signal.SIGINT)
    first.communicate()

    assert second.returncode == 1
    assert second.stderr.startswith(f"Port {port} is in use: ")


@pytest.mark.parametrize("port", ["80a", "0", "65536", "-1", "٨٠٠٠"])
def test_what_is_no_port_is_refused_in_one_sentence(clone, port):
    clone.add_python("python3")

    refused = clone.start("run.py", PORT=port, LC_ALL="C.UTF-8")

    assert refused.returncode == 1
    assert refused.stderr.startswith("PORT must be a number from 1 to 65535")
    assert refused.stderr.count("\n") == 1
