"""gunicorn as `make run` starts it: for one machine's own browser, two workers on two cores."""

import os
from pathlib import Path
from typing import Any

bind = f"127.0.0.1:{os.environ['PORT']}"
workers = 2
threads = 4
worker_class = "gthread"
preload_app = True  # loaded once for both, which a busy machine feels at every start
control_socket_disable = True
loglevel = "warning"


def post_worker_init(worker: Any) -> None:
    """Say where the paper is once it can be read: the first worker has loaded it, later ones only replace it."""
    if worker.age > 1:
        return
    address = f"http://{bind}"
    login = Path(os.environ.get("NEWSROOM_DATA", ".data")) / "demo-login.txt"
    lines = [f"The paper is out:   {address}/", f"Its newsroom:       {address}/admin/"]
    if login.exists():
        lines += [f"Name and password:  {line}" for line in login.read_text().splitlines()]
    print("\n".join([*lines, "Ctrl-C stops it."]), flush=True)
