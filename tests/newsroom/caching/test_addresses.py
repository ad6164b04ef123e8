"""An address is understood however somebody copies it, and that of another site is not taken for one of ours."""

import pytest

from newsroom.caching.addresses import UnreadableAddressError, page_key, path_key, typed
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "path", "origin"),
    [
        ("/latest/", "/latest/", ""),
        ("latest", "/latest/", ""),
        (" <http://testserver/latest/?page=2#top> ", "/latest/", "http://testserver"),
        ("http://TESTSERVER:8000/latest", "/latest/", "http://testserver:8000"),
        ("testserver/latest/", "/latest/", ""),
        ("localhost:8000", "/", ""),
        ("/", "/", ""),
        ("robots.txt", "/robots.txt", ""),
        ("/robots.txt", "/robots.txt", ""),
        ("/tag/f%C3%A4hre", "/tag/fÃ¤hre", ""),
        ("/tag/fähre", "/tag/fähre".encode().decode("latin-1"), ""),
    ],
)
def test_an_address_is_understood_however_it_is_typed(text, path, origin):
    found = typed(text)
    assert (found.path.removesuffix("/"), found.origin) == (path.removesuffix("/"), origin)
    assert found.path.endswith("/") or "." in path or "tag" in path


def test_the_papers_own_address_is_known_without_a_scheme(settings):
    settings.SITE_ADDRESS, settings.ALLOWED_HOSTS = "https://paper.example", [".paper.example"]
    for text in ("paper.example/latest/", "www.paper.example/latest/", "https://paper.example/latest/"):
        assert typed(text).path == "/latest/"


@pytest.mark.parametrize(
    "text",
    ["", "  ", "https://other.example/latest/", "http://[bad/", "http://testserver:x/", "/a\nb", "ftp://testserver/"],
)
def test_what_is_no_address_of_the_paper_is_refused_in_a_sentence(text):
    with pytest.raises(UnreadableAddressError, match=r"[Tt]ype .*\.$"):
        typed(text)


def test_a_page_has_one_key_for_all_hosts():
    assert page_key("http://testserver/latest/") == page_key("https://paper.example/latest/") == path_key("/latest/")


def test_no_key_is_two_for_a_cache_in_front():
    assert path_key("/tag/one, two\n/") == "at:/tag/one%2C%20two%0A/"


def test_a_page_owns_its_address(worker, keeping):
    address = make_story().get_absolute_url()
    worker.ask(address)

    (page,) = keeping.shelf.pages()
    assert f"at:{address}" in page.known.owned
