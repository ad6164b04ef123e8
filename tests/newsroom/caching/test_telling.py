"""What a page's own small request is answered, and when it is believed."""

from wsgiref.util import setup_testing_defaults

import pytest

from newsroom.caching import counting
from newsroom.caching.telling import address_of, beacon, told
from tests.newsroom.caching.test_counting import CHROME

HERE = {"HTTP_HOST": "paper.example", "HTTP_USER_AGENT": CHROME, "REQUEST_METHOD": "POST"}
OVER_HTTPS = HERE | {"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": "https://paper.example"}
OVER_HTTP = HERE | {"HTTP_ORIGIN": "http://paper.example"}


@pytest.fixture(autouse=True)
def _nothing_counted(settings):
    settings.VIEWS_BEACON = True
    counting.drain()
    yield
    counting.drain()


def tell(address="/seen/story/5/", **said):
    """The status and headers that a request gets, and what it has been counted as."""
    environ = {"PATH_INFO": address} | OVER_HTTPS | said
    setup_testing_defaults(environ)
    answers = []
    body = b"".join(beacon(environ, lambda status, headers: answers.append((status, headers))))
    assert body == b""
    return *answers[0], counting.drain()


def test_a_page_tells_at_the_address_of_its_subject():
    status, headers, counted = tell(address_of("story:5"))

    assert status == "204 No Content"
    assert headers == [("Cache-Control", "no-store")]  # and no cookie
    assert counted == {"story:5": 1}


def test_over_http_the_page_is_known_by_its_origin():
    assert told({"PATH_INFO": "/seen/story/5/"} | OVER_HTTP) == "story:5"


def test_over_http_the_sites_own_address_is_the_one_that_counts(settings):
    settings.SITE_ADDRESS = "https://paper.example"

    assert told({"PATH_INFO": "/seen/story/5/"} | OVER_HTTP | {"HTTP_ORIGIN": "https://paper.example"}) == "story:5"
    assert told({"PATH_INFO": "/seen/story/5/"} | OVER_HTTP) == ""


def test_where_pages_do_not_tell_nothing_that_is_told_counts(settings):
    settings.VIEWS_BEACON = False

    assert tell() == ("204 No Content", [("Cache-Control", "no-store")], {})


@pytest.mark.parametrize(
    "said",
    [
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_SEC_FETCH_SITE": "same-site"},
        {"HTTP_SEC_FETCH_SITE": "none"},
        {"HTTP_SEC_FETCH_SITE": "", "HTTP_ORIGIN": "https://other.example"},
        {"HTTP_SEC_FETCH_SITE": "", "HTTP_ORIGIN": "null"},
        {"HTTP_SEC_FETCH_SITE": "", "HTTP_ORIGIN": ""},
        {"HTTP_SEC_FETCH_SITE": "", "HTTP_ORIGIN": "", "HTTP_HOST": ""},
        {"HTTP_SEC_FETCH_SITE": "", "HTTP_ORIGIN": "https://[paper.example"},
        {"HTTP_USER_AGENT": "python-requests/2.32.3"},
        {"HTTP_USER_AGENT": ""},
        {"REQUEST_METHOD": "GET"},
    ],
    ids=str,
)
def test_whom_it_does_not_believe_it_answers_the_same(said):
    status, headers, counted = tell(**said)

    assert (status, headers) == ("204 No Content", [("Cache-Control", "no-store")])
    assert counted == {}


@pytest.mark.parametrize(
    "address",
    [
        "/seen/",
        "/seen/story/",
        "/seen/story/0/",
        "/seen/story/05/",
        "/seen/story/5",
        "/seen/story/5/6/",
        "/seen/story/5/\n",
        "/seen/story/٥/",
        "/seen/Story/5/",
        f"/seen/story/{'9' * 19}/",
    ],
)
def test_what_is_no_address_of_a_page_counts_for_nothing(address):
    assert tell(address)[2] == {}
