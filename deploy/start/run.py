"""`make run`: a served paper, from a fresh clone or from whatever an earlier start left behind."""

import os
import socket
import sys

from environment import PYTHON, ROOT, prepare
from orderly import AGAIN, CannotStartError, call, hold_endings, one_sentence, say
from prepared import unready

TOLD = 1  # the exit of a part that has said why


def run() -> None:
    os.chdir(ROOT)
    os.environ["DJANGO_SETTINGS_MODULE"] = os.environ.get("DJANGO_SETTINGS_MODULE") or "newsroom.settings.development"
    # Kept from here on, so that nothing else can take it before the long work is done.
    door = opened(asked_port())
    prepare("base")
    bring_up_to_date()
    hold_endings()
    door.set_inheritable(True)
    os.execv(PYTHON, [str(PYTHON), "deploy/start/serve.py", str(door.fileno()), str(door.getsockname()[1])])


def bring_up_to_date() -> None:
    parts = unready()
    if parts:
        say(f"Bringing the paper up to date: {' and '.join(parts)}")
    # Side by side, because compressing the static files takes as long as a good part of the demo.
    results = call(*([str(PYTHON), "deploy/start/paper.py", part] for part in parts))
    if any(result not in {0, TOLD} for result in results):
        raise CannotStartError(f"A part of the work was ended from outside, perhaps for want of memory: look, {AGAIN}")
    if any(results):
        sys.exit(TOLD)


def asked_port() -> int:
    """The port named by PORT, 8000 when none is."""
    given = os.environ.get("PORT") or "8000"
    if not (given.isascii() and given.isdigit() and 0 < int(given) < 65536):
        raise CannotStartError(
            f"PORT must be a number from 1 to 65535, not “{given}”: for instance make run PORT=8001."
        )
    return int(given)


def opened(port: int) -> socket.socket:
    """A socket that listens at `port` on this machine's own address. Who comes early waits for the paper."""
    try:
        return socket.create_server(("127.0.0.1", port))
    except PermissionError:
        raise CannotStartError(f"Port {port} is for the system's own services: choose one above 1023.") from None
    except OSError:
        other = port + 1 if port < 65535 else 8000
        raise CannotStartError(
            f"Port {port} is in use: stop what answers there, or choose another one with make run PORT={other}."
        ) from None


if __name__ == "__main__":
    with one_sentence():
        run()
