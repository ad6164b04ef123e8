"""nginx with deploy/nginx/newsroom.conf in front of a paper: what it keeps, and what it does not."""

import ssl
from http.client import RemoteDisconnected

import pytest

from newsroom.caching.front.headers import LONGEST
from tests.deploy.paper import COMMENTS, STORY
from tests.deploy.reading import Browser

FRONT = "nginx+http://127.0.0.1:8081"


def test_a_page_is_asked_for_once(nginx, paper):
    first, second = nginx.get(STORY), nginx.get(STORY)

    assert (first.status, first.text) == (second.status, second.text) == (200, "The bridge is closed.")
    assert paper.times(STORY) == 1


def test_what_the_paper_hears_of_a_visit(nginx, paper):
    nginx.get(STORY, X_Forwarded_For="192.0.2.7", X_Forwarded_Proto="gopher")

    [heard] = paper.heard
    assert heard["Host"] == "example.com"
    assert heard["X-Forwarded-Proto"] == "https"
    assert heard["X-Forwarded-For"] == "192.0.2.7, 127.0.0.1"


def test_who_has_the_page_is_told_so_without_a_question(nginx, paper):
    tag = nginx.get(STORY).headers["ETag"]

    again = nginx.get(STORY, If_None_Match=tag)

    assert (again.status, again.raw) == (304, b"")
    assert paper.times(STORY) == 1


def test_a_part_of_a_page_is_cut_from_the_copy(nginx, paper):
    nginx.get(STORY)

    assert nginx.get(STORY, method="HEAD").status == 200
    assert paper.times(STORY) == 1


@pytest.mark.parametrize(
    ("accepted", "packing"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=1.0, gzip;q=0.8", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("BR", "br"),
        ("xbr, gzip;q=0.000", None),
        ("br-dictionary", None),
        ("identity", None),
    ],
)
def test_a_browser_gets_the_best_packing_that_it_knows(nginx, accepted, packing):
    answer = nginx.get(STORY, Accept_Encoding=accepted)

    assert answer.headers.get("Content-Encoding") == packing
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.text == "The bridge is closed."


def test_however_browsers_say_it_three_copies_are_enough(nginx, paper):
    for accepted in ("gzip, deflate, br", "br, gzip", "gzip", "gzip, deflate", "", "identity", "deflate"):
        nginx.get(STORY, Accept_Encoding=accepted)

    assert sorted(packing for _, _, packing in paper.asked) == ["", "br", "gzip"]


def test_nobody_fills_the_cache_with_question_marks(nginx, paper):
    for number in range(5):
        assert nginx.get(f"{STORY}?x={number}").status == 200

    assert paper.asked == [("GET", STORY, "")]


def test_a_search_depends_on_its_question(nginx, paper):
    nginx.get("/search/?q=ferry")
    nginx.get("/search/?q=bridge")

    assert [path for _, path, _ in paper.asked] == ["/search/?q=ferry", "/search/?q=bridge"]


def test_an_unknown_host_gets_no_answer(nginx, paper):
    with pytest.raises(ssl.SSLError):
        nginx.get("/", host="evil.example")
    with pytest.raises(RemoteDisconnected):
        Browser(nginx.plain_port).get("/", host="evil.example")
    assert paper.asked == []


def test_another_host_behind_the_right_certificate_gets_no_answer(nginx, paper):
    nginx.sent = (("Host", "evil.example"),)

    with pytest.raises(RemoteDisconnected):
        nginx.get("/")
    assert paper.asked == []


def test_an_unencrypted_request_is_sent_to_the_papers_own_address(nginx, paper):
    answer = Browser(nginx.plain_port).get("/news/?x=1", host="www.example.com")

    assert (answer.status, answer.headers["Location"]) == (301, "https://example.com/news/?x=1")
    assert paper.asked == []


@pytest.mark.parametrize("path", ["/admin/", "/search/?q=x", "/nowhere/"])
def test_what_the_paper_does_not_want_kept_is_asked_for_each_time(nginx, paper, path):
    nginx.get(path)
    nginx.get(path)

    assert len(paper.asked) == 2


def test_a_comment_is_handed_on(nginx, paper):
    for _ in range(2):
        answer = nginx.get(COMMENTS, method="POST", body=b"name=Ada&comment=Well")
        assert (answer.status, answer.headers["Location"]) == (303, STORY)

    assert [method for method, _, _ in paper.asked] == ["POST", "POST"]


def test_an_editor_is_never_shown_a_copy_and_leaves_none(nginx, paper):
    nginx.get(STORY, Cookie="newsroom_session=1")
    nginx.get(STORY)
    nginx.get(STORY, Cookie="newsroom_session=1")

    assert paper.times(STORY) == 3


def test_a_page_that_sets_a_cookie_is_not_kept(nginx, paper):
    paper.pages[STORY].extra = (("Set-Cookie", "who=you"),)

    nginx.get(STORY)
    nginx.get(STORY)

    assert paper.times(STORY) == 2


def test_a_page_that_varies_on_more_than_its_packing_is_not_kept(nginx, paper):
    paper.pages[STORY].vary = "Accept-Encoding, Cookie"

    nginx.get(STORY)
    nginx.get(STORY)

    assert paper.times(STORY) == 2


def test_no_reader_sees_the_keys(nginx, paper):
    paper.pages[STORY].extra = (("Surrogate-Key", "story:1"), ("Cache-Tag", "story:1"))

    for _ in range(2):
        answer = nginx.get(STORY)
        assert "Surrogate-Key" not in answer.headers
        assert "Cache-Tag" not in answer.headers


def test_a_page_with_a_thousand_keys_is_kept_like_any_other(nginx, paper):
    paper.pages[STORY].extra = (("Surrogate-Key", " ".join(f"story:{number}" for number in range(810))),)
    assert 7_900 < len(paper.pages[STORY].extra[0][1]) <= LONGEST
    paper.pages[STORY].shown = ()

    nginx.get(STORY)
    nginx.get(STORY)

    assert paper.times(STORY) == 1
