"""What every measurement of a run shares: the papers, the server that readers have, how long, and what was found."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.findings import Findings
from bench.kept import keep
from bench.load import Asking
from bench.paper import Paper
from bench.reader import Reader
from bench.servers import Server, gunicorn

PAPER = "newsroom.wsgi:application"
# Without the outermost layer: what processes remember they remember, but no page.
UNKEPT = "bench.unkept:application"


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of a round of wrk, rounds, requests of one client for a kind of page, and stories published."""

    seconds: float = 2
    times: int = 7
    requests: int = 200
    stories: int = 10


QUICK = Pace(seconds=1, times=1, requests=20, stories=2)


@dataclass(frozen=True)
class Run:
    """`papers`, the smallest first. `ours` serves the `paper` that most is measured with."""

    papers: list[Paper]
    paper: Paper
    ours: Server
    pace: Pace
    findings: Findings

    def asking(self, path: str, **more: object) -> Asking:
        return Asking(self.ours, path, **more)


@contextmanager
def answer_of(run: Run, path: str) -> Iterator[Path]:
    """A folder with the answer that readers get at `path`, for servers that shall give the same."""
    with TemporaryDirectory() as folder:
        reader = Reader(run.ours.port)
        reader.page(path)
        keep(reader.page(path), Path(folder))
        reader.close()
        yield Path(folder)


def serving(paper: Paper, application: str = PAPER, *, name: str, **environment: str) -> AbstractContextManager[Server]:
    return gunicorn(application, name=f"{name}-{paper.stories}", **paper.environment, **environment)
