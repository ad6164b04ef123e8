"""A CDN's API as it was recorded: contracts/ has what it is sent, and what it answers."""

import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

CONTRACTS = Path(__file__).parent / "contracts"


def contract(name):
    return json.loads((CONTRACTS / f"{name}.json").read_text())["exchanges"]


@dataclass
class Service:
    """Answers each request with `answer`; `heard` has what came: method, path, headers, body."""

    answer: dict = field(default_factory=lambda: {"status": 200, "headers": {}, "body": {}})
    heard: list = field(default_factory=list)

    def open(self):
        service = self

        class Handler(Answering):
            at = service

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def plays(self, exchange):
        self.answer = exchange["answer"]


class Answering(BaseHTTPRequestHandler):
    at: Service
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.at.heard.append((self.command, self.path, self.headers, json.loads(body) if body else None))
        answer = self.at.answer
        written = answer["body"] if isinstance(answer["body"], str) else json.dumps(answer["body"])
        self.send_response(answer["status"])
        for name, value in answer["headers"].items():
            self.send_header(name, value.replace("{in 90 seconds}", str(int(time.time()) + 90)))
        self.send_header("Content-Length", str(len(written.encode())))
        self.end_headers()
        self.wfile.write(written.encode())

    do_DELETE = do_PURGE = do_POST  # noqa: N815  # the server's own names

    def log_message(self, *_):
        pass


@pytest.fixture
def service():
    opened = Service()
    opened.open()
    yield opened
    opened.close()
