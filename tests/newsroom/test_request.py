import codecs

import pytest
from django.test import RequestFactory

from newsroom.request import Handler

pytestmark = pytest.mark.django_db


def answer_to(path: str, content_type: str):
    """What the site's own handler answers, as the web server would be told."""
    asked = RequestFactory().generic("GET", path, content_type=content_type)
    handler = Handler()
    return handler.get_response(handler.request_class(asked.environ))


@pytest.mark.parametrize("charset", ["base64", "hex", "undefined", "utf-16", "latin-1", "rot13", "no-such-thing"])
def test_a_declared_charset_never_brings_a_page_down(charset):
    assert answer_to("/search/?q=ferry", f"text/plain; charset={charset}").status_code == 200


def test_a_query_is_read_as_utf8_whatever_is_declared():
    assert "Zürich" in answer_to("/search/?q=Z%C3%BCrich", "text/plain; charset=latin-1").text


@pytest.mark.parametrize(
    "parameter", ["charset*=no-such''utf-8", "charset*=utf-8''%ff", "x*=base64''a", "charset*0*=a"]
)
def test_a_content_type_that_cannot_be_read_never_brings_a_page_down(parameter):
    assert answer_to("/search/?q=ferry", f"text/plain; {parameter}").status_code == 200


@pytest.mark.parametrize("parameter", ["charset=stranger", "charset*=stranger''a", "x*=stranger''a"])
def test_no_encoding_that_a_stranger_names_is_looked_up(parameter):
    asked = []
    codecs.register(asked.append)
    try:
        answer_to("/search/?q=ferry", f"text/plain; {parameter}")
    finally:
        codecs.unregister(asked.append)

    assert "stranger" not in asked
