"""A gunicorn on loopback, for as long as a measurement takes."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection

STARTS_WITHIN = 30


@contextmanager
def serving(application: str, **environment: str) -> Iterator[HTTPConnection]:
    """One worker of `application` on a free port of 127.0.0.1, and a kept connection to it. It is ended in any case."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    bind = ["--bind", f"127.0.0.1:{port}", "--workers", "1", "--worker-class", "gthread", "--threads", "4"]
    command = [sys.executable, "-m", "gunicorn", *bind, "--no-control-socket", "--log-level", "warning", application]
    process = subprocess.Popen(command, env={**os.environ, **environment})
    try:
        yield _connected(port)
    finally:
        process.terminate()
        process.wait(10)


def _connected(port: int) -> HTTPConnection:
    until = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=30)
            connection.connect()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return connection
