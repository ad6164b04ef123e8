"""Bytes packed for a browser, in the way it likes best among those we have."""

import gzip
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import brotli  # type: ignore[import-untyped]

try:
    from compression import zstd  # type: ignore[import-not-found, unused-ignore]  # Python 3.14 brings it
except ImportError:
    zstd = None  # type: ignore[assignment, unused-ignore]

IDENTITY: Final = "identity"
BROTLI_QUALITY, GZIP_LEVEL, ZSTD_LEVEL = 5, 6, 9

# The best first.
PACKERS: Final[dict[str, Callable[[bytes], bytes]]] = {
    "br": lambda body: brotli.compress(body, quality=BROTLI_QUALITY),
    **({"zstd": lambda body: zstd.compress(body, level=ZSTD_LEVEL)} if zstd else {}),
    # Without a time: every worker makes the same bytes.
    "gzip": lambda body: gzip.compress(body, GZIP_LEVEL, mtime=0),
}


def packed(body: bytes, encoding: str) -> bytes:
    return body if encoding == IDENTITY else PACKERS[encoding](body)


def unpacked_brotli(body: bytes) -> bytes:
    return bytes(brotli.decompress(body))


@lru_cache(maxsize=512)
def chosen(accept: str) -> str:
    """The encoding to answer an Accept-Encoding header with (RFC 9110, 12.5.3): the one liked most, of equals the
    first of ours. Unpacked where nothing of ours is taken: there is no better answer.
    """
    likings = dict(_liking(part) for part in accept.lower().split(",")[:20])
    other = likings.get("*", 0.0)
    best, most = IDENTITY, 0.0
    for encoding in PACKERS:
        liking = likings.get(encoding, likings.get(f"x-{encoding}", other))
        if liking > most:
            best, most = encoding, liking
    return IDENTITY if likings.get(IDENTITY, 0.0) > most else best


def _liking(part: str) -> tuple[str, float]:
    name, _, parameters = part.partition(";")
    key, _, value = parameters.strip().partition("=")
    if key.strip() != "q":
        return name.strip(), 1.0
    try:
        return name.strip(), min(max(float(value), 0.0), 1.0)
    except ValueError:
        return name.strip(), 0.0
