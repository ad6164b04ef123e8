"""The last step of `make run`: `serve.py SOCKET PORT` answers with gunicorn at the socket that run.py has opened.

Run with `.venv`'s Python. Until it can tell of them, endings are held back.
"""

import signal
import sys
from collections.abc import Callable
from typing import Any

import prepared
from gunicorn.app.wsgiapp import WSGIApplication
from orderly import one_sentence, outlives_its_terminal, say


class Paper(WSGIApplication):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn that says where the paper is, and ends with its terminal, at which other servers read their settings."""

    def load_config(self) -> None:
        super().load_config()
        self.cfg.set("loglevel", "warning")
        # A worker that is told to end while it begins hears nothing, and is waited for.
        self.cfg.set("graceful_timeout", 5)
        self.cfg.set("when_ready", end_with_terminal)
        self.cfg.set("post_worker_init", begun(self.cfg.post_worker_init))
        self.cfg.set("on_exit", lambda _: say("Stopped. The paper comes out again with the same command."))


def end_with_terminal(master: Any) -> None:
    signal.signal(signal.SIGHUP, ON_HANGUP or (lambda *_: master.signal(signal.SIGTERM, None)))


def begun(begin: Callable[[Any], None]) -> Callable[[Any], None]:
    """What gunicorn's own settings begin in each worker, and then the announcement."""

    def both(worker: Any) -> None:
        begin(worker)
        announce(worker)

    return both


def announce(worker: Any) -> None:
    """Say where the paper is once it can be read: all workers have begun, and later ones only replace them."""
    if worker.age != worker.cfg.workers:
        return
    address = f"http://127.0.0.1:{PORT}"
    login = prepared.DATA / "demo-login.txt"
    lines = [f"The paper is out:   {address}/", f"Its newsroom:       {address}/admin/"]
    if login.exists():
        lines += [f"Name and password:  {line}" for line in login.read_text().splitlines()]
    say("\n".join([*lines, "Ctrl-C stops it."]))


if __name__ == "__main__":
    DOOR, PORT = sys.argv[1:]
    ON_HANGUP = signal.SIG_IGN if outlives_its_terminal() else None
    sys.argv[1:] = ["--config", "deploy/gunicorn.conf.py", "--bind", f"fd://{DOOR}", "newsroom.wsgi"]
    with one_sentence():
        Paper("%(prog)s [OPTIONS] [APP_MODULE]", prog="gunicorn").run()
