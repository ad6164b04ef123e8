"""The desk's screens, as an editor opens them: one at a time, in turn, logged in, in an archive of 100,000 stories."""

import statistics

from bench.findings import Table
from bench.paper import Paper, editing
from bench.reader import Reader
from bench.run import Run, serving

STORIES = 100_000
SCREENS = {
    "the desk's first page": "",
    "stories": "articles/story/",
    "stories, page 10": "articles/story/?p=10",
    "stories that are published": "articles/story/?state=published",
    "stories of a section": "articles/story/?category={section}",
    "stories with two words in the headline": "articles/story/?q=council+harbour",
    "a story": "articles/story/{story}/change/",
    "a story's history": "articles/story/{story}/history/",
    "before it goes out": "articles/story/{story}/check/",
    "comments": "comments/comment/",
    "comments that are held": "comments/comment/?state=held",
    "comments with a word": "comments/comment/?q=reader",
    "pictures": "media/image/",
    "authors": "articles/author/",
    "tags": "articles/tag/",
    "series": "articles/series/",
    "fronts": "front/front/",
    "home being arranged": "front/front/home/",
    "the log": "audit/line/",
}
ABOUT = (
    "Logged in as somebody who may see everything, with {stories:,} stories and {comments:,} comments; one request at "
    "a time, each screen in turn. What is asked is the screen itself, without its files."
)


def measure(run: Run) -> None:
    paper = _of_the_aim(run.papers)
    with serving(paper, name="desk") as server, editing(paper) as editor:
        came = editor.does("come")
        reader = Reader(server.port)
        times: dict[str, list[float]] = {name: [] for name in SCREENS}
        weights: dict[str, int] = {}
        try:
            # The first round only warms up.
            for n in range(1 + max(2, run.pace.requests // 10)):
                for name, path in SCREENS.items():
                    answer = reader.page(f"/admin/{path.format(**came)}", Cookie=came["cookie"])
                    weights[name] = len(answer.body)
                    times[name] += [answer.taken] if n else []
        finally:
            reader.close()
            editor.does("leave")
    middle = {name: statistics.median(some) for name, some in times.items()}
    slowest = max(middle, key=lambda name: middle[name])
    run.findings.found("desk", middle[slowest], f"{slowest}, {paper.stories:,} stories")
    about = ABOUT.format(stories=paper.stories, comments=came["comments"])
    table = Table("The desk", about, ["screen", "p50 ms", "longest ms", "KiB packed"])
    for name, some in times.items():
        table.rows.append([name, f"{middle[name]:.0f}", f"{max(some):.0f}", f"{weights[name] / 1024:.0f}"])
    run.findings.tables.append(table)


def _of_the_aim(papers: list[Paper]) -> Paper:
    """That of the aim, or the largest there is."""
    return next((paper for paper in papers if paper.stories == STORIES), papers[-1])
