"""Asking a server again and again until every one of its workers answers with a change."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bench.findings import UnmeasuredError
from bench.reader import Answer, once
from bench.servers import Server

ASKING_AT_ONCE, IN_A_ROW = 4, 8
BEFORE = 15  # seconds within which every worker must have been met before the change

type Sees = Callable[[Answer], bool]


@dataclass
class Watch:
    """What the workers answered at one path: for each, when it was last asked in vain and what it answered since."""

    path: str
    sees: Sees
    asked_in_vain: dict[str, float] = field(default_factory=dict)
    seen: dict[str, list[float]] = field(default_factory=dict)

    def note(self, answer: Answer) -> None:
        worker = answer.headers["x-worker"]
        if not self.sees(answer):
            self.asked_in_vain[worker] = max(answer.sent, self.asked_in_vain.get(worker, 0))
        else:
            self.seen.setdefault(worker, []).append(answer.received)

    def since(self, worker: str) -> list[float]:
        """When the worker answered with the change, and never again without it."""
        return [moment for moment in self.seen.get(worker, ()) if moment > self.asked_in_vain.get(worker, 0)]

    def moment(self, workers: int) -> float | None:
        """When the last of the workers was first seen to answer with the change, or None while one may not."""
        found = [self.since(worker) for worker in {*self.seen, *self.asked_in_vain}]
        if len(found) < workers or any(len(some) < IN_A_ROW for some in found):
            return None
        return max(min(some) for some in found)


def watched(server: Server, watches: list[Watch], act: Callable[[], float], *, patience: float) -> list[float]:
    """Seconds from the commit, whose time `act` returns, until each watch has seen it everywhere."""
    over = threading.Event()
    lock = threading.Lock()

    def ask() -> None:
        while not over.is_set():
            for watch in watches:
                answer = once(server.port, watch.path, Accept_Encoding="identity")
                with lock:
                    watch.note(answer)

    askers = [threading.Thread(target=ask, daemon=True) for _ in range(ASKING_AT_ONCE)]
    for asker in askers:
        asker.start()
    try:
        return _waited(server, watches, act, lock, patience)
    finally:
        over.set()
        for asker in askers:
            asker.join()


def _waited(
    server: Server, watches: list[Watch], act: Callable[[], float], lock: threading.Lock, patience: float
) -> list[float]:
    workers = len(server.workers)
    _until(lambda: all(len(watch.asked_in_vain) == workers for watch in watches), BEFORE, "the page as it was", lock)
    at = act()
    _until(lambda: all(watch.moment(workers) for watch in watches), patience, "the change", lock)
    return [max(0.0, watch.moment(workers) - at) for watch in watches]


def _until(condition: Callable[[], bool], seconds: float, what: str, lock: threading.Lock) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with lock:
            if condition():
                return
        time.sleep(0.02)
    raise UnmeasuredError(f"Not every worker answered with {what} within {seconds:.0f} s.")
