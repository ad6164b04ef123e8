"""How long pages take that nobody has kept, in archives of every size."""

import statistics
from contextlib import ExitStack

from bench.findings import Table
from bench.load import Asking, median, rounds
from bench.reader import Answer, Reader
from bench.run import UNKEPT, Run, answer_of, serving
from bench.servers import gunicorn

WARM_UP = 10
# These tell of every month that the archive has.
GROWING = {"archive, a year", "sitemap"}
PLOTTED = {"article": "cold article", "home": "cold home", "category": "cold category"}
ABOUT = (
    "One client; every page is rendered for it alone (`PAGES=off`). Each request takes turns with the same kind of "
    "page in the other archives and with a bare Django view, so that all meet the same noise. KiB before packing; "
    "queries of the largest archive. The year and the sitemap tell of every month, so they grow with the archive's age "
    "and are left out of the aim."
)


def measure(run: Run) -> None:
    sizes = [paper.stories for paper in run.papers]
    head = [
        "page",
        "KiB",
        "queries",
        *(f"p50 ms, {size:,}" for size in sizes),
        f"p99 ms, {sizes[-1]:,}",
        "growth",
        "÷ bare view",
    ]
    table = Table("Cold pages", ABOUT, head)
    growth: dict[str, float] = {}
    with ExitStack() as stack:
        folder = str(stack.enter_context(answer_of(run, run.paper.article)))
        bare = Reader(stack.enter_context(gunicorn("bench.bare:application", BENCH_ANSWER=folder)).port)
        readers = [Reader(stack.enter_context(serving(paper, name="unkept", **UNKEPT)).port) for paper in run.papers]
        for kind in run.paper.pages:
            times, bare_times, last = _times(run, kind, readers, bare)
            p50s = [statistics.median(some) for some in times]
            growth[kind] = p50s[-1] / p50s[0]
            table.rows.append(_row(run, kind, last, times, statistics.median(bare_times)))
            if kind in PLOTTED:
                run.findings.series[PLOTTED[kind]] = dict(zip(sizes, p50s, strict=True))
            if kind == "article":
                run.findings.found("cold_p50", p50s[-1])
                run.findings.found("cold_p99", _p99(times[-1]))
    if len(sizes) > 1:
        worst = max(growth.keys() - GROWING, key=growth.__getitem__)
        run.findings.found("growth", growth[worst], worst)
    run.findings.tables.append(table)


def crowd(run: Run) -> None:
    """Many clients who ask for articles of the whole archive, none of them finished."""
    addresses = run.paper.folder / "articles.txt"
    addresses.write_text("\n".join(run.paper.articles) + "\n")
    with serving(run.paper, name="unkept", **UNKEPT) as cold:
        asking = Asking(cold, run.paper.article, script="pages.lua", arguments=lambda: [str(addresses), "0", "2"])
        found = median(rounds({"": asking}, clients=32, seconds=2 * run.pace.seconds, times=run.pace.times)[""])
    run.findings.found("cold_rate", found.rate, f"p50 {found.p50:.0f} ms, p99 {found.p99:.0f} ms")


def _times(run: Run, kind: str, readers: list[Reader], bare: Reader) -> tuple[list[list[float]], list[float], Answer]:
    """Milliseconds in each archive and of the bare view, and one answer of the largest archive."""
    times: list[list[float]] = [[] for _ in readers]
    bare_times: list[float] = []
    status = 404 if kind == "not found" else 200
    for n in range(WARM_UP + run.pace.requests):
        for paper, reader, some in zip(run.papers, readers, times, strict=True):
            paths = paper.pages[kind]
            last = reader.page(paths[n % len(paths)], status=status)
            some.append(last.taken)
        bare_times.append(bare.page("/").taken)
    path = run.papers[-1].pages[kind][0]
    clear = readers[-1].page(path, status=status, Accept_Encoding="identity")
    return [some[WARM_UP:] for some in times], bare_times[WARM_UP:], clear


def _row(run: Run, kind: str, page: Answer, times: list[list[float]], bare: float) -> list[str]:
    p50s = [statistics.median(some) for some in times]
    figures = [f"{len(page.body) / 1024:.1f}", str(run.papers[-1].queries[kind]), *(f"{p50:.1f}" for p50 in p50s)]
    return [kind, *figures, f"{_p99(times[-1]):.1f}", f"{p50s[-1] / p50s[0]:.2f}", f"{p50s[-1] / bare:.1f}"]


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100, method="inclusive")[98]
