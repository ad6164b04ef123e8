"""nginx in front of the paper, beside nginx that serves the same page from a file."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.findings import Table, UnmeasuredError
from bench.kept import kept
from bench.load import COLUMNS, Asking, median, ratio, rounds
from bench.reader import HOST, once
from bench.run import Run, answer_of
from bench.servers import Server, answering, free_port, running

# Both servers are one nginx, so they have the same workers.
CONFIG = """
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
    proxy_cache_path {folder}/copies levels=1:2 keys_zone=newsroom:20m use_temp_path=off;
    upstream paper {{ server 127.0.0.1:{paper}; keepalive 32; }}
    server {{
        listen 127.0.0.1:{port};
        server_name {host};
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_set_header Host $host;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header X-Forwarded-Proto https;
        location / {{
            proxy_pass http://paper;
            proxy_cache newsroom;
            proxy_cache_key "$scheme://$host$uri $http_accept_encoding";
            proxy_cache_lock on;
            proxy_cache_background_update on;
            proxy_cache_revalidate on;
            add_header X-Copy $upstream_cache_status;
        }}
        location = /file/ {{
            root {folder};
            default_type text/html;
            {headers}
            try_files /body =404;
        }}
    }}
}}
"""
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
        Path(folder, "body").write_bytes((page / "body").read_bytes())
        port = free_port()
        config = Path(folder, "nginx.conf")
        user = "user root;" if os.geteuid() == 0 else ""
        config.write_text(
            CONFIG.format(folder=folder, paper=run.ours.port, port=port, host=HOST, headers=said, user=user)
        )
        command = ["nginx", "-p", folder, "-c", str(config), "-e", "stderr"]
        with running(command, name="nginx", port=port, environment={}) as server:
            answering(server, "/file/")
            yield server


def _copied(server: Server, article: str) -> None:
    for _ in range(2):
        answer = once(server.port, article)
    if answer.headers.get("x-copy") != "HIT":
        raise UnmeasuredError(f"nginx keeps no copy of {article}: it says {answer.headers.get('x-copy', 'nothing')}.")
