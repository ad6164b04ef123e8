"""nginx in front of the paper, beside nginx that serves the same page from a file."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.findings import Table, UnmeasuredError
from bench.kept import kept
from bench.load import COLUMNS, Asking, median, ratio, rounds
from bench.reader import HOST, once
from bench.run import Run, answer_of
from bench.servers import ROOT, Server, answering, free_port, running

SHIPPED = ROOT / "deploy/nginx/newsroom.conf"
# Both servers are one nginx, so they have the same workers.
MAIN = """
daemon off;
worker_processes auto;
pid {folder}/nginx.pid;
error_log stderr warn;
{user}
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {shipped}
}}
"""
FILE = """
    location = /file/ {{
        root {folder};
        default_type text/html;
        {headers}
        try_files /answer =404;
    }}
"""
# Readers come without TLS here, as to the other servers, and the modules for static files may not be installed.
LEFT_OUT = re.compile(r"^ *(?:ssl_|brotli_|gzip_).*;\n", re.MULTILINE)
BY_NGINX = {"content-length", "content-type", "etag", "last-modified", "accept-ranges"}


def measure(run: Run) -> None:
    article = run.paper.article
    with answer_of(run, article) as folder, nginx(run, folder) as server:
        _copied(server, article)
        askings = {"nginx, the file": Asking(server, "/file/"), "through nginx": Asking(server, article)}
        one = rounds(askings, clients=1, seconds=run.pace.seconds, times=run.pace.times)
        many = rounds(askings, clients=32, seconds=run.pace.seconds, times=run.pace.times)
    about = "The same article from nginx's own copy, and the same bytes and headers from a file."
    table = Table("nginx in front", about, ["answer", *COLUMNS])
    for name, loads in many.items():
        table.rows.append([name, *median(one[name]).cells, *median(loads).cells])
    run.findings.found("nginx", ratio(many["through nginx"], many["nginx, the file"]))
    run.findings.tables.append(table)


@contextmanager
def nginx(run: Run, page: Path) -> Iterator[Server]:
    """nginx before the paper, which also serves the kept page from its folder."""
    _, headers = kept(page)
    said = "\n".join(f'add_header {k} "{v}";' for k, v in headers.items() if k.lower() not in BY_NGINX)
    with TemporaryDirectory() as folder:
        Path(folder, "answer").write_bytes((page / "body").read_bytes())
        port = free_port()
        shipped = adapted(SHIPPED.read_text(), folder=folder, paper=run.ours.port, port=port)
        # Where the paper's pages are, the file is too.
        shipped = shipped.replace("location / {", FILE.format(folder=folder, headers=said) + "\n    location / {", 1)
        user = "user root;" if os.geteuid() == 0 else ""
        config = Path(folder, "nginx.conf")
        config.write_text(MAIN.format(folder=folder, user=user, shipped=shipped))
        with running(["nginx", "-p", folder, "-c", str(config), "-e", "stderr"], name="nginx", port=port) as server:
            answering(server, "/file/")
            yield server


def adapted(shipped: str, *, folder: str, paper: int, port: int) -> str:
    """What stands before the servers of the shipped file, and the one for readers, as they hold on this machine."""
    before, *servers = shipped.split("\nserver {")
    server = next(text for text in servers if "proxy_cache newsroom;" in text)
    changes = {
        "/var/lib/nginx/newsroom": f"{folder}/copies",
        "server 127.0.0.1:8000": f"server 127.0.0.1:{paper}",
        "listen 443 ssl http2": f"listen 127.0.0.1:{port}",
        "server_name example.com": f"server_name {HOST}",
        "$scheme": "https",
        "proxy_cache newsroom;": "proxy_cache newsroom; add_header X-Copy $upstream_cache_status;",
    }
    text = LEFT_OUT.sub("", f"{before}\nserver {{{server}")
    for old, new in changes.items():
        if old not in text:
            raise UnmeasuredError(f"deploy/nginx/newsroom.conf has no “{old}”.")
        text = text.replace(old, new)
    return text


def _copied(server: Server, article: str) -> None:
    for _ in range(2):
        answer = once(server.port, article)
    if answer.headers.get("x-copy") != "HIT":
        raise UnmeasuredError(f"nginx keeps no copy of {article}: it says {answer.headers.get('x-copy', 'nothing')}.")
