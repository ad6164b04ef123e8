"""How long a page takes that nobody has kept: one client, one worker, each request rendered anew.

Every page is asked for REQUESTS times, taking turns with a bare Django view that answers the same bytes, so that both
meet the same noise. Prints a table in Markdown: queries, p50 and p99 in milliseconds, and the ratio of the medians.
Ends with an error when a page asks more queries of this archive than its budget allows.
"""

import statistics
import time
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.server import serving

REQUESTS, WARM_UP = 120, 8
# The same as tests/articles/views/test_budgets.py holds over a small archive.
BUDGETS = {"home": 12, "category": 10, "article": 12}
OF_A_LIST = 8


def pages(stories: list[str], deep: int) -> dict[str, list[str]]:
    """Each kind of page, with the addresses that are taken in turn."""
    day = stories[0].rsplit("/", 2)[0] + "/"
    return {
        "home": ["/"],
        "category": [f"/section-{n}/" for n in range(9)],
        f"category, page {deep}": [f"/section-0/page/{deep}/"],
        "article, 1,000 comments": stories[:1],
        "article": stories[1:],
        "latest": ["/latest/"],
        "tag": [f"/tag/tag-{n}/" for n in range(40)],
        "author": [f"/author/author-{n}/" for n in range(40)],
        "source": [f"/source/agency-{n}/" for n in range(12)],
        "archive, a day": [day],
        "search": [f"/search/?q={word}" for word in ("harbour+treaty", "ferry", '"river+bridge"', "zeppelin")],
        "feed": ["/feed/"],
        "not found": ["/nowhere/"],
    }


def asked(connection: HTTPConnection, path: str) -> tuple[float, int, bytes]:
    """Milliseconds, status and body of one GET."""
    begun = time.perf_counter()
    connection.request("GET", path, headers={"Accept-Encoding": "identity"})
    answer = connection.getresponse()
    body = answer.read()
    return (time.perf_counter() - begun) * 1000, answer.status, body


def queries(path: str, name: str) -> int:
    """How many queries one cold page asks. SystemExit when that is more than its kind may."""
    with CaptureQueriesContext(connection) as asked_of_it:
        Client(headers={"host": "127.0.0.1"}).get(path)
    budget = BUDGETS.get(name.partition(",")[0], OF_A_LIST)
    if len(asked_of_it) > budget:
        raise SystemExit(f"{path} asks {len(asked_of_it)} queries, and its budget is {budget}.")
    return len(asked_of_it)


def measure(ours: HTTPConnection, bare: HTTPConnection, paths: list[str], name: str) -> str:
    times: list[float] = []
    bare_times: list[float] = []
    for n in range(WARM_UP + REQUESTS):
        taken, status, body = asked(ours, paths[n % len(paths)])
        if status != (404 if name == "not found" else 200):
            raise SystemExit(f"{paths[n % len(paths)]} answered {status}.")
        bare_taken = asked(bare, f"/{name.replace(' ', '%20')}")[0]
        if n >= WARM_UP:
            times.append(taken)
            bare_times.append(bare_taken)
    p50, p99 = statistics.median(times), statistics.quantiles(times, n=100)[98]
    bare_p50 = statistics.median(bare_times)
    figures = f"{len(body) / 1024:.1f} | {queries(paths[0], name)} | {p50:.1f} | {p99:.1f} | {bare_p50:.2f}"
    return f"| {name} | {figures} | {p50 / bare_p50:.0f} |"


def main(stories: list[str], deep: int) -> None:
    """`stories`: addresses, the first with many comments; `deep`: a far page of the first section."""
    kinds = pages(stories, deep)
    with TemporaryDirectory() as folder, serving("newsroom.wsgi:application") as ours:
        for name, paths in kinds.items():
            (Path(folder) / name).write_bytes(asked(ours, paths[0])[2])
        with serving("bench.bare:application", BENCH_BYTES=folder) as bare:
            print(
                "| page | KiB | queries | p50 ms | p99 ms | bare view p50 ms | ratio |\n|---|---|---|---|---|---|---|"
            )
            for name, paths in kinds.items():
                print(measure(ours, bare, paths, name), flush=True)
