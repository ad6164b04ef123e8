"""Hundreds of hostile inputs over HTTP: none fails the paper, and what is stored reads back to the character."""

import re
from html import unescape
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

import pytest

from comments.fields import LINE_ENDS
from comments.models import Comment
from comments.token import sign
from tests.factories.forms import FORM
from tests.factories.hostile import FIELDS, bodies
from tests.factories.stories import make_story

TEXTAREA = re.compile(r'<textarea id="own-text"[^>]*>\n?(.*?)</textarea>', re.DOTALL)


@pytest.fixture
def story(paper, settings):
    settings.COMMENT_PACE = "off"
    return make_story(headline="Harbour reopens")


@pytest.fixture
def ask(paper):
    """Status, place to go and text of an answer; over a connection of its own."""

    def ask(method, path, body=None, kind=FORM):
        connection = HTTPConnection(urlsplit(paper).netloc, timeout=60)
        try:
            connection.request(method, path, body, {"Content-Type": kind} if body is not None else {})
            answer = connection.getresponse()
            return answer.status, answer.headers.get("Location"), answer.read().decode()
        finally:
            connection.close()

    return ask


def test_there_are_hundreds_of_them():
    assert len({*FIELDS}) + len(bodies("")) >= 300


def test_words_are_stored_as_they_were_typed_or_refused_in_a_sentence(story, ask):
    address, token = f"{story.get_absolute_url()}comments/", sign(story.pk)
    stored = 0
    for name, text in FIELDS:
        status, place, page = ask("POST", address, urlencode({"name": name, "comment": text, "token": token}))
        what = (name[:60], text[:60], status)
        assert status in {303, 422}, what
        if status == 422:
            assert "Your comment was not posted." in page, what
            assert "<script>alert" not in page, what
            continue
        stored += 1
        comment = Comment.objects.get(pk=int(place.rpartition("/receipt/")[2].partition("-")[0]))
        assert comment.text == LINE_ENDS.sub("\n", text), what
        assert comment.name == name.strip(" \t\xa0"), what
        assert shown_to_its_writer(ask, place) == comment.text, what
    assert stored > len(FIELDS) / 2


def shown_to_its_writer(ask, place):
    status, _, page = ask("GET", place.partition("#")[0])
    assert status == 200
    assert "<script>alert" not in page
    return unescape(TEXTAREA.search(page)[1])


@pytest.mark.parametrize("path", ["", "report/1/", "receipt/1-x/", "reply/1/", "page/1/"])
def test_no_body_whatsoever_fails_the_paper(story, ask, path):
    for kind, body in bodies(sign(story.pk)):
        status, _, _ = ask("POST", f"{story.get_absolute_url()}comments/{path}", body, kind)
        assert 300 <= status < 500, (kind[:60], body[:60], status)
    assert ask("GET", story.get_absolute_url())[0] == 200
