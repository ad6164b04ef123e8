"""The real thing: gunicorn with two workers, readers who never stop, and an editor who keeps changing a story.

Whoever asks after a change was committed and purged must not see what was before it, whichever worker answers.
"""

import os
import re
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread

import pytest

ROOT = Path(__file__).resolve().parents[3]
CHANGES, READERS = 25, 4
VERSION = re.compile(r"Version (\d+)<")

BEGIN = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.factories.stories import make_story
print(make_story(headline="Version 0", slug="versions").get_absolute_url())
"""
EDIT = f"""
import sys, time
import django; django.setup()
from articles.actions.withdraw import withdraw
from articles.models import Story
for version in range(1, {CHANGES} + 1):
    time.sleep(0.1)
    story = Story.objects.get()
    story.headline = f"Version {{version}}"
    story.save()
    print(version, flush=True)
    sys.stdin.readline()
withdraw(story=Story.objects.get(), reason="The court asked us to.")
print("withdrawn", flush=True)
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """A paper of its own, in SQLite whatever the other tests use."""
    usual = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "SITE_ADDRESS"}}
    data = tmp_path_factory.mktemp("two-workers")
    return usual | {"NEWSROOM_DATA": str(data), "DJANGO_SETTINGS_MODULE": "tests.newsroom.caching.kept_settings"}


@pytest.fixture(scope="module")
def address(environment):
    said = subprocess.run(  # noqa: S603
        [sys.executable, "-c", BEGIN], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return said.stdout.strip()


@contextmanager
def running(*command, environment):
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, *command], cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)
        process.stdin.close()
        process.stdout.close()


@pytest.fixture(scope="module")
def port():
    """A free one, the same for every start: a paper without an address of its own keeps pages for each host."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@contextmanager
def serving(port, environment):
    options = ["--config", "deploy/gunicorn.conf.py", "--bind", f"127.0.0.1:{port}", "--log-level", "warning"]
    with running("-m", "gunicorn", *options, "newsroom.wsgi", environment=environment):
        until = time.monotonic() + 60
        while True:
            try:
                ask(port, "/robots.txt")
            except OSError:
                assert time.monotonic() < until, "gunicorn did not begin"
                time.sleep(0.1)
            else:
                break
        yield


def go_on(editor):
    editor.stdin.write("\n")
    editor.stdin.flush()


def ask(port, address):
    """On a connection of its own, so that either worker may take it."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


class Readers:
    """Ask for a page again and again, each time for at least what was committed before they asked."""

    def __init__(self, port, address):
        self.port, self.address = port, address
        self.committed, self.seen, self.wrong = 0, 0, []
        self.ended = Event()
        self.threads = [Thread(target=self.read) for _ in range(READERS)]

    def read(self):
        while not self.ended.is_set():
            at_least = self.committed
            status, text = ask(self.port, self.address)
            found = VERSION.search(text)
            if status != 200 or int(found[1]) < at_least:
                self.wrong.append((at_least, status, found and found[1]))
            self.seen += 1

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        for thread in self.threads:
            thread.join(60)


def test_no_reader_sees_what_was_before_a_change(environment, address, port):
    with serving(port, environment), running("-c", EDIT, environment=environment) as editor:
        with Readers(port, address) as readers:
            for version in range(1, CHANGES + 1):
                assert editor.stdout.readline().strip() == str(version)
                readers.committed = version
                if version < CHANGES:
                    go_on(editor)
        assert readers.wrong == []
        assert readers.seen > CHANGES

        go_on(editor)
        assert editor.stdout.readline().strip() == "withdrawn"
        assert {ask(port, address)[0] for _ in range(12)} == {410}
        assert "Version" not in ask(port, "/latest/")[1]


def test_after_a_restart_the_pages_are_there_again(environment, address, port):
    with serving(port, environment):
        first = ask(port, "/robots.txt")
    folder = Path(environment["NEWSROOM_DATA"]) / "pages"
    kept = {file: file.stat().st_mtime_ns for file in folder.glob("*/*/*.page")}

    with serving(port, environment):
        assert ask(port, "/robots.txt") == first
    assert kept
    assert kept == {file: file.stat().st_mtime_ns for file in kept}
