"""Readers of a busy paper: how much later the slowest of a hundred is served than on a quiet one."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from itertools import count

from bench.findings import Table, UnmeasuredError
from bench.load import Asking, Load, median
from bench.paper import Editor, editing
from bench.reader import Reader
from bench.run import Run

STORIES_A_MINUTE, COMMENTS_A_SECOND = 20, 50
COMMENTERS, DISCUSSED = 16, 48
READERS = (1, 32)
# So many rounds' time is read before it counts: pages may be old that long after the last change.
SETTLED = 18
# Of what all arrives, so much must really have arrived.
AT_LEAST = 0.9
ABOUT = (
    "Readers ask by chance for home, the nine categories and the 120 newest articles, as fast as they are answered; "
    "comments go to 48 of these. The quiet rounds come first: a story that was published is told of by other pages "
    "half a minute later."
)


def measure(run: Run) -> None:
    asking = _reading(run)
    asking.load(clients=8, seconds=SETTLED * run.pace.seconds)
    quiet = {clients: _rounds(run, asking, clients) for clients in READERS}
    with editing(run.paper) as editor:
        busy = {clients: _rounds(run, asking, clients, editor) for clients in READERS}
    head = [f"{when}: {measure}" for when in ("quiet", "busy") for measure in ("requests/s", "p50 ms", "p99 ms")]
    table = Table("Readers of a busy paper", ABOUT, ["readers", *head, "p99 ÷ quiet"])
    for clients in READERS:
        times = busy[clients].p99 / quiet[clients].p99
        table.rows.append([str(clients), *quiet[clients].cells, *busy[clients].cells, f"{times:.1f}"])
    run.findings.found("busy", times, f"32 readers, p99 {busy[32].p99:.1f} ms; with one reader {table.rows[0][-1]}")
    run.findings.tables.append(table)


def _reading(run: Run) -> Asking:
    addresses = run.paper.folder / "read.txt"
    pages = run.paper.pages
    addresses.write_text("\n".join(pages["home"] * 20 + pages["category"] * 3 + pages["article"]) + "\n")
    return Asking(run.ours, "/", script="pages.lua", arguments=lambda: [str(addresses)])


def _rounds(run: Run, asking: Asking, clients: int, editor: Editor | None = None) -> Load:
    """What so many readers get, while an editor and commenters are at work or while nobody is."""
    loads = []
    for _ in range(max(1, run.pace.times // 2)):
        with _arriving(run, editor) if editor else nullcontext():
            loads.append(asking.load(clients=clients, seconds=max(3.0, 4 * run.pace.seconds)))
    return median(loads)


@contextmanager
def _arriving(run: Run, editor: Editor) -> Iterator[None]:
    """Stories and comments arrive at their pace meanwhile. When fewer do, nothing was measured."""
    over = threading.Event()
    arrivals = [Arrivals(over, STORIES_A_MINUTE / 60, publishing(editor))]
    articles = run.paper.pages["article"][:DISCUSSED]
    arrivals += [
        Arrivals(over, COMMENTS_A_SECOND / COMMENTERS, commenting(run, articles, n)) for n in range(COMMENTERS)
    ]
    begun = time.monotonic()
    for some in arrivals:
        some.start()
    try:
        yield
    finally:
        over.set()
        for some in arrivals:
            some.join()
    _all_came(arrivals, time.monotonic() - begun)


class Arrivals(threading.Thread):
    """Acts so many times a second until it is `over`; `failure` is what ended it before."""

    def __init__(self, over: threading.Event, rate: float, act: Callable[[], None]) -> None:
        super().__init__(daemon=True)
        self.over, self.rate, self.act = over, rate, act
        self.done = 0
        self.failure: Exception | None = None

    def run(self) -> None:
        following = time.monotonic()
        try:
            while not self.over.wait(max(0.0, following - time.monotonic())):
                self.act()
                self.done += 1
                following += 1 / self.rate
        except Exception as failure:  # noqa: BLE001  # told by _all_came, where somebody hears it
            self.failure = failure


def publishing(editor: Editor) -> Callable[[], None]:
    def publish() -> None:
        slug = f"busy-{time.time_ns()}"
        draft = editor.does("write", headline=f"The ferry is late {slug}", slug=slug, section="section-0")
        editor.does("publish", story=draft["story"])

    return publish


def commenting(run: Run, articles: list[str], n: int) -> Callable[[], None]:
    """The nth commenter: comments on one article after the other, each from elsewhere."""
    numbers, tokens, mine = count(), {}, articles[n::COMMENTERS]

    def comment() -> None:
        number = next(numbers)
        article = mine[number % len(mine)]
        reader = Reader(run.ours.port)
        token = tokens.get(article) or tokens.setdefault(article, reader.token(article))
        block = f"{20 + n}.{number // 256 % 256}.{number % 256}.1"
        reader.comment(article, token, f"The ferry was late at {time.time_ns()}.", block)
        reader.close()

    return comment


def _all_came(arrivals: list[Arrivals], seconds: float) -> None:
    for some in arrivals:
        if some.failure:
            raise UnmeasuredError(f"What arrives broke off: {some.failure}")
        if some.done < AT_LEAST * some.rate * seconds - 1:
            raise UnmeasuredError(f"Only {some.done / seconds:.1f} a second arrived instead of {some.rate:.1f}.")
