"""An article that is finished already, beside the least that gunicorn and Django can do with the same bytes."""

from contextlib import ExitStack

from bench.findings import Table
from bench.load import COLUMNS, Asking, Load, median, ratio, rounds
from bench.reader import once
from bench.run import UNKEPT, Run, answer_of, serving
from bench.servers import gunicorn

ONE, MANY = 1, 32
ABOUT = (
    "The newest article, packed as a browser asks for it; every server with the workers and threads of "
    "`deploy/gunicorn.conf.py` and kept connections. The ratio is that of requests per second at 32 clients to raw "
    "gunicorn's of the same round; CPU is what the server itself needs for an answer."
)


def measure(run: Run) -> None:
    article = run.paper.article
    with ExitStack() as stack:
        folder = str(stack.enter_context(answer_of(run, article)))
        raw = stack.enter_context(gunicorn("bench.raw:application", BENCH_ANSWER=folder))
        bare = stack.enter_context(gunicorn("bench.bare:application", BENCH_ANSWER=folder))
        cold = stack.enter_context(serving(run.paper, UNKEPT, name="unkept"))
        etag = once(run.ours.port, article).headers.get("etag", "")
        askings = {
            "raw gunicorn": Asking(raw, article),
            "hit": run.asking(article),
            "hit, 304": run.asking(article, headers=(("If-None-Match", etag),), status=304),
            "bare Django view": Asking(bare, article),
            "cold render": Asking(cold, article),
        }
        one = rounds(askings, clients=ONE, seconds=run.pace.seconds, times=run.pace.times)
        many = rounds(askings, clients=MANY, seconds=run.pace.seconds, times=run.pace.times)
    run.findings.found("hit", ratio(many["hit"], many["raw gunicorn"]))
    run.findings.tables.append(_table(one, many))


def sizes(run: Run) -> None:
    """What a hit takes in archives of different sizes, for the plot."""
    with ExitStack() as stack:
        askings = {
            str(paper.stories): Asking(stack.enter_context(serving(paper, name="hit")), paper.article)
            for paper in run.papers
        }
        found = rounds(askings, clients=ONE, seconds=1, times=run.pace.times)
    run.findings.series["finished article"] = {int(size): median(loads).p50 for size, loads in found.items()}


def _table(one: dict[str, list[Load]], many: dict[str, list[Load]]) -> Table:
    table = Table("Finished pages", ABOUT, ["answer", *COLUMNS, "CPU ms", "÷ raw"])
    for name, loads in many.items():
        times_raw = f"{ratio(loads, many['raw gunicorn']):.2f}"
        table.rows.append([name, *median(one[name]).cells, *median(loads).cells, f"{median(loads).cpu:.3f}", times_raw])
    return table
