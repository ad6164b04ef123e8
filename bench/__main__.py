"""`make bench`: measure the paper beside what it is compared with, and say which aims are reached.

SIZE= is the largest archive: a number of stories, or `large` for a million. The archives are kept in `.data/bench/`
and used again by the next run.
"""

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from http.client import HTTPException

from bench import busy, cold, desk, front, hits, posts, starting, visible
from bench.findings import Findings, UnmeasuredError
from bench.machine import described, load
from bench.paper import POSTGRESQL, prepared
from bench.report import markdown, stored, written
from bench.run import QUICK, Pace, Run, serving
from bench.tools import have_tools

LARGE = 1_000_000
SMALLER = [1_000, 10_000, 100_000]
LONGEST = 60 * 60  # seconds; whatever still runs then is ended
# In this order: what adds stories and comments comes after what only reads, and memory is looked at in the end.
MEASUREMENTS: dict[str, Callable[[Run], None]] = {
    "start": starting.measure,
    "hits": hits.measure,
    "nginx": front.measure,
    "sizes": hits.sizes,
    "alone": cold.alone,
    "cold": cold.measure,
    "crowd": cold.crowd,
    "desk": desk.measure,
    "posts": posts.measure,
    "visible": visible.measure,
    "busy": busy.measure,
    "memory": starting.memory,
}


def main() -> int:
    wanted = arguments()
    signal.signal(signal.SIGTERM, ended)
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(LONGEST)
    have_tools()
    sizes, findings, day = asked_for(), Findings(), datetime.now(UTC).date()
    papers = [prepared(size) for size in sizes]
    machine = described("PostgreSQL" if POSTGRESQL else "SQLite") | {"load before": f"{load():.1f}"}
    with serving(papers[-1], name="ours") as ours:
        run = Run(papers, papers[-1], ours, QUICK if wanted.quick else Pace(), findings)
        for name in wanted.only or MEASUREMENTS:
            measured(name, run)
    print(markdown(findings, machine, sizes, day))
    print(f"Kept in {stored(findings, machine, sizes, day)}")
    if wanted.write:
        written()
    return 1 if findings.missing else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description="Measure the paper.")
    parser.add_argument("--quick", action="store_true", help="one short round of each, to see whether all works")
    parser.add_argument("--only", nargs="+", choices=MEASUREMENTS, help="only some of the measurements")
    parser.add_argument("--write", action="store_true", help="put the results into bench/README.md")
    return parser.parse_args()


def asked_for() -> list[int]:
    """The sizes of the archives, the smallest first."""
    size = os.environ.get("SIZE", "") or str(SMALLER[-1])
    if not (size == "large" or (size.isdecimal() and int(size) >= SMALLER[0])):
        raise SystemExit(f"SIZE must be large, or a number of stories from {SMALLER[0]} on.")
    largest = LARGE if size == "large" else int(size)
    return [*(smaller for smaller in SMALLER if smaller < largest), largest]


def measured(name: str, run: Run) -> None:
    begun = time.monotonic()
    print(f"bench: {name} …", end=" ", file=sys.stderr, flush=True)
    try:
        MEASUREMENTS[name](run)
    except (UnmeasuredError, OSError, HTTPException, subprocess.SubprocessError) as reason:
        run.findings.missing.append(f"{name}: {reason}")
        print(f"not measured: {reason}", file=sys.stderr)
    else:
        print(f"{time.monotonic() - begun:.0f} s", file=sys.stderr)


def ended(*_: object) -> None:
    raise SystemExit(143)


def too_long(*_: object) -> None:
    raise SystemExit(f"The bench was ended after {LONGEST // 60} minutes.")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
