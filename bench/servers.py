"""Servers on loopback, for as long as a measurement takes: they end with it, and also when it is killed."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

from bench.findings import UnmeasuredError
from bench.reader import once

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / ".data" / "bench"
CONFIG = ROOT / "deploy" / "gunicorn.conf.py"
# Below what the system gives to outgoing connections: thousands of them come and go while a port waits for its server.
PORTS = range(9200, 9300)
STARTS_WITHIN, ENDS_WITHIN = 30, 15
NOTHING: Mapping[str, str] = {}
# Before a command: it is ended when the bench is, however that happens.
ENDS_WITH_PARENT = ["setpriv", "--pdeathsig", "TERM", "--"]


@dataclass(frozen=True, slots=True)
class Server:
    name: str
    port: int
    process: subprocess.Popen

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def workers(self) -> list[int]:
        """The processes that the server has started, by number."""
        master = self.process.pid
        children = Path(f"/proc/{master}/task/{master}/children").read_text()
        return [int(child) for child in children.split()]

    @property
    def cpu(self) -> float:
        """Seconds that the server's processes have had a core so far: what a busy machine cannot lengthen much."""
        tasks = (
            task for process in (self.process.pid, *self.workers) for task in Path(f"/proc/{process}/task").iterdir()
        )
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


@contextmanager
def gunicorn(application: str, *arguments: str, name: str = "", **environment: str) -> Iterator[Server]:
    """`application` under gunicorn as deploy/ sets it, with `environment` over this process's own."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--config", str(CONFIG), "--bind", f"127.0.0.1:{port}"]
    command += ["--log-level", "warning", *arguments, application]
    with running(command, name=name or application.partition(":")[0], port=port, environment=environment) as server:
        answering(server)
        yield server


@contextmanager
def running(command: list[str], *, name: str, port: int, environment: Mapping[str, str] = NOTHING) -> Iterator[Server]:
    """A server that was started and may not listen yet. What it says stands in `.data/bench/NAME.log`."""
    log = DATA / f"{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as said:
        process = subprocess.Popen(
            [*ENDS_WITH_PARENT, *command],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=said,
            stderr=said,
        )
    try:
        yield Server(name, port, process)
    finally:
        ended(process)


def ended(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(ENDS_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def answering(server: Server, path: str = "/", every: float = 0.05) -> float:
    """Wait until the server answers anything, and return the monotonic clock's time of that."""
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        if server.process.poll() is not None:
            break
        try:
            return once(server.port, path).received
        except (OSError, HTTPException):
            time.sleep(every)
    said = (DATA / f"{server.name}.log").read_text().strip().splitlines() or ["nothing"]
    raise UnmeasuredError(f"{server.name} does not answer; the last it said is: {said[-1]}")


def free_port() -> int:
    for port in PORTS:
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise UnmeasuredError(f"No port from {PORTS.start} to {PORTS.stop - 1} is free.")
