"""Comments, as fast as they come: each stored, its story's pages purged, and its writer led to it."""

from bench.load import Asking, median, rounds
from bench.reader import Reader
from bench.run import Run

DISCUSSED = 100
RUNS = iter(range(1_000_000))


def measure(run: Run) -> None:
    asking = commenting(run)
    one = median(rounds({"": asking}, clients=1, seconds=run.pace.seconds, times=run.pace.times)[""])
    eight = median(rounds({"": asking}, clients=8, seconds=run.pace.seconds, times=run.pace.times)[""])
    run.findings.found("post_p50", one.p50, f"p99 {one.p99:.1f} ms, {one.rate:.0f}/s, CPU {one.cpu:.1f} ms")
    run.findings.found("post_rate", eight.rate, f"p50 {eight.p50:.1f} ms, p99 {eight.p99:.1f} ms")


def commenting(run: Run) -> Asking:
    """Comments on a hundred articles in turn, each article with the signature that its own form carries."""
    reader = Reader(run.ours.port)
    forms = run.paper.folder / "forms.txt"
    articles = run.paper.pages["article"][:DISCUSSED]
    forms.write_text("".join(f"{article} {reader.token(article)}\n" for article in articles))
    reader.close()
    return Asking(
        run.ours,
        articles[0],
        script="comments.lua",
        arguments=lambda: [str(forms), f"{run.ours.process.pid}-{next(RUNS)}"],
    )
