"""wrk: so many clients ask for so many seconds. A run in which anything went wrong is no measurement."""

import json
import statistics
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.findings import UnmeasuredError
from bench.reader import HEADERS, Answer, Reader
from bench.servers import ENDS_WITH_PARENT, Server

SCRIPTS = Path(__file__).parent / "wrk"
# What stands over a load's cells, for one client and for many.
COLUMNS = [f"{measure}, {clients}" for clients in (1, 32) for measure in ("requests/s", "p50 ms", "p99 ms")]
PATIENCE = 30  # seconds that wrk may need beyond its time


@dataclass(frozen=True, slots=True)
class Load:
    """Requests per second, milliseconds, and milliseconds of a core that the server needed for each."""

    rate: float
    p50: float
    p99: float
    cpu: float = 0

    @property
    def cells(self) -> list[str]:
        return [f"{self.rate:,.0f}", f"{self.p50:.2f}", f"{self.p99:.2f}"]


@dataclass(frozen=True)
class Asking:
    """What is asked of one server: one path, or what a script of `wrk/` asks with its arguments."""

    server: Server
    path: str = "/"
    headers: tuple[tuple[str, str], ...] = ()
    status: int = 200
    script: str = "report.lua"
    arguments: Callable[[], Sequence[str]] = tuple

    def expected(self) -> Answer:
        """One answer, asked for as the load will ask. It must have the status, or the load would be of another page."""
        reader = Reader(self.server.port)
        try:
            return reader.page(self.path, status=self.status, **{k.replace("-", "_"): v for k, v in self.headers})
        finally:
            reader.close()

    def load(self, *, clients: int, seconds: float) -> Load:
        before = self.expected()
        begun = self.server.cpu
        found = self._run(clients, seconds)
        cpu = (self.server.cpu - begun) * 1000 / max(1, found["requests"])
        if self.script == "report.lua":
            _same_page(self, before, found)
        return Load(found["requests"] / found["seconds"], found["p50"], found["p99"], cpu)

    def _run(self, clients: int, seconds: float) -> dict:
        threads = min(2, clients)
        headers = {**HEADERS, **dict(self.headers)}
        command = [
            *ENDS_WITH_PARENT,
            "wrk",
            f"-t{threads}",
            f"-c{clients}",
            f"-d{max(1, round(seconds))}s",
            "--timeout",
            "10s",
        ]
        command += [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
        command += ["-s", self.script, self.server.address + self.path, "--", *self.arguments()]
        answer = subprocess.run(
            command,
            cwd=SCRIPTS,
            capture_output=True,
            text=True,
            check=False,
            timeout=seconds + PATIENCE,
        )
        found = _read(answer.stdout.strip().rpartition("\n")[2], answer.stderr)
        _nothing_wrong(f"{self.server.name}{self.path}", found)
        return found


def rounds(
    askings: dict[str, Asking], *, clients: int, seconds: float, times: int, warm_up: float = 1
) -> dict[str, list[Load]]:
    """Load each in turn, again and again, so that all meet the same noise. The first turn only warms up."""
    loads: dict[str, list[Load]] = {name: [] for name in askings}
    for turn in range(times + 1):
        for name, asking in askings.items():
            load = asking.load(clients=clients, seconds=seconds if turn else warm_up)
            if turn:
                loads[name].append(load)
    return loads


def median(loads: list[Load]) -> Load:
    return Load(*(statistics.median(getattr(load, name) for load in loads) for name in ("rate", "p50", "p99", "cpu")))


def ratio(loads: list[Load], others: list[Load]) -> float:
    """The middle of the ratios of rates that were measured one after the other."""
    return statistics.median(load.rate / other.rate for load, other in zip(loads, others, strict=True))


def _read(line: str, said: str) -> dict:
    try:
        return json.loads(line)
    except ValueError:
        raise UnmeasuredError(f"wrk did not report: {said.strip() or line or 'it said nothing'}") from None


def _nothing_wrong(where: str, found: dict) -> None:
    if not found["requests"]:
        raise UnmeasuredError(f"{where} answered nothing to wrk.")
    for kind in ("refused", "broken", "late", "wrong"):
        if found[kind]:
            example = f", for instance {found['example']}" if found["example"] else ""
            raise UnmeasuredError(f"{where}: {found[kind]} of {found['requests']} answers were {kind}{example}.")


def _same_page(asking: Asking, before: Answer, found: dict) -> None:
    """wrk counts a redirect as an answer like any other; so what it read must be as long as the page that was meant."""
    body, read = len(before.body), found["bytes"] / found["requests"]
    if not body <= read <= body + 4096:
        raise UnmeasuredError(
            f"{asking.server.name}{asking.path} answered {read:.0f} bytes to wrk, and the page has {body}."
        )
