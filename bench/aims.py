"""What the paper aims at, and whether a run reached it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.findings import Findings


@dataclass(frozen=True, slots=True)
class Aim:
    """One measure that shall be at least, or else at most, `limit`. `unit` follows the number as it is shown."""

    key: str
    measure: str
    limit: float
    at_least: bool = False
    unit: str = ""
    digits: int = 1

    @property
    def sign(self) -> str:
        return "≥" if self.at_least else "≤"

    def shown(self, value: float) -> str:
        return f"{value:,.{self.digits}f}{self.unit}"

    def reached(self, value: float) -> bool:
        return value >= self.limit if self.at_least else value <= self.limit


AIMS = [
    Aim("hit", "hit, requests per second ÷ raw gunicorn with the same bytes and workers", 0.90, True, digits=2),
    Aim("nginx", "through nginx, requests per second ÷ nginx serving the file", 0.80, True, digits=2),
    Aim("cold_p50", "cold article, rendered and kept, one client, p50", 8, unit=" ms"),
    Aim("cold_p99", "cold article, rendered and kept, one client, p99", 20, unit=" ms"),
    Aim("cold_rate", "cold articles per second at 32 clients, 2 workers", 250, True, digits=0),
    Aim("growth", "any page's cold p50 at {largest:,} stories ÷ at {smallest:,}", 1.3, digits=2),
    Aim("visible", "publish or takedown → seen by every worker", 1, unit=" s", digits=3),
    Aim("post_p50", "comment POST, stored and its page purged, one client, p50", 6, unit=" ms"),
    Aim("post_rate", "comment POST, per second at 8 clients", 400, True, digits=0),
    Aim("busy", "readers' p99 while 20 stories a minute and 50 comments a second arrive ÷ quiet p99", 3, digits=2),
    Aim("desk", "slowest screen of the desk at 100,000 stories and a million comments, p50", 300, unit=" ms", digits=0),
    Aim("memory", "memory, 2 workers, after the bench (PSS)", 160, unit=" MiB", digits=0),
    Aim("start", "time from `gunicorn` to first page", 1.5, unit=" s", digits=2),
]


def judged(findings: Findings, sizes: list[int]) -> Iterator[list[str]]:
    """A row for each aim: what is measured, the aim, what was measured, and whether that reaches it."""
    for aim in AIMS:
        measure = aim.measure.format(smallest=min(sizes), largest=max(sizes))
        wanted = f"{aim.sign} {aim.limit:g}{aim.unit}"
        value = findings.values.get(aim.key)
        if value is None:
            yield [measure, wanted, "–", "not measured"]
            continue
        note = findings.notes.get(aim.key)
        measured = aim.shown(value) + (f" ({note})" if note else "")
        yield [measure, wanted, measured, "reached" if aim.reached(value) else "**not reached**"]
