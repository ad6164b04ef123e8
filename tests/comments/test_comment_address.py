"""Where a comment came from, and how little of it is kept."""

import pytest
from django.test import RequestFactory

from comments.address import address_of, block_key
from comments.models import Comment


def request_from(peer, forwarded=None):
    headers = {"X-Forwarded-For": forwarded} if forwarded is not None else {}
    return RequestFactory().get("/", headers=headers, REMOTE_ADDR=peer)


def test_without_proxies_the_peer_counts_whatever_it_claims(settings):
    settings.TRUSTED_PROXIES = 0

    assert address_of(request_from("198.51.100.7", "203.0.113.1")) == "198.51.100.7"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "seen"),
    [
        (1, "203.0.113.1", "203.0.113.1"),
        (1, "10.9.9.9, 203.0.113.1", "203.0.113.1"),
        (2, "10.9.9.9, 203.0.113.1, 192.0.2.2", "203.0.113.1"),
        (2, "203.0.113.1", "198.51.100.7"),
        (1, "", "198.51.100.7"),
        (1, "nonsense", "198.51.100.7"),
        (1, "203.0.113.1, ", "198.51.100.7"),
    ],
)
def test_behind_proxies_counts_what_the_outermost_saw(settings, proxies, forwarded, seen):
    settings.TRUSTED_PROXIES = proxies

    assert address_of(request_from("198.51.100.7", forwarded)) == seen


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("198.51.100.7", "198.51.100.250"),
        ("198.51.100.7", "::ffff:198.51.100.8"),
        ("198.51.100.7", "198.51.100.7:5123"),
        ("2001:db8:1:2::3", "2001:db8:1:ffff::1"),
        ("2001:db8:1:2::3", "[2001:db8:1::9]:443"),
        ("", "unix:"),
    ],
)
def test_addresses_of_one_block_share_a_key(one, other):
    assert block_key(one) == block_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("198.51.100.7", "198.51.101.7"), ("2001:db8:1::", "2001:db8:2::"), ("1.2.3.4", "")]
)
def test_other_blocks_have_other_keys(one, other):
    assert block_key(one) != block_key(other)


def test_the_key_depends_on_the_sites_secret(settings):
    before = block_key("198.51.100.7")

    settings.SECRET_KEY = "another site"

    assert block_key("198.51.100.7") != before


def test_no_column_holds_the_address(story, send):
    send(story, remote="198.51.100.7")

    assert "198.51" not in str(Comment.objects.values().get())
