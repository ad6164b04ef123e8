"""What readers are answered from finished pages, and what is never kept."""

import pytest

from articles.actions.withdraw import withdraw
from newsroom.caching import layer
from tests.factories.stories import make_category, make_page, make_story

WORDS = "Accept-Encoding"


@pytest.fixture
def story(keeping):
    return make_story(headline="Ferry sails at dawn", category=make_category(slug="world"))


def test_the_second_reader_is_answered_without_django(worker, story):
    address = story.get_absolute_url()
    first = worker.ask(address)

    assert worker.made == 1
    assert worker.ask(address).text == first.text
    assert worker.made == 1


def test_each_browser_has_its_packing(worker, story):
    address = story.get_absolute_url()
    plain = worker.ask(address)

    assert "content-encoding" not in plain.headers
    for accept, encoding in (("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0.5", "gzip")):
        packed = worker.ask(address, accept_encoding=accept)
        assert packed.headers["content-encoding"] == encoding
        assert packed.text == plain.text
        assert packed.headers["vary"] == WORDS
        assert int(packed.headers["content-length"]) == len(packed.body) < len(plain.body)
    assert worker.made == 1


def test_a_browser_that_has_the_page_is_told_so(worker, story):
    address = story.get_absolute_url()
    etag = worker.ask(address).headers["etag"]

    for wanted in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        seen = worker.ask(address, if_none_match=wanted)
        assert (seen.status, seen.body, seen.headers["etag"]) == (304, b"", etag)
        assert "content-length" not in seen.headers
    assert worker.ask(address, if_none_match='"other"').status == 200
    assert worker.ask(address, if_none_match=etag, accept_encoding="br").status == 200


def test_the_first_reader_too_may_have_the_page_already(worker, keeping, story):
    etag = worker.ask(story.get_absolute_url()).headers["etag"]
    keeping.board.forget_everything()

    assert worker.ask(story.get_absolute_url(), if_none_match=etag).status == 304


def test_head_says_what_get_would(worker, story):
    address = story.get_absolute_url()
    for _ in ("made", "kept"):
        head, get = worker.ask(address, method="HEAD"), worker.ask(address)
        assert head.body == b""
        assert head.headers == get.headers
        assert int(head.headers["content-length"]) == len(get.body)


def test_a_part_of_a_page_is_answered_with_all_of_it(worker, story):
    address = story.get_absolute_url()
    for _ in ("made", "kept"):
        seen = worker.ask(address, range="bytes=0-99")
        assert seen.status == 200
        assert seen.headers["accept-ranges"] == "none"
        assert seen.text.endswith("</html>\n")


def test_kept_pages_have_no_cookie_and_keep_their_policies(worker, story):
    make_page(slug="about")
    for address in (story.get_absolute_url(), "/", "/world/", "/latest/", "/about/", "/feed/", "/robots.txt"):
        for _ in ("made", "kept"):
            seen = worker.ask(address, cookie="newsroom_session=abc; newsroom_csrf=def")
            assert "set-cookie" not in seen.names
            assert seen.headers["vary"] == WORDS
            assert "content-security-policy" in seen.names
            assert seen.headers["cache-control"].startswith("public, max-age=0, s-maxage=")
            assert "stale-while-revalidate=" in seen.headers["cache-control"]
            assert "stale-if-error=" in seen.headers["cache-control"]
        assert not worker.makes(address)


def test_an_unknown_query_fills_no_shelf(worker, keeping, story):
    plain = worker.ask(story.get_absolute_url())

    for n in range(20):
        seen = worker.ask(f"{story.get_absolute_url()}?utm_source={n}&<script>")
        assert seen.text == plain.text
    assert worker.made == 1
    assert len(list(keeping.shelf.pages())) == 1


def test_a_page_made_for_a_strange_request_is_the_page_of_everybody(worker, keeping, story):
    """Whatever the first reader sent along, the second sees nothing of it."""
    plain = worker.ask(story.get_absolute_url()).text
    keeping.board.forget_everything()

    worker.ask(
        f"{story.get_absolute_url()}?q=poison",
        cookie="newsroom_session=poison",
        x_forwarded_host="poison.example",
        x_original_url="/poison/",
        accept_language="ar",
        user_agent="poison",
    )

    assert worker.ask(story.get_absolute_url()).text == plain


@pytest.mark.parametrize("host", ["poison.example", "", "testserver:99999", "testserver@poison", "TESTSERVER\r\nX: y"])
def test_a_strange_host_reads_nothing_and_leaves_nothing(worker, keeping, story, host):
    worker.ask(story.get_absolute_url())
    kept = len(list(keeping.shelf.pages()))

    seen = worker.ask(story.get_absolute_url(), host=host)

    assert seen.status in {200, 400}
    assert "poison" not in seen.body.decode()
    assert len(list(keeping.shelf.pages())) == kept


def test_with_an_address_of_its_own_all_hosts_share_its_pages(worker_of, settings, story):
    settings.SITE_ADDRESS, settings.ALLOWED_HOSTS = "https://paper.example", [".paper.example"]
    worker = worker_of()

    first = worker.ask(story.get_absolute_url(), host="www.paper.example")

    assert "https://paper.example" + story.get_absolute_url() in first.text
    assert not worker.makes(story.get_absolute_url(), host="PAPER.example:8443")
    assert worker.ask(story.get_absolute_url(), host="other.example").status == 400


def test_who_asks_without_encryption_is_sent_to_it(worker_of, settings, story):
    settings.SITE_ADDRESS, settings.SECURE_SSL_REDIRECT = "https://testserver", True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    worker = worker_of()
    address = story.get_absolute_url()

    assert worker.ask(address, x_forwarded_proto="https").status == 200
    seen = worker.ask(address, x_forwarded_proto="http")
    assert (seen.status, seen.headers["location"]) == (301, f"https://testserver{address}")


def test_errors_are_not_kept(worker, keeping, story):
    withdraw(story=story, reason="The court asked us to.")
    for address, status in ((story.get_absolute_url(), 410), ("/nowhere/", 404), ("/2020/01/01/nothing/", 404)):
        assert worker.ask(address).status == status
        assert worker.makes(address)
    assert list(keeping.shelf.pages()) == []


@pytest.mark.parametrize("address", ["/admin/login/", "/search/?q=ferry", "/search/", "/latest"])
def test_what_depends_on_who_asks_goes_through(worker, keeping, story, address):
    assert worker.makes(address)
    assert worker.makes(address)
    assert list(keeping.shelf.pages()) == []


def test_the_page_after_a_refused_comment_is_not_kept(worker, keeping, story):
    seen = worker.ask(f"{story.get_absolute_url()}comments/", method="POST")

    assert seen.status == 422
    assert "no-store" in seen.headers["cache-control"]
    assert list(keeping.shelf.pages()) == []


def test_an_error_that_browsers_ask_for_packed_is_sent_packed(worker):
    seen = worker.ask("/nowhere/", accept_encoding="gzip")
    assert (seen.status, seen.headers["content-encoding"]) == (404, "gzip")
    gone = worker.ask("/tag/nothing/", accept_encoding="gzip")
    assert (gone.status, gone.headers["content-encoding"]) == (404, "gzip")
    assert "</html>" in gone.text


def test_nobody_waits_for_a_page_that_will_not_be_kept(worker, keeping, story, monkeypatch):
    """Many ask for a story that is gone: answered one after the other, they would keep others from their pages."""
    withdraw(story=story, reason="It was wrong.")
    address = story.get_absolute_url()
    assert worker.ask(address).status == 410

    with keeping.shelf.lease(f"http://testserver{address}") as somebody_else_makes_it, monkeypatch.context() as patch:
        assert somebody_else_makes_it
        patch.setattr(layer.time, "sleep", lambda _: pytest.fail("waits"))
        assert worker.ask(address).status == 410


def test_what_is_published_where_nothing_was_is_kept(worker, keeping):
    assert worker.ask("/world/").status == 404
    make_story(category=make_category(slug="world"))
    for _ in range(2):
        assert worker.ask("/world/").status == 200
    assert not worker.makes("/world/")
