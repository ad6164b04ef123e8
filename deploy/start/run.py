"""`make run`: a served paper, from a fresh clone or from whatever an earlier start left behind."""

import os
import socket
import subprocess
import sys

from environment import PYTHON, ROOT, CannotStartError, one_sentence, prepare, say
from prepared import unready


def run() -> None:
    os.chdir(ROOT)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.development")
    port = asked_port()
    refuse_if_taken(port)
    prepare("base")
    bring_up_to_date()
    os.environ["PORT"] = str(port)
    os.execv(PYTHON, [str(PYTHON), "-m", "gunicorn", "--config", "deploy/start/gunicorn.conf.py", "newsroom.wsgi"])


def bring_up_to_date() -> None:
    parts = unready()
    if parts:
        say(f"Bringing the paper up to date: {' and '.join(parts)}")
    # Side by side, because compressing the static files takes as long as a good part of the demo.
    jobs = [subprocess.Popen([PYTHON, "deploy/start/paper.py", part]) for part in parts]
    failures = [job.wait() for job in jobs]
    if any(failures):
        sys.exit(1)


def asked_port() -> int:
    """The port named by PORT, 8000 when none is."""
    given = os.environ.get("PORT") or "8000"
    if not (given.isascii() and given.isdigit() and 0 < int(given) < 65536):
        raise CannotStartError(
            f"PORT must be a number from 1 to 65535, not “{given}”: for instance make run PORT=8001."
        )
    return int(given)


def refuse_if_taken(port: int) -> None:
    """Say so before the long work when nothing could be served at `port` after it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
            probe.listen()
        except PermissionError:
            raise CannotStartError(f"Port {port} is for the system's own services: choose one above 1023.") from None
        except OSError:
            raise CannotStartError(
                f"Port {port} is in use: stop what answers there, or choose another one with make run PORT={port + 1}."
            ) from None


if __name__ == "__main__":
    with one_sentence():
        run()
