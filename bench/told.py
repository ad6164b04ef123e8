"""The paper under gunicorn as readers get it, and with each answer the number of the process that gave it."""

import os
from collections.abc import Callable, Iterable

from newsroom.wsgi import application as paper


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    def telling(status: str, headers: list[tuple[str, str]], *more: object) -> object:
        return start_response(status, [*headers, ("X-Worker", str(os.getpid()))], *more)

    return paper(environ, telling)


# What the paper does beside answering begins in each worker (deploy/gunicorn.conf.py).
application.begin = getattr(paper, "begin", None)
