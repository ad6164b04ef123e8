"""The paper itself behind nginx and behind Varnish: what an editor does is seen through them."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

import pytest
from django.conf import settings

from tests.deploy import servers
from tests.deploy.reading import Browser
from tests.deploy.servers import wait_for

ADDRESS = "/2026/02/03/ferry/"
BEGINNING = """
import datetime, django
django.setup()
from articles.actions.publish import publish
from articles.actions.withdraw import withdraw
from articles.models import Story
from comments.models import Comment
from tests.factories.stories import make_draft
def story(): return Story.objects.get(slug="ferry")
MOMENT = datetime.datetime(2026, 2, 3, 12, tzinfo=datetime.UTC)
"""
PUBLISH = 'publish(story=make_draft(headline="The ferry sails", slug="ferry"), at=MOMENT)'


@dataclass
class Paper:
    """The paper's settings, and the ports at which it and what stands in front of it answer."""

    environment: dict
    port: int
    browser: Browser
    server: subprocess.Popen | None = None

    def edits(self, code):
        """What an editor does, in another process than those that answer readers."""
        self.run("-c", BEGINNING + code)

    def run(self, *words):
        ended = subprocess.run(  # noqa: S603
            [sys.executable, *words],
            cwd=settings.ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr

    def gunicorn(self, folder):
        command = [sys.executable, "-m", "gunicorn", "--config", str(settings.ROOT / "deploy/gunicorn.conf.py")]
        return servers.running(
            [*command, "--bind", f"127.0.0.1:{self.port}", "newsroom.wsgi"],
            port=self.port,
            folder=folder,
            environment=self.environment,
        )


def environment(folder, *, front, proxies):
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(settings.ROOT),
        "DJANGO_SETTINGS_MODULE": "tests.deploy.public",
        "NEWSROOM_DATA": str(folder / "data"),
        "SECRET_KEY": "a-key-of-fifty-letters-or-more-that-nobody-would-guess-0123456789",
        "ALLOWED_HOSTS": "example.com",
        "SITE_ADDRESS": "https://example.com",
        "TRUSTED_PROXIES": str(proxies),
        "FRONT": front,
    }


def behind_nginx(needs, certificate, folder, port):
    program, doors = needs("nginx"), [servers.free_port() for _ in range(3)]
    for file in certificate.iterdir():
        (folder / file.name).symlink_to(file)
    servers.write_nginx(folder, paper=port, doors=doors)
    command = [program, "-c", str(folder / "nginx.conf")]
    browser = Browser(doors[1], certificate=str(folder / "fullchain.pem"))
    return command, browser, f"nginx+http://127.0.0.1:{doors[2]}", 1


def behind_varnish(needs, _certificate, folder, port):
    program, door = needs("varnish"), servers.free_port()
    servers.write_varnish(folder, paper=port)
    browser = Browser(door, sent=(("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "192.0.2.7")))
    return servers.varnish_command(program, folder, port=door), browser, f"varnish+http://127.0.0.1:{door}", 2


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """A paper with one story."""
    folder = tmp_path_factory.mktemp("prepared")
    prepared = Paper(environment(folder, front="", proxies=0), port=0, browser=None)
    prepared.run("manage.py", "migrate", "--verbosity=0")
    prepared.edits(PUBLISH)
    return folder / "data/db.sqlite3"


@pytest.fixture(scope="module", params=[behind_nginx, behind_varnish])
def paper(request, needs, certificate, database, tmp_path_factory):
    folder, port = tmp_path_factory.mktemp("paper"), servers.free_port()
    command, browser, front, proxies = request.param(needs, certificate, folder, port)
    opened = Paper(environment(folder, front=front, proxies=proxies), port, browser)
    (folder / "data").mkdir()
    shutil.copy(database, folder / "data")
    (folder / "front").mkdir()
    with (
        servers.running(command, port=browser.port, folder=folder / "front"),
        opened.gunicorn(folder) as server,
    ):
        opened.server = server
        yield opened


def test_what_an_editor_does_is_seen_in_front(paper):
    reads = paper.browser.get
    before = reads(ADDRESS, Accept_Encoding="br")
    assert (before.status, before.headers["Content-Encoding"]) == (200, "br")
    assert "The ferry sails" in before.text
    assert "The ferry sails" in reads("/").text

    paper.edits('s = story(); s.headline = "The ferry stays"; s.save()')

    for packing in ("br", "gzip", ""):
        wait_for(lambda packing=packing: "The ferry stays" in reads(ADDRESS, Accept_Encoding=packing).text, seconds=10)
    wait_for(lambda: "The ferry stays" in reads("/").text, seconds=10)


def test_no_page_that_is_kept_has_a_cookie_or_a_key(paper):
    for address in (ADDRESS, "/", "/latest/"):
        answer = paper.browser.get(address)
        told = {name.lower() for name in answer.headers}
        assert "s-maxage=" in answer.headers["Cache-Control"]
        assert not told & {"set-cookie", "surrogate-key", "cache-tag"}


def test_who_has_the_page_is_told_so(paper):
    tag = paper.browser.get(ADDRESS).headers["ETag"]

    assert paper.browser.get(ADDRESS, If_None_Match=tag).status == 304


def test_the_desk_is_handed_through(paper):
    login = paper.browser.get("/admin/login/")

    assert login.status == 200
    assert "newsroom_csrf" in login.headers["Set-Cookie"]


def test_a_takedown_is_seen_in_front(paper):
    draft = 'make_draft(headline="It was wrong", slug="wrong", category=story().category)'
    paper.edits(f"publish(story={draft}, at=MOMENT)")
    wait_for(lambda: paper.browser.get("/2026/02/03/wrong/").status == 200, seconds=20)
    wait_for(lambda: "It was wrong" in paper.browser.get("/latest/").text, seconds=70)

    paper.edits('withdraw(story=Story.objects.get(slug="wrong"), reason="It was wrong.")')

    wait_for(lambda: paper.browser.get("/2026/02/03/wrong/").status == 410, seconds=10)
    wait_for(lambda: "/2026/02/03/wrong/" not in paper.browser.get("/latest/").text, seconds=10)
    # Once gone, it does not come back from any copy.
    assert paper.browser.get("/2026/02/03/wrong/").status == 410
    assert "It was wrong" not in paper.browser.get("/latest/").text
