"""gunicorn for a paper behind one's own web server. What stands here may be said otherwise on its command line."""

import gc
from typing import Any

bind = "127.0.0.1:8000"
workers = 2
threads = 4
worker_class = "gthread"
preload_app = True  # loaded once for all workers, and refused once
control_socket_disable = True
# The paper believes its proxies itself (TRUSTED_PROXIES). gunicorn would believe every client on loopback, and with it
# every reader whose headers a proxy passes on: in what is secure, and even in which part of the address is the page's.
forwarded_allow_ips = ""
forwarder_headers = ""
secure_scheme_headers: dict[str, str] = {}


def pre_fork(arbiter: Any, worker: Any) -> None:  # noqa: ARG001  # gunicorn counts them
    """What is loaded stays in memory that the workers share: Python's collector would write into all of it."""
    gc.collect()
    gc.freeze()


def post_worker_init(worker: Any) -> None:
    """What the paper does beside answering begins in each worker: it does not outlive a fork."""
    begin = getattr(worker.wsgi, "begin", None)
    if begin:
        begin()
