"""What a kept page tells whatever stands in front: how long, and under which keys.

A copy in front may outlive a change only where its keys reach it. So it is kept long by what is told keys, and for
seconds by anything else: nginx, a cache that nobody named in FRONT, a browser.

A key that a page merely mentions is marked. Such a copy is purged half a minute after an ordinary change, when the
paper itself makes that page anew; else each story would empty a front of every page that lists the latest posts.
"""

from collections.abc import Iterable
from typing import Final

from newsroom.caching.front.places import CLOUDFLARE, NGINX, Place

type Headers = list[tuple[str, str]]

MENTIONED: Final = "~"
# For how long an old copy may be shown while a new one is fetched. deploy/varnish/newsroom.vcl has the same number.
WHILE_SECONDS: Final = 10
# For how long one may be when the paper answers nothing, or an error.
ERROR_SECONDS: Final = 86_400
# Varnish takes 8,192 bytes in a line by default, and Fastly and Cloudflare twice as many.
LONGEST: Final = 8_000
KEYED: Final = frozenset({"surrogate-key", "cache-tag"})
# It was purged while it was made, so nobody else may be shown it.
FOR_NOBODY_ELSE: Final = "private, no-cache"


def marks(fronts: Iterable[Place], *, shown: Iterable[str], mentioned: Iterable[str]) -> Headers:
    """A page's keys as each front reads them; none when no front does, or when they are too many for a header."""
    kinds = {place.kind for place in fronts} - {NGINX}
    keys = [*shown, *(MENTIONED + key for key in mentioned)]
    headers = []
    if kinds - {CLOUDFLARE}:
        headers.append(("Surrogate-Key", " ".join(keys)))
    if CLOUDFLARE in kinds:
        headers.append(("Cache-Tag", ",".join(keys)))
    return [] if any(len(value) > LONGEST for _, value in headers) else headers


def is_marked(headers: Headers) -> bool:
    return any(name.lower() in KEYED for name, _ in headers)


def lasting(seconds: int) -> str:
    """Cache-Control of a page that is good for so long. Browsers ask each time, and are mostly answered with 304.

    At least for a second: what may not be kept at all is fetched by one reader after the other. RFC 9111, 5.2.2.10, and
    RFC 5861.
    """
    return (
        f"public, max-age=0, s-maxage={max(seconds, 1)}, "
        f"stale-while-revalidate={WHILE_SECONDS}, stale-if-error={ERROR_SECONDS}"
    )
