"""The paper as gunicorn serves it: in `make run`, and as docs/operators.md says."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection

import pytest
from django.conf import settings

ROOT = settings.ROOT


def environment(folder, **given):
    return {"PATH": os.environ["PATH"], "NEWSROOM_DATA": str(folder), "PYTHONUNBUFFERED": "1", **given}


@contextmanager
def listening(*command, **given):
    """A server at a socket of ours, which is given to it by its number; `{}` in the command stands for that."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.set_inheritable(True)
        words = [word.format(door.fileno()) for word in command]
        server = subprocess.Popen(  # noqa: S603
            [sys.executable, *words], cwd=ROOT, text=True, pass_fds=[door.fileno()], **given
        )
        try:
            yield server, door.getsockname()[1]
        finally:
            server.kill()
            server.communicate()


def test_nothing_is_believed_that_a_reader_says_of_the_address(tmp_path):
    told = {"SCRIPT_NAME": "/evil", "PATH_INFO": "/evil", "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1"}
    command = ("-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--bind", "fd://{}", "tests.start.echo")
    with listening(*command, env=environment(tmp_path), stderr=subprocess.DEVNULL) as (_, port):
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/evil/news/", headers=told)
        believed = json.loads(connection.getresponse().read())
        connection.close()

    assert believed == {
        "SCRIPT_NAME": "",
        "PATH_INFO": "/evil/news/",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
    }


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_paper_that_is_stopped_says_so_and_nothing_else(tmp_path, ending):
    chosen = environment(tmp_path, DJANGO_SETTINGS_MODULE="newsroom.settings.test")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with listening("deploy/start/serve.py", "{}", "8000", env=chosen, **pipes) as (server, _):
        while not server.stdout.readline().startswith("Ctrl-C"):
            assert server.poll() is None
        server.send_signal(ending)
        said = server.communicate(timeout=30)

    assert server.returncode == 0
    assert said == ("Stopped. The paper comes out again with the same command.\n", "")


def test_a_half_configured_paper_is_refused_by_the_web_server_in_one_sentence(tmp_path):
    command = ("-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--bind", "fd://{}", "newsroom.wsgi")
    with listening(*command, env=environment(tmp_path), stderr=subprocess.PIPE) as (server, _):
        _, said = server.communicate(timeout=30)

    assert server.returncode == 3
    assert said == (
        "Set the environment variable SECRET_KEY before starting the newsroom; docs/operators.md says to what.\n"
    )


def test_what_is_done_beside_answering_begins_in_make_run_too(tmp_path):
    """One process leads in it, and holds a file for that."""
    leader = tmp_path / "pages" / "leader"
    chosen = environment(tmp_path, DJANGO_SETTINGS_MODULE="newsroom.settings.development")
    with listening("deploy/start/serve.py", "{}", "8000", env=chosen, stderr=subprocess.DEVNULL):
        for _ in range(600):
            if leader.exists():
                break
            time.sleep(0.1)

    assert leader.exists()
