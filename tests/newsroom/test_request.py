import pytest
from django.test import RequestFactory

from newsroom.request import Handler

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("charset", ["base64", "hex", "undefined", "utf-16", "latin-1", "rot13", "no-such-thing"])
def test_a_declared_charset_never_brings_a_page_down(charset):
    asked = RequestFactory().generic("GET", "/search/?q=ferry", content_type=f"text/plain; charset={charset}")
    answered = []

    Handler()(asked.environ, lambda status, _headers: answered.append(status)).close()

    assert answered == ["200 OK"]


def test_a_query_is_read_as_utf8_whatever_is_declared():
    asked = RequestFactory().generic("GET", "/search/?q=Z%C3%BCrich", content_type="text/plain; charset=latin-1")

    page = b"".join(Handler()(asked.environ, lambda *_: None)).decode()

    assert "Zürich" in page
