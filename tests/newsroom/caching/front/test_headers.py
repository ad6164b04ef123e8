"""What a kept page tells what stands in front."""

import pytest

from newsroom.caching.front.headers import LONGEST, is_marked, lasting, marks
from newsroom.caching.front.places import Place

VARNISH, NGINX = Place("varnish+http", "127.0.0.1:6081"), Place("nginx+http", "127.0.0.1:8081")
FASTLY, CLOUDFLARE = Place("fastly", "SERVICE", "token"), Place("cloudflare", "ZONE", "token")
BOTH = [("Surrogate-Key", "story:1 site ~latest"), ("Cache-Tag", "story:1,site,~latest")]


def test_how_long_a_page_is_good():
    assert lasting(3600) == "public, max-age=0, s-maxage=3600, stale-while-revalidate=10, stale-if-error=86400"


@pytest.mark.parametrize("seconds", [0, -60])
def test_what_is_old_is_kept_for_a_second_so_that_not_everybody_asks(seconds):
    assert "s-maxage=1," in lasting(seconds)


@pytest.mark.parametrize(
    ("fronts", "headers"),
    [
        ([], []),
        ([NGINX], []),
        ([VARNISH], BOTH[:1]),
        ([FASTLY], BOTH[:1]),
        ([CLOUDFLARE], BOTH[1:]),
        ([VARNISH, CLOUDFLARE], BOTH),
    ],
)
def test_each_front_is_told_the_keys_in_its_own_header(fronts, headers):
    assert marks(fronts, shown=["story:1", "site"], mentioned=["latest"]) == headers
    assert is_marked(headers) is bool(headers)


def test_a_page_with_too_many_keys_for_a_header_has_none():
    many = [f"story:{number}" for number in range(LONGEST // 8)]

    assert marks([VARNISH], shown=many, mentioned=[]) == []
