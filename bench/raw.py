"""The least that can be done with gunicorn: the bytes and headers of one page, which BENCH_ANSWER's folder keeps."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.kept import kept

BODY, HEADERS = kept(Path(os.environ["BENCH_ANSWER"]))
LINES, CONTENT = list(HEADERS.items()), [BODY]


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:  # noqa: ARG001  # every path is the page
    start_response("200 OK", LINES)
    return CONTENT
