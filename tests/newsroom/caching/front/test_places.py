import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom.caching.front.cloudflare import Cloudflare
from newsroom.caching.front.fastly import Fastly
from newsroom.caching.front.fronts import front, fronts
from newsroom.caching.front.nginx import Nginx
from newsroom.caching.front.places import places
from newsroom.caching.front.varnish import Varnish

SITE, TOKEN = "https://example.com", "0123456789abcdef"
ZONE = "023e105f4ecef8ad9ca31a8372d0c353"


def refusal(*addresses, token=TOKEN, site=SITE):
    with pytest.raises(ImproperlyConfigured) as refused:
        places(addresses, token=token, site=site)
    return str(refused.value)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("varnish+http://127.0.0.1:6081", Varnish),
        ("varnish+http://[::1]:6081", Varnish),
        ("nginx+http://cache.internal", Nginx),
        ("fastly://SU1Z0isxPaozGVKXdv0eY", Fastly),
        (f"cloudflare://{ZONE}", Cloudflare),
    ],
)
def test_each_kind_of_front_has_an_address(address, kind):
    [place] = places([address], token=TOKEN, site=SITE)

    assert str(place) == address
    assert isinstance(front(place, site=SITE), kind)


def test_nothing_stands_in_front_unless_it_is_said(settings):
    settings.FRONT = places([], token="", site="")

    assert fronts() == []


@pytest.mark.parametrize(
    "address",
    [
        *("varnish", "varnish+http://", "varnish+http://:6081", "varnish+http://127.0.0.1:0", "varnish+http://a b"),
        *("http://127.0.0.1", "varnish+https://127.0.0.1", "nginx+http://127.0.0.1:8081/door", "nginx+http://a:b"),
        *("nginx+http://user@127.0.0.1", "nginx+http://127.0.0.1?x", "fastly://", "fastly://a/b", "fastly://é"),
        *(
            "cloudflare://example.com",
            f"cloudflare://{ZONE.upper()}",
            f"cloudflare://{ZONE}0",
            "nginx+http://127.0.0.1\n",
        ),
    ],
)
def test_an_address_that_makes_no_sense_is_refused_in_a_sentence(address):
    said = refusal(address)

    assert said.startswith("FRONT must be addresses like varnish+http://127.0.0.1:6081,")
    assert f"“{address}” is none." in said


@pytest.mark.parametrize("token", ["", "short", "with space 0123", "with\nline0123"])
def test_a_cdn_wants_a_token(token):
    said = refusal(f"cloudflare://{ZONE}", token=token)

    assert said == "FRONT names cloudflare, so FRONT_TOKEN must be a token of it that may purge."


def test_the_token_of_one_cdn_is_not_shown_to_another():
    assert refusal(f"cloudflare://{ZONE}", "fastly://SU1Z0isxPaozGVKXdv0eY").startswith(
        "FRONT must name one CDN at most"
    )


def test_what_is_told_keys_stands_behind_nothing_that_knows_none():
    assert refusal("nginx+http://a:1", "varnish+http://b:1").startswith("FRONT names nginx and something else,")


def test_a_front_is_named_once():
    assert refusal("nginx+http://a:1", "nginx+http://a:1") == "FRONT must name everything in front once."


def test_without_the_papers_address_nobody_knows_what_nginx_calls_a_copy():
    assert refusal("nginx+http://127.0.0.1:8081", site="") == (
        "FRONT names nginx, whose copies begin with SITE_ADDRESS: set that, too."
    )


def test_a_server_of_ours_is_told_no_token():
    [place] = places(["nginx+http://127.0.0.1:8081"], token=TOKEN, site=SITE)

    assert place.token == ""
