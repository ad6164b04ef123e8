"""From the commit of a change to the moment at which every worker answers with it."""

import statistics
import time

from bench.findings import Table
from bench.paper import Editor, editing
from bench.reader import Reader
from bench.run import Run, serving
from bench.servers import Server
from bench.watch import Sees, Watch, watched

SECTION = "section-0"
FRONTS = {"home": "/", "its category": f"/{SECTION}/"}
AT_ONCE, LATER = 15, 75  # seconds after which the bench gives up
ABOUT = (
    "Milliseconds from the commit in another process until each of the two workers answers with the change, asked for "
    "over fresh connections all the time, and before the change too. A comment counts from when it was sent. Lists "
    "that only mention a story may keep their old copy for a minute."
)


def measure(run: Run) -> None:
    """Publish, withdraw and comment several times, and wait once for what may be late."""
    times: dict[str, list[float]] = {}
    with serving(run.paper, "bench.told:application", name="told") as server, editing(run.paper) as editor:
        for n in range(run.pace.stories):
            for name, seconds in published_discussed_withdrawn(server, editor, n).items():
                times.setdefault(name, []).append(seconds)
        late = mentioned(server, editor, run.paper.pages["article"][-1])
    prompt = [seconds for some in times.values() for seconds in some]
    slowest = max(times, key=lambda name: max(times[name]))
    run.findings.found("visible", max(prompt), f"longest of {len(prompt)}: {slowest}")
    table = Table("From a change to every reader", ABOUT, ["change", "times", "p50 ms", "longest ms"])
    for name, some in (times | late).items():
        table.rows.append([name, str(len(some)), f"{statistics.median(some) * 1000:.0f}", f"{max(some) * 1000:.0f}"])
    run.findings.tables.append(table)


def published_discussed_withdrawn(server: Server, editor: Editor, n: int) -> dict[str, float]:
    draft, shows = _draft(editor, n)
    before = [Watch(draft["address"], shows), *(Watch(path, shows) for path in FRONTS.values())]
    seconds = watched(server, before, lambda: editor.does("publish", story=draft["story"])["at"], patience=AT_ONCE)
    found = dict(zip(["publish → its page", *(f"publish → {name}" for name in FRONTS)], seconds, strict=True))
    # Its first comment: a later one of many would stand on a further page.
    found |= commented(server, draft["address"])

    gone = [Watch(draft["address"], lambda answer: answer.status == 410)]
    gone += [Watch(path, lambda answer: not shows(answer)) for path in FRONTS.values()]
    seconds = watched(server, gone, lambda: editor.does("withdraw", story=draft["story"])["at"], patience=AT_ONCE)
    return found | dict(zip(["takedown → its page", *(f"takedown → {name}" for name in FRONTS)], seconds, strict=True))


def commented(server: Server, article: str) -> dict[str, float]:
    text = f"The ferry was late at {time.time_ns()}."
    reader = Reader(server.port)
    token = reader.token(article)

    def send() -> float:
        return reader.comment(article, token, text, "198.51.100.1").sent

    page = Watch(article, lambda answer: text.encode() in answer.body)
    try:
        return {"comment → its page": watched(server, [page], send, patience=AT_ONCE)[0]}
    finally:
        reader.close()


def mentioned(server: Server, editor: Editor, other: str) -> dict[str, list[float]]:
    """When a story that was published is seen among the latest posts beside another story."""
    draft, shows = _draft(editor, 0)
    watches = [Watch("/latest/", shows), Watch(other, shows)]
    seconds = watched(server, watches, lambda: editor.does("publish", story=draft["story"])["at"], patience=LATER)
    return dict(zip(("publish → latest", "publish → beside another story"), ([some] for some in seconds), strict=True))


def _draft(editor: Editor, n: int) -> tuple[dict, Sees]:
    """A draft, and whether an answer shows it."""
    slug = f"bench-{time.time_ns()}-{n}"
    draft = editor.does("write", headline=f"The ferry is late {slug}", slug=slug, section=SECTION)
    return draft, lambda answer: answer.status == 200 and slug.encode() in answer.body
