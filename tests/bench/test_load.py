"""Measuring with wrk: what goes wrong is said, and never counted as an answer."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest

from bench.findings import UnmeasuredError
from bench.load import Asking, Load, median, ratio

BODY = b"A page." * 100


class Paper(BaseHTTPRequestHandler):
    """Answers /page/ with a page, and everything else with what its path says."""

    protocol_version = "HTTP/1.1"
    asked = 0

    def do_GET(self):
        status = 200 if self.path == "/page/" or self._is_the_first() else int(self.path.strip("/"))
        body = BODY if status == 200 else b""
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _is_the_first(self):
        Paper.asked += 1
        return Paper.asked == 1

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, *_):
        """wrk hangs up when its time is over."""


@pytest.fixture
def server(needs):
    needs("wrk")
    Paper.asked = 0
    found = Server(("127.0.0.1", 0), Paper)
    threading.Thread(target=found.serve_forever, daemon=True).start()
    yield SimpleNamespace(
        name="paper", cpu=0.0, port=found.server_port, address=f"http://127.0.0.1:{found.server_port}"
    )
    found.shutdown()
    found.server_close()


def test_a_page_that_answers_is_measured(server):
    load = Asking(server, "/page/").load(clients=1, seconds=1)

    assert load.rate > 0
    assert 0 < load.p50 <= load.p99


@pytest.mark.parametrize("status", [500, 301])
def test_a_server_that_answers_something_else_under_load_is_not_measured(server, status):
    with pytest.raises(UnmeasuredError):
        Asking(server, f"/{status}/").load(clients=1, seconds=1)


def test_a_page_with_another_status_is_not_even_loaded(server):
    Paper.asked = 1
    with pytest.raises(UnmeasuredError, match="answered 404 instead of 200"):
        Asking(server, "/404/").load(clients=1, seconds=1)


def test_a_page_among_many_that_is_not_there_is_told(server, tmp_path):
    Paper.asked = 1
    (tmp_path / "pages").write_text("/page/\n/404/\n")
    asking = Asking(server, "/page/", script="pages.lua", arguments=lambda: [str(tmp_path / "pages")])

    with pytest.raises(UnmeasuredError, match="were refused"):
        asking.load(clients=1, seconds=1)


def test_loads_are_compared_round_by_round():
    fast, slow = [Load(90, 1, 1), Load(45, 1, 1)], [Load(100, 1, 1), Load(50, 1, 1)]

    assert ratio(fast, slow) == pytest.approx(0.9)


def test_of_several_rounds_the_middle_one_counts():
    assert median([Load(1, 5, 9), Load(3, 4, 7), Load(2, 6, 8)]) == Load(2, 5, 8)
