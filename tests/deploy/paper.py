"""A small paper that answers as the finished pages do, and remembers what it was asked."""

import gzip
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import brotli

from newsroom.caching.front.headers import is_marked, lasting, marks
from newsroom.caching.front.places import places

STORY, HOME, OTHER, COMMENTS = "/2026/11/26/bridge/", "/", "/2026/11/25/ferry/", "/2026/11/26/bridge/comments/"


@dataclass
class Page:
    text: str
    shown: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    status: int = 200
    extra: tuple[tuple[str, str], ...] = ()
    kept: bool = True
    seconds: int = 3600
    # Instead of what the layer would say.
    control: str = ""
    vary: str = "Accept-Encoding"


@dataclass
class Paper:
    """`asked` has a line for each request that reached it: method, address as it was sent, and packing wanted."""

    front: str = ""
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    heard: list[dict[str, str]] = field(default_factory=list)
    port: int = 0
    failing: bool = False

    def __post_init__(self):
        self.fronts = places([self.front] if self.front else [], token="", site="https://example.com")
        self.begin_anew()

    def begin_anew(self):
        self.failing = False
        self.asked.clear()
        self.heard.clear()
        self.pages = {
            STORY: Page("The bridge is closed.", ("story:1",), ("latest",)),
            OTHER: Page("The ferry sails.", ("story:2",), ("latest", "story:1")),
            HOME: Page("The front.", ("latest", "story:1", "story:2")),
            "/search/": Page("Found.", kept=False),
            "/admin/": Page("The desk.", kept=False, extra=(("Set-Cookie", "newsroom_session=1"),)),
        }

    def open(self):
        paper = self

        class Handler(Answering):
            at = paper

        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def times(self, address):
        return sum(path.partition("?")[0] == address for _, path, _ in self.asked)


@contextmanager
def away(paper):
    """Meanwhile the paper answers nobody."""
    paper.close()
    try:
        yield
    finally:
        paper.open()


class Answering(BaseHTTPRequestHandler):
    at: Paper

    def do_GET(self):
        path = self.path.partition("?")[0]
        self.at.asked.append((self.command, self.path, self.headers.get("Accept-Encoding", "")))
        self.at.heard.append(dict(self.headers.items()))
        page = self.at.pages.get(path, Page("There is no such page.", status=404, kept=False))
        if self.at.failing:
            page = Page("The paper fails.", status=500, kept=False)
        packing, body = self.packed(page.text.encode())
        tag = f'"{sha256(page.text.encode()).hexdigest()[:16]}-{packing or "identity"}"'
        known = self.headers.get("If-None-Match") == tag
        self.send_response(304 if known else page.status)
        for name, value in self.told(page, packing, tag):
            self.send_header(name, value)
        if not known:
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if not known and self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815  # the server's own name

    def do_POST(self):
        self.at.asked.append((self.command, self.path, self.headers.get("Accept-Encoding", "")))
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.send_response(303)
        self.send_header("Location", STORY)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def packed(self, body):
        wanted = self.headers.get("Accept-Encoding", "")
        if "br" in wanted:
            return "br", brotli.compress(body)
        return ("gzip", gzip.compress(body)) if "gzip" in wanted else ("", body)

    def told(self, page, packing, tag):
        yield "ETag", tag
        yield "Vary", page.vary
        if packing:
            yield "Content-Encoding", packing
        if page.kept:
            keys = marks(self.at.fronts, shown=page.shown, mentioned=page.mentioned)
            yield "Cache-Control", page.control or lasting(min(page.seconds, 3600 if is_marked(keys) else 10))
            yield from keys
        else:
            yield "Cache-Control", "no-store"
        yield from page.extra

    def log_message(self, *_):
        pass
