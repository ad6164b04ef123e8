"""What a start says about its port, before any long work."""

import socket

import pytest


def test_a_port_in_use_is_refused_before_the_environment_is_made(clone):
    clone.add_python("python3")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        refused = clone.start("run.py", PORT=str(port))

    assert refused.returncode == 1
    assert refused.stderr.startswith(f"Port {port} is in use: stop what answers there")
    assert not (clone.root / ".venv").exists()


@pytest.mark.parametrize("port", ["80a", "0", "65536", "-1", "٨٠٠٠"])
def test_what_is_no_port_is_refused_in_one_sentence(clone, port):
    clone.add_python("python3")

    refused = clone.start("run.py", PORT=port, LC_ALL="C.UTF-8")

    assert refused.returncode == 1
    assert refused.stderr.startswith("PORT must be a number from 1 to 65535")
    assert refused.stderr.count("\n") == 1
