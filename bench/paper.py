"""A paper of so many stories in `.data/bench/`, and its two programs: one prepares it, one edits it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from bench.findings import UnmeasuredError
from bench.reader import HOST
from bench.servers import DATA, ENDS_WITH_PARENT, ROOT, ended

POSTGRESQL = os.environ.get("DATABASE_URL", "")


@dataclass(frozen=True)
class Paper:
    """`pages`: addresses by kind of page, and how many `queries` each kind asks; `articles` from the whole archive."""

    stories: int
    pages: dict[str, list[str]] = field(default_factory=dict)
    queries: dict[str, int] = field(default_factory=dict)
    articles: list[str] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return DATA / f"{self.stories}{'-postgresql' if POSTGRESQL else ''}"

    @property
    def database(self) -> str:
        """Its own database beside the one that DATABASE_URL names, which stays as it is. Nothing for SQLite."""
        parts = urlsplit(POSTGRESQL)
        return POSTGRESQL and urlunsplit(parts._replace(path=f"{parts.path}_bench_{self.stories}"))

    @cached_property
    def environment(self) -> dict[str, str]:
        """A public paper behind a web server of its own, whose readers may comment as fast as they can."""
        return {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings.production",
            "NEWSROOM_DATA": str(self.folder),
            "DATABASE_URL": self.database,
            "SECRET_KEY": "known to everybody who reads this file, and good for the bench alone",
            "SITE_ADDRESS": f"https://{HOST}",
            "ALLOWED_HOSTS": HOST,
            "TRUSTED_PROXIES": "1",
            "COMMENT_PACE": "off",
            "COMMENT_STORY_PACE": "off",
            "COMMENT_SITE_PACE": "off",
        }

    @property
    def article(self) -> str:
        """The newest story with as many comments as any other."""
        return self.pages["article"][0]


def prepared(stories: int) -> Paper:
    """The paper as it was after it was seeded, which is done when there is none, with its addresses."""
    paper = Paper(stories)
    paper.folder.mkdir(parents=True, exist_ok=True)
    command = [*ENDS_WITH_PARENT, sys.executable, "-m", "bench.prepare", str(stories)]
    environment = {**os.environ, **paper.environment, "DATABASE_OF_ALL": POSTGRESQL}
    program = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=False)
    if program.returncode:
        raise SystemExit(f"The paper of {stories:,} stories could not be prepared.")
    return Paper(stories, **json.loads(program.stdout))


class Editor:
    """A process of its own that publishes and withdraws stories in the paper."""

    def __init__(self, program: subprocess.Popen) -> None:
        self.program = program

    def does(self, verb: str, **words: Any) -> dict[str, Any]:
        """What came of one verb of bench/editor.py. `at` is the monotonic clock's time of its commit."""
        self.program.stdin.write(json.dumps({"verb": verb, **words}) + "\n")
        self.program.stdin.flush()
        answer = self.program.stdout.readline()
        if not answer:
            raise UnmeasuredError(f"The editor could not {verb}.")
        return json.loads(answer)


@contextmanager
def editing(paper: Paper) -> Iterator[Editor]:
    program = subprocess.Popen(
        [*ENDS_WITH_PARENT, sys.executable, "-m", "bench.editor"],
        cwd=ROOT,
        env={**os.environ, **paper.environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Editor(program)
    finally:
        ended(program)
