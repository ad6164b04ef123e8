"""A run as words: a table of aims and a table for each measurement, in Markdown; and all of it as JSON."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

from bench.aims import judged
from bench.findings import Findings
from bench.plot import drawn
from bench.servers import DATA

HERE = Path(__file__).parent
RESULTS = re.compile(r"(?<=<!-- results -->\n).*?(?=<!-- end of results -->)", re.DOTALL)


def markdown(findings: Findings, machine: dict[str, str], sizes: list[int], day: date) -> str:
    return "\n".join(_lines(findings, machine, sizes, day)) + "\n"


def _lines(findings: Findings, machine: dict[str, str], sizes: list[int], day: date) -> Iterator[str]:
    told = ", ".join(f"{name} {value}" for name, value in machine.items())
    numbers = ", ".join(f"{size:,}" for size in sizes)
    yield f"{day:%-d %B %Y}; archives of {numbers} stories; {told}.\n"
    yield from _table(["measure", "aim", "measured", ""], list(judged(findings, sizes)))
    for sentence in findings.missing:
        yield f"\nNot measured: {sentence}"
    for table in findings.tables:
        yield f"\n### {table.title}\n\n{table.about}\n"
        yield from _table(table.head, table.rows)


def _table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    for cells in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(cells)} |"


def stored(findings: Findings, machine: dict[str, str], sizes: list[int], day: date) -> Path:
    """Write the run's JSON, Markdown and plot into `.data/bench/`, and return the folder."""
    whole = {"date": f"{day}", "machine": machine, "sizes": sizes, **asdict(findings)}
    (DATA / "results.json").write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n")
    (DATA / "results.md").write_text(markdown(findings, machine, sizes, day))
    if findings.series:
        (DATA / "latency.svg").write_text(drawn(findings.series, machine=f"{machine['cores']} cores"))
    return DATA


def written() -> None:
    """Put the last run's results into bench/README.md, and its plot beside it."""
    readme, results = HERE / "README.md", (DATA / "results.md").read_text()
    text = readme.read_text()
    if not RESULTS.search(text):
        raise SystemExit("bench/README.md has no place for results.")
    readme.write_text(RESULTS.sub(lambda _: f"\n{results}\n", text))
    (HERE / "latency.svg").write_text((DATA / "latency.svg").read_text())
