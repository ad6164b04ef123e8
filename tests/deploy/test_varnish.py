"""Varnish with deploy/varnish/newsroom.vcl in front of a paper: what it keeps, what it does not, and how it forgets."""

import time

import pytest

from newsroom.caching.front.headers import LONGEST
from tests.deploy.paper import COMMENTS, HOME, OTHER, STORY, Page, away
from tests.deploy.reading import Browser
from tests.deploy.servers import SECONDS_IN_TESTS, wait_for

FRONT = "varnish+http://127.0.0.1:6081"


def test_a_page_is_asked_for_once(varnish, paper):
    first, second = varnish.get(STORY), varnish.get(STORY)

    assert (first.status, first.text) == (second.status, second.text) == (200, "The bridge is closed.")
    assert paper.times(STORY) == 1


def test_what_the_paper_hears_of_a_visit(varnish, paper):
    varnish.get(STORY, X_Forwarded_For="192.0.2.7", Cookie="theirs=1")

    [heard] = paper.heard
    assert heard["Host"] == "example.com"
    assert heard["X-Forwarded-Proto"] == "https"
    assert heard["X-Forwarded-For"] == "192.0.2.7, 127.0.0.1"
    assert "Cookie" not in heard


def test_who_has_the_page_is_told_so_without_a_question(varnish, paper):
    tag = varnish.get(STORY).headers["ETag"]

    again = varnish.get(STORY, If_None_Match=tag)

    assert (again.status, again.raw) == (304, b"")
    assert paper.times(STORY) == 1


def test_a_head_is_answered_from_the_copy(varnish, paper):
    varnish.get(STORY)

    assert varnish.get(STORY, method="HEAD").status == 200
    assert paper.times(STORY) == 1


@pytest.mark.parametrize(
    ("accepted", "packing"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=1.0, gzip;q=0.8", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br-dictionary", None),
        ("identity", None),
    ],
)
def test_a_browser_gets_the_best_packing_that_it_knows(varnish, accepted, packing):
    for _ in range(2):
        answer = varnish.get(STORY, Accept_Encoding=accepted)
        assert answer.headers.get("Content-Encoding") == packing
        assert answer.headers["Vary"] == "Accept-Encoding"
        assert answer.text == "The bridge is closed."


def test_however_browsers_say_it_two_copies_are_enough(varnish, paper):
    for accepted in ("gzip, deflate, br", "br, gzip", "gzip", "gzip, deflate", "", "identity", "deflate"):
        varnish.get(STORY, Accept_Encoding=accepted)

    assert sorted(packing for _, _, packing in paper.asked) == ["br", "gzip"]


def test_nobody_fills_the_memory_with_question_marks(varnish, paper):
    for number in range(5):
        assert varnish.get(f"{STORY}?x={number}").status == 200

    assert [path for _, path, _ in paper.asked] == [STORY]


def test_a_search_depends_on_its_question(varnish, paper):
    varnish.get("/search/?q=ferry")
    varnish.get("/search/?q=bridge")

    assert [path for _, path, _ in paper.asked] == ["/search/?q=ferry", "/search/?q=bridge"]


def test_an_unknown_host_is_refused(varnish, paper):
    assert varnish.get("/", host="evil.example").status == 421
    assert paper.asked == []


def test_an_unencrypted_request_is_sent_to_the_papers_own_address(varnish, paper):
    answer = varnish.get("/news/?x=1", X_Forwarded_Proto="http")

    assert (answer.status, answer.headers["Location"]) == (301, "https://example.com/news/?x=1")
    assert paper.asked == []


@pytest.mark.parametrize("path", ["/admin/", "/search/?q=x", "/nowhere/"])
def test_what_the_paper_does_not_want_kept_is_asked_for_each_time(varnish, paper, path):
    varnish.get(path)
    varnish.get(path)

    assert len(paper.asked) == 2


def test_a_redirect_is_not_kept_by_custom(varnish, paper):
    paper.pages["/old/"] = Page("", status=301, kept=False, extra=(("Location", STORY),))
    paper.pages["/old/"].extra += (("Cache-Control", ""),)

    varnish.get("/old/")
    varnish.get("/old/")

    assert paper.times("/old/") == 2


def test_a_comment_is_handed_on(varnish, paper):
    for _ in range(2):
        answer = varnish.get(COMMENTS, method="POST", body=b"name=Ada&comment=Well")
        assert (answer.status, answer.headers["Location"]) == (303, STORY)

    assert [method for method, _, _ in paper.asked] == ["POST", "POST"]


def test_an_editor_is_never_shown_a_copy_and_leaves_none(varnish, paper):
    varnish.get(STORY, Cookie="newsroom_session=1")
    varnish.get(STORY)
    varnish.get(STORY, Cookie="other=2; newsroom_session=1")

    assert paper.times(STORY) == 3


def test_a_page_that_sets_a_cookie_or_varies_further_is_not_kept(varnish, paper):
    paper.pages[STORY].extra = (("Set-Cookie", "who=you"),)
    paper.pages[OTHER].vary = "Accept-Encoding, Cookie"

    for path in (STORY, STORY, OTHER, OTHER):
        varnish.get(path)

    assert (paper.times(STORY), paper.times(OTHER)) == (2, 2)


def test_what_shows_a_story_is_new_at_once_when_that_changes(varnish, paper):
    paper.pages[STORY].text, paper.pages[HOME].text = "The bridge is closed.", "Front: the bridge is closed."
    for path in (STORY, HOME, OTHER):
        for packing in ("br", "gzip", ""):
            varnish.get(path, Accept_Encoding=packing)
    paper.pages[STORY].text, paper.pages[HOME].text = "The bridge is open.", "Front: the bridge is open."

    varnish.front.purge(["story:1"], [STORY], False)

    read = {(path, varnish.get(path, Accept_Encoding=packing).text) for path in (STORY, HOME) for packing in ("br", "")}
    assert read == {(STORY, "The bridge is open."), (HOME, "Front: the bridge is open.")}


def test_what_merely_mentions_it_stays_until_it_is_purged_for_that(varnish, paper):
    varnish.get(OTHER)
    varnish.front.purge(["story:1"], [], False)
    varnish.get(OTHER)
    assert paper.times(OTHER) == 1

    varnish.front.purge(["~story:1"], [], False)
    varnish.get(OTHER)
    assert paper.times(OTHER) == 2


def test_a_key_is_purged_whole(varnish, paper):
    paper.pages[STORY].shown = ("story:10",)
    varnish.get(STORY)

    varnish.front.purge(["story:1", "tory:10", "story"], [], False)
    varnish.get(STORY)

    assert paper.times(STORY) == 1


def test_thousands_of_keys_are_purged_together(varnish, paper):
    varnish.get(STORY)

    varnish.front.purge([*(f"story:{number}" for number in range(2, 3000)), "story:1"], [], False)
    varnish.get(STORY)

    assert paper.times(STORY) == 2


def test_everything_can_be_forgotten(varnish, paper):
    for path in (STORY, HOME):
        varnish.get(path)

    varnish.front.purge([], [], True)
    for path in (STORY, HOME):
        varnish.get(path)

    assert (paper.times(STORY), paper.times(HOME)) == (2, 2)


def test_what_was_taken_down_is_not_shown_while_the_paper_is_away(varnish, paper):
    varnish.get(STORY)
    varnish.front.purge(["story:1", "~story:1"], [STORY], False)

    with away(paper):
        assert varnish.get(STORY).status == 503


def test_old_copies_are_shown_while_the_paper_is_away(varnish, paper):
    paper.pages[STORY].seconds = 1
    varnish.get(STORY)

    with away(paper):
        # By then no old copy is shown to wait for a new one.
        wait_for(lambda: int(varnish.get(STORY).headers["Age"]) > SECONDS_IN_TESTS + 1)
        assert varnish.get(STORY).text == "The bridge is closed."
        assert varnish.get(HOME).status == 503


def test_an_old_copy_is_shown_while_the_paper_fails(varnish, paper):
    paper.pages[STORY].seconds = 1
    varnish.get(STORY)
    paper.failing = True

    wait_for(lambda: int(varnish.get(STORY).headers["Age"]) > SECONDS_IN_TESTS + 1)

    assert (varnish.get(STORY).status, varnish.get(STORY).text) == (200, "The bridge is closed.")
    assert paper.times(STORY) > 1


def test_while_a_new_copy_is_fetched_the_old_one_is_shown_but_not_for_ever(varnish, paper):
    paper.pages[STORY].seconds = 1
    varnish.get(STORY)
    paper.pages[STORY].text = "The bridge is open."

    wait_for(lambda: varnish.get(STORY).text == "The bridge is open.")
    paper.pages[STORY].text = "The bridge is gone."
    time.sleep(SECONDS_IN_TESTS + 1.5)

    assert varnish.get(STORY).text == "The bridge is gone."


def test_an_editor_sees_the_papers_own_error(varnish, paper):
    paper.failing = True

    assert varnish.get("/admin/").status == 500
    assert len(paper.asked) == 1


def test_no_reader_sees_the_keys(varnish, paper):
    for _ in range(2):
        told = {name.lower() for name in varnish.get(STORY).headers}
        assert not told & {"surrogate-key", "xkey", "cache-tag", "x-varnish", "via"}


@pytest.mark.parametrize(
    "told",
    [
        {"X_Forwarded_Proto": "https"},
        {"X_Forwarded_For": "192.0.2.7"},
        {"X_Forwarded_For": "127.0.0.1"},
    ],
)
def test_a_reader_can_purge_nothing(varnish, paper, told):
    varnish.get(STORY)
    reader = Browser(varnish.port)

    assert reader.get("/", method="PURGE", Newsroom_Keys="story:1", **told).status == 403
    assert reader.get("/", method="PURGE", Newsroom_Everything="1", **told).status == 403
    varnish.get(STORY)
    assert paper.times(STORY) == 1


def test_a_page_with_a_thousand_keys_is_kept_like_any_other(varnish, paper):
    paper.pages[STORY].extra = (("Surrogate-Key", " ".join(f"story:{number}" for number in range(810))),)
    assert 7_900 < len(paper.pages[STORY].extra[0][1]) <= LONGEST
    paper.pages[STORY].shown = ()

    varnish.get(STORY)
    varnish.get(STORY)

    assert paper.times(STORY) == 1
