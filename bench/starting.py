"""From the command to the first page, with nothing finished, and what the processes take of the memory."""

import statistics
import sys
import time
from tempfile import TemporaryDirectory

from bench.findings import UnmeasuredError
from bench.machine import pss
from bench.reader import once
from bench.run import PAPER, Run
from bench.servers import CONFIG, answering, free_port, running


def measure(run: Run) -> None:
    times = [_started(run) for _ in range(run.pace.times + 1)][1:]
    run.findings.found("start", statistics.median(times), f"longest of {len(times)}: {max(times):.2f} s")


def _started(run: Run) -> float:
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--config", str(CONFIG), "--bind", f"127.0.0.1:{port}", PAPER]
    with TemporaryDirectory() as folder:
        environment = {**run.paper.environment, "PAGES_FOLDER": folder}
        begun = time.monotonic()
        with running(command, name="started", port=port, environment=environment) as server:
            answered = answering(server, run.paper.article, every=0.005)
            if once(port, run.paper.article).status != 200:
                raise UnmeasuredError("The first page of a started gunicorn was no page.")
    return answered - begun


def memory(run: Run) -> None:
    sizes = pss(run.ours)
    whose = f"master {sizes[0]:.0f}, workers {' and '.join(f'{size:.0f}' for size in sizes[1:])}"
    run.findings.found("memory", sum(sizes), whose)
