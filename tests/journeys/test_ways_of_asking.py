"""However a page is asked for: it is read or refused, packed where that helps, and sent once."""

import pytest
from django.test import Client

from tests.factories.images import make_image
from tests.factories.papers import PAGES, STORY, make_paper
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db
MACHINES = ("/feed/", "/world/feed/", "/sitemap.xml", "/sitemaps/sections.xml", "/sitemaps/2024-04.xml", "/robots.txt")
READ_ONLY = (*(place.address for place in PAGES.values()), *MACHINES)
BROWSER = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_a_page_is_read_and_nothing_else_is_done_to_it(method):
    make_paper()
    client = Client(enforce_csrf_checks=True)
    for address in READ_ONLY:
        answer = client.generic(method, address, b"a=b")
        assert (address, answer.status_code, answer["Allow"]) == (address, 405, "GET, HEAD")
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")
        assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_a_comment_can_still_be_posted_and_the_desk_still_asks_for_its_token():
    make_paper()
    client = Client(enforce_csrf_checks=True)
    assert client.post(f"{STORY}comments/", {"name": "", "comment": ""}).status_code == 422
    assert client.post("/admin/login/", {"username": "a", "password": "b"}).status_code == 403


def test_a_head_request_answers_as_the_page_does_without_its_words(client):
    make_paper()
    for address in READ_ONLY:
        page, head = client.get(address), client.head(address)
        assert (head.status_code, head.content) == (page.status_code, b"")
        assert head["Content-Type"] == page["Content-Type"]
        assert head["Content-Length"] == page["Content-Length"]


def test_who_has_the_page_already_is_not_sent_it_again(client):
    address = make_story().get_absolute_url()
    page = client.get(address, headers=BROWSER)
    again = client.get(address, headers=BROWSER | {"If-None-Match": page["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    # What a cache keeps by, it must be told again.
    assert (again["ETag"].removeprefix("W/"), again["Vary"]) == (page["ETag"].removeprefix("W/"), page["Vary"])


def test_a_page_is_packed_and_a_picture_is_sent_as_it_is(client):
    picture = client.get(make_image().rendition("wide", 100).url, headers=BROWSER)
    sent = picture.getvalue()
    assert client.get("/", headers=BROWSER)["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in picture
    assert int(picture["Content-Length"]) == len(sent)
