"""Readers comment while the server is killed again and again: what was answered is there, nothing is there twice."""

import os
import re
import signal
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event
from urllib.parse import urlencode

import pytest

from comments.models import THREADS_A_PAGE
from tests.deploy import servers
from tests.deploy.test_real_paper import ADDRESS, PUBLISH, Paper, environment

READERS = 4
# How long the server lives each time, in seconds: it dies at another point of the requests under way.
LIVES = (0.31, 0.17, 0.43, 0.09, 0.23, 0.37, 0.13, 0.29)
PATIENCE = 120
HEADERS = {"Host": "example.com", "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
FORM = HEADERS | {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def paper(tmp_path):
    """A paper with one story, that is not begun yet."""
    chosen = environment(tmp_path, front="", proxies=1) | {"COMMENT_PACE": "off"}
    made = Paper(chosen, servers.free_port(), browser=None)
    made.run("manage.py", "migrate", "--verbosity=0")
    made.edits(PUBLISH)
    return made


def asked(paper, method, path, body=None):
    with closing(HTTPConnection("127.0.0.1", paper.port, timeout=20)) as connection:
        connection.request(method, path, body, FORM if body else HEADERS)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def writes(paper, reader, token, ended):
    """Comment after comment until it has `ended`; the words, each answered in the end, and how often none came."""
    said, broken = [], 0
    while not ended.is_set():
        said.append(f"Reader {reader} says {len(said)}")
        body = urlencode({"name": "Ada", "comment": said[-1], "token": token})
        until = time.monotonic() + PATIENCE
        # Sent again until it is answered, as by a reader whose browser shows an error.
        while time.monotonic() < until:
            try:
                status = asked(paper, "POST", f"{ADDRESS}comments/", body)[0]
            except ConnectionRefusedError:
                time.sleep(0.02)
            except (OSError, HTTPException):
                broken += 1
            else:
                assert status == 303
                break
    return said, broken


def killed(server):
    """The server and its workers at once: no worker may answer on without it."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    for process in (server.pid, *map(int, children)):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    server.wait()


def test_what_was_answered_is_there_and_nothing_is_there_twice(paper, tmp_path):
    with paper.gunicorn(tmp_path):
        token = re.search(r'name="token" value="([^"]+)"', asked(paper, "GET", ADDRESS)[1])[1]
    ended = Event()
    with ThreadPoolExecutor(READERS) as readers:
        writing = [readers.submit(writes, paper, reader, token, ended) for reader in range(READERS)]
        for life in LIVES:
            with paper.gunicorn(tmp_path) as server:
                time.sleep(life)
                killed(server)
        with paper.gunicorn(tmp_path):
            ended.set()
            found = [writer.result() for writer in writing]
            sent = [words for said, _ in found for words in said]
            pages = [f"{ADDRESS}comments/page/{n}/" for n in range(2, len(sent) // THREADS_A_PAGE + 2)]
            shown = "".join(asked(paper, "GET", address)[1] for address in (ADDRESS, *pages))

    with closing(sqlite3.connect(tmp_path / "data/db.sqlite3")) as database:
        stored = [text for (text,) in database.execute("SELECT text FROM comments_comment ORDER BY text")]
        counted = database.execute("SELECT comment_count FROM articles_story").fetchone()[0]
    assert stored == sorted(sent)
    assert counted == len(sent)
    assert sorted(re.findall(r"<p>(Reader \d says \d+)</p>", shown)) == stored
    assert sum(broken for _, broken in found), "nobody was writing when the server died"
