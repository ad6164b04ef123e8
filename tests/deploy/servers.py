"""nginx and Varnish with the files that we ship, as processes in a folder of their own."""

import contextlib
import os
import re
import socket
import subprocess
import time
from pathlib import Path

from django.conf import settings

NGINX_FILE = settings.ROOT / "deploy/nginx/newsroom.conf"
VARNISH_FILE = settings.ROOT / "deploy/varnish/newsroom.vcl"
# For so long an old copy is shown while a new one is fetched: shorter than outside, as tests wait for its end.
SECONDS_IN_TESTS = 1
MODULES = Path("/etc/nginx/modules-enabled")
MAIN = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
include {modules}/*.conf;
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    # As some set it for their static files.
    open_file_cache max=1000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/newsroom.conf;
}}
"""


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as door:
        return door.getsockname()[1]


def swapped(text, changes):
    """The text with each thing that an operator changes changed; it is an error when it is not there."""
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, str(new))
    return text


def make_certificate(folder, openssl):
    subprocess.run(  # noqa: S603
        [
            *(openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
            *("-days", "2", "-subj", "/CN=example.com", "-addext", "subjectAltName=DNS:example.com"),
            *("-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")),
        ],
        check=True,
        capture_output=True,
    )


def write_nginx(folder, *, paper, doors):
    """The shipped file for this machine. `doors`: the ports of http, https and purges."""
    plain, private, purging = doors
    changes = {
        "listen 80 default_server": f"listen 127.0.0.1:{plain} default_server",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl": f"listen 127.0.0.1:{private} ssl",
        "listen 127.0.0.1:8081": f"listen 127.0.0.1:{purging}",
        "server 127.0.0.1:8000": f"server 127.0.0.1:{paper}",
        "/etc/ssl/newsroom": folder,
        "/var/lib/nginx/newsroom": folder / "copies",
        "/srv/newsroom/data": folder / "data",
    }
    (folder / "newsroom.conf").write_text(swapped(NGINX_FILE.read_text(), changes))
    # Without it the workers of a root's nginx are somebody who may not look into a test's folder.
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=user, modules=MODULES))


def ended(process):
    process.terminate()
    try:
        process.communicate(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()


@contextlib.contextmanager
def running(command, *, port, folder, environment=None):
    with (folder / "said").open("w") as said:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)  # noqa: S603
    try:
        wait_for(lambda: reachable(port) or process.poll() is not None)
        assert process.poll() is None, (folder / "said").read_text()
        yield process
    finally:
        ended(process)


def reachable(port):
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def wait_for(happened, *, seconds=20):
    until = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < until, f"It has not happened in {seconds} seconds."
        time.sleep(0.02)


def write_varnish(folder, *, paper):
    found = re.search(r'\.port = "(\d+)";', VARNISH_FILE.read_text())
    changes = {found[0]: f'.port = "{paper}";', "req.grace = 10s": f"req.grace = {SECONDS_IN_TESTS}s"}
    text = swapped(VARNISH_FILE.read_text(), changes)
    (folder / "newsroom.vcl").write_text(text)


def varnish_command(program, folder, *, port):
    # Without a jail: changing the user is for root, and its folders are not a test's.
    jail = ["-j", "none"]
    return [program, "-F", *jail, "-n", str(folder / "work"), "-a", f"127.0.0.1:{port}", "-T", "none",
            "-f", str(folder / "newsroom.vcl"), "-s", "malloc,32m"]  # fmt: skip
