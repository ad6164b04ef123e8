"""An attack on the letters page: `python -m bench.letters`. What of it is shown, held and shed, and what readers feel.

SIZE= is the number of stories (100,000 have 1,000,000 comments), POSTS= how many are sent, SECONDS= the longest it may
take. Only the half of `labelled/` that is judged is posted. Each post's name has a number behind it, by which it is
found again.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from typing import Any
from urllib.parse import urlencode

from bench.labels import Labelled, labelled
from bench.paper import Paper, editing, prepared
from bench.reader import Reader
from bench.run import PAPER
from bench.servers import ENDS_WITH_PARENT, ROOT, gunicorn

SIZE, POSTS, SECONDS = (
    int(os.environ.get(name, default)) for name, default in (("SIZE", 100_000), ("POSTS", 20_000), ("SECONDS", 300))
)
QUEUE = "/admin/comments/comment/queue/"
QUEUES = 30
PACES = {"COMMENT_PACE", "COMMENT_STORY_PACE", "COMMENT_SITE_PACE"}
ATTACKERS, STORIES, BLOCKS = 16, 40, 3_000
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}


class Attack:
    """One server under attack: every post's answer by its name, and milliseconds of each kind of page."""

    def __init__(self, port: int, paper: Paper, cookie: str) -> None:
        self.port, self.paper, self.cookie = port, paper, cookie
        reader = Reader(port)
        self.forms = [(path, reader.token(path)) for path in paper.pages["article"][:STORIES]]
        reader.close()
        self.answers: dict[str, int] = {}
        self.over = threading.Event()

    def post(self, reader: Reader, n: int, one: Labelled, address: str) -> None:
        path, token = self.forms[n % len(self.forms)]
        name = f"{one.name} {n}"
        body = urlencode({"comment": one.text if one.honest else f"{one.text} {n}", "name": name, "token": token})
        try:
            answer = reader._asked("POST", f"{path}comments/", body, {**FORM, "X-Forwarded-For": address})
            self.answers[name] = answer.status
        except (OSError, HTTPException):
            self.answers[name] = 0
            reader.close()

    def queue_once(self) -> float:
        """Milliseconds of the moderators' screen."""
        reader = Reader(self.port)
        page = reader.page(QUEUE, Cookie=self.cookie)
        reader.close()
        return page.taken

    def attacker(self, posts: list[tuple[int, Labelled]]) -> None:
        reader, until = Reader(self.port), time.monotonic() + SECONDS
        for n, one in posts:
            if time.monotonic() > until:
                break
            block = n * 7919 % BLOCKS
            self.post(reader, n, one, f"11.{block // 250}.{block % 250}.{n % 250 + 1}")
        reader.close()

    def honest(self, posts: list[tuple[int, Labelled]], every: float) -> None:
        for n, one in posts:
            reader = Reader(self.port)
            self.post(reader, n, one, f"12.{n // 250 % 250}.{n % 250}.1")
            reader.close()
            if self.over.wait(every):
                break

    def read(self) -> dict[str, list[float]]:
        """Until it is over: an article that is kept, one from the whole archive, and the queue every second."""
        reader, dice = Reader(self.port), random.Random(2)
        times: dict[str, list[float]] = {"kept article": [], "cold article": [], "queue": []}
        while not self.over.wait(0.1):
            times["kept article"].append(reader.page(self.paper.pages["article"][STORIES + 1]).taken)
            times["cold article"].append(reader.page(dice.choice(self.paper.articles)).taken)
            if len(times["cold article"]) % 10 == 1:
                times["queue"].append(reader.page(QUEUE, Cookie=self.cookie).taken)
        reader.close()
        return times


def reading(attack: Attack, seconds: float) -> dict[str, list[float]]:
    attack.over.clear()
    with ThreadPoolExecutor() as pool:
        times = pool.submit(attack.read)
        time.sleep(seconds)
        attack.over.set()
        return times.result()


def attacked(attack: Attack) -> dict[str, list[float]]:
    """Send everything; the honest ones at an even pace over about the time that it takes."""
    bad = [one for one in labelled("judge") if not one.honest]
    good = list(enumerate((one for one in labelled("judge") if one.honest), 10_000_000))
    posts = [(n, bad[n % len(bad)]) for n in range(POSTS)]
    attack.over.clear()
    with ThreadPoolExecutor(ATTACKERS + 2) as pool:
        times = pool.submit(attack.read)
        people = pool.submit(attack.honest, good, min(SECONDS, POSTS / 200) / len(good))
        for each in [pool.submit(attack.attacker, posts[n::ATTACKERS]) for n in range(ATTACKERS)]:
            each.result()
        people.result()
        attack.over.set()
        return times.result()


def moderator(paper: Paper, *words: str) -> dict[str, Any]:
    command = [*ENDS_WITH_PARENT, sys.executable, "-m", "bench.moderator", *words]
    told = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment(paper)}, stdout=-1, check=True)
    return json.loads(told.stdout)


def environment(paper: Paper) -> dict[str, str]:
    """The paper's, but with the paces that a paper has by default."""
    return {name: value for name, value in paper.environment.items() if name not in PACES}


def counted(answers: dict[str, int], states: dict[str, list[str]]) -> tuple[dict[str, Counter], int]:
    """For each label what became of its posts, and how many that were answered 303 are not stored once."""
    labels = [one for one in labelled("judge") if not one.honest]
    found: dict[str, Counter] = {}
    lost = 0
    for name, status in answers.items():
        n = int(name.rsplit(" ", 1)[1])
        label = "keep" if n >= 10_000_000 else labels[n % len(labels)].label
        stored = states.get(name, [])
        lost += status == 303 and len(stored) != 1
        row = found.setdefault(label, Counter())
        row.update(["posted", stored[0] if stored else str(status)])
    return found, lost


def table(found: dict[str, Counter]) -> list[str]:
    columns = ["posted", *sorted({name for row in found.values() for name in row} - {"posted"})]
    lines = [f"| label | {' | '.join(columns)} |", f"| --- |{' --- |' * len(columns)}"]
    for label, row in sorted(found.items()):
        lines.append(f"| {label} | {' | '.join(f'{row[name]:,}' for name in columns)} |")
    return lines


def told(when: str, times: dict[str, list[float]]) -> list[str]:
    lines = []
    for page, some in times.items():
        cuts = statistics.quantiles(some, n=100) if len(some) > 1 else some * 99
        lines.append(f"{page}, {when}: p50 {cuts[49]:.1f}, p95 {cuts[94]:.1f}, p99 {cuts[98]:.1f} ms ({len(some)})")
    return lines


def main() -> None:
    for taught in (False, True):
        paper = prepared(SIZE)
        if taught:
            moderator(paper, "teach")
        last = moderator(paper, "fill")["last"]
        with gunicorn(PAPER, name="letters", **environment(paper)) as server, editing(paper) as editor:
            came = editor.does("come")
            attack = Attack(server.port, paper, came["cookie"])
            print(f"\n## {'Taught' if taught else 'Untaught'}, {came['comments']:,} comments\n")
            times = [attack.queue_once() for _ in range(QUEUES)]
            print(f"queue, {QUEUES} times: median {statistics.median(times):.0f}, worst {max(times):.0f} ms\n")
            before = reading(attack, 10)
            begun = time.monotonic()
            during = attacked(attack)
            took = time.monotonic() - begun
            editor.does("leave")
        found, lost = counted(attack.answers, moderator(paper, "tell", str(last)))
        print("\n".join([*table(found), "", *told("before", before), *told("during", during)]))
        print(f"{len(attack.answers):,} posts in {took:.0f} s; answered 303 and not stored exactly once: {lost}")


if __name__ == "__main__":
    main()
