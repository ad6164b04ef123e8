"""How long pages take that nobody has kept, in archives of every size."""

import statistics
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from tempfile import TemporaryDirectory

from bench.findings import Table
from bench.load import Asking, median, rounds
from bench.reader import Reader
from bench.run import UNKEPT, Run, answer_of, serving
from bench.servers import Server, gunicorn

WARM_UP = 10
# More articles than one client reads in a round.
A_ROUND = 2_500
# These tell of every month that the archive has.
GROWING = {"archive, a year", "sitemap"}
FIRST = "article, first reader"
PLOTTED = {FIRST: "cold article", "home": "cold home", "category": "cold category"}
ABOUT = (
    "One client. Every page is rendered for it alone; those of the first row, each another article of the whole "
    "archive, are also packed and kept for the next reader. Each request takes turns with the same kind of "
    "page in the other archives and with a bare Django view, so that all meet the same noise. KiB (unpacked), queries, "
    "p99 and CPU are of the largest archive. The year and the sitemap tell of every month: they grow with the "
    "archive's age and are left out of the aim."
)


@dataclass(frozen=True)
class Times:
    """Milliseconds in each archive and of the bare view; of the largest archive, CPU milliseconds and unpacked KiB."""

    archives: list[list[float]]
    bare: list[float]
    cpu: float
    size: float

    @property
    def p50s(self) -> list[float]:
        return [statistics.median(some) for some in self.archives]

    @property
    def p99(self) -> float:
        return statistics.quantiles(self.archives[-1], n=100, method="inclusive")[98]

    @property
    def growth(self) -> float:
        return self.p50s[-1] / self.p50s[0]

    def row(self, name: str, queries: int) -> list[str]:
        p50s = [f"{p50:.1f}" for p50 in self.p50s]
        ratios = [f"{self.growth:.2f}", f"{self.p50s[-1] / statistics.median(self.bare):.1f}"]
        return [name, f"{self.size:.1f}", str(queries), *p50s, f"{self.p99:.1f}", f"{self.cpu:.1f}", *ratios]


@dataclass(frozen=True)
class Kind:
    """One kind of page, and for each archive, the smallest first, the server, who asks it, and the addresses."""

    name: str
    servers: list[Server]
    readers: list[Reader]
    paths: list[list[str]]
    status: int = 200


def measure(run: Run) -> None:
    sizes = [paper.stories for paper in run.papers]
    p50s = [f"p50 ms, {size:,}" for size in sizes]
    head = ["page", "KiB", "queries", *p50s, "p99 ms", "CPU ms", "growth", "÷ bare view"]
    table = Table("Cold pages", ABOUT, head)
    growth: dict[str, float] = {}
    with ExitStack() as stack:
        folder = str(stack.enter_context(answer_of(run, run.paper.article)))
        bare = Reader(stack.enter_context(gunicorn("bench.bare:application", BENCH_ANSWER=folder)).port)
        for kind in _kinds(run, stack):
            times = _measured(run, kind, bare)
            growth[kind.name] = times.growth
            queries = run.paper.queries["article" if kind.name == FIRST else kind.name]
            table.rows.append(times.row(kind.name, queries))
            if kind.name in PLOTTED:
                run.findings.series[PLOTTED[kind.name]] = dict(zip(sizes, times.p50s, strict=True))
    if len(sizes) > 1:
        worst = max(growth.keys() - GROWING, key=growth.__getitem__)
        run.findings.found("growth", growth[worst], worst)
    run.findings.tables.append(table)


def alone(run: Run) -> None:
    """One client who asks for articles of the whole archive, each for the first time, while nothing else is served."""
    addresses, taken = run.paper.folder / "first.txt", count()

    def unread() -> list[str]:
        begin = next(taken) * A_ROUND % len(run.paper.articles)
        addresses.write_text("\n".join(run.paper.articles[begin : begin + A_ROUND]) + "\n")
        return [str(addresses), "in-turn"]

    with TemporaryDirectory() as folder, serving(run.paper, name="keeping", PAGES_FOLDER=folder) as keeping:
        asking = Asking(keeping, run.paper.article, script="pages.lua", arguments=unread)
        found = median(rounds({"": asking}, clients=1, seconds=2 * run.pace.seconds, times=run.pace.times)[""])
    run.findings.found("cold_p50", found.p50, f"{found.rate:.0f}/s, CPU {found.cpu:.1f} ms")
    run.findings.found("cold_p99", found.p99)


def crowd(run: Run) -> None:
    """Many clients who ask for articles of the whole archive, none of them finished."""
    addresses = run.paper.folder / "articles.txt"
    addresses.write_text("\n".join(run.paper.articles) + "\n")
    with serving(run.paper, UNKEPT, name="unkept") as cold:
        asking = Asking(cold, run.paper.article, script="pages.lua", arguments=lambda: [str(addresses), "in-turn"])
        found = median(rounds({"": asking}, clients=32, seconds=2 * run.pace.seconds, times=run.pace.times)[""])
    run.findings.found("cold_rate", found.rate, f"p50 {found.p50:.0f} ms, p99 {found.p99:.0f} ms")


def _kinds(run: Run, stack: ExitStack) -> Iterator[Kind]:
    """The articles that are kept for the next reader come first; then every kind of page, of which none is kept."""
    keeping, unkept = [], []
    for paper in run.papers:
        folder = stack.enter_context(TemporaryDirectory())
        keeping.append(stack.enter_context(serving(paper, name="keeping", PAGES_FOLDER=folder)))
        unkept.append(stack.enter_context(serving(paper, UNKEPT, name="unkept")))
    readers = [Reader(server.port) for server in unkept]
    yield Kind(FIRST, keeping, [Reader(server.port) for server in keeping], [paper.articles for paper in run.papers])
    for name in run.paper.pages:
        paths = [paper.pages[name] for paper in run.papers]
        yield Kind(name, unkept, readers, paths, 404 if name == "not found" else 200)


def _measured(run: Run, kind: Kind, bare: Reader) -> Times:
    requests = run.pace.requests
    times: list[list[float]] = [[] for _ in kind.readers]
    bare_times: list[float] = []
    largest, begun = kind.servers[-1], 0.0
    for n in range(WARM_UP + requests):
        begun = largest.cpu if n == WARM_UP else begun
        for reader, paths, some in zip(kind.readers, kind.paths, times, strict=True):
            some.append(reader.page(paths[n % len(paths)], status=kind.status).taken)
        bare_times.append(bare.page("/").taken)
    cpu = (largest.cpu - begun) * 1000 / requests
    clear = kind.readers[-1].page(kind.paths[-1][0], status=kind.status, Accept_Encoding="identity")
    return Times([some[WARM_UP:] for some in times], bare_times[WARM_UP:], cpu, len(clear.body) / 1024)
