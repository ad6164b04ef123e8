"""What is typed is what is shown: escaped once, in its paragraphs, with nothing added."""

import re
from html import unescape
from io import BytesIO
from urllib.parse import urlencode

from django.http import HttpRequest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from comments.charsets import words
from comments.form import CommentForm
from comments.models import Comment
from comments.submission import submitted

readable = st.text(
    st.characters(
        exclude_categories=["Cc", "Cs"], exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )
    | st.sampled_from("\n\t<>&\"'")
)
URL_ENCODED = "application/x-www-form-urlencoded"


def as_html(text) -> str:
    comment = Comment(pk=1, name="Ada", text=text)
    html = render_to_string("comments/thread.html#comment", {"comment": comment})
    return html.partition('dir="auto">')[2].rpartition("</div>")[0]


def bare_of(html) -> str:
    return re.sub("</?(?:p|br|blockquote)>", "", html)


def sent(body: bytes, content_type=URL_ENCODED) -> HttpRequest:
    request = HttpRequest()
    request.method, request._stream = "POST", BytesIO(body)
    request.content_type, request.content_params = content_type, {}
    return request


@given(readable)
def test_the_letters_shown_are_the_letters_typed(text):
    html = as_html(text)

    letters = unescape(bare_of(html))
    assert "".join(letters.split()) == "".join(text.split())


@given(readable)
def test_no_element_but_paragraphs_quotes_and_line_ends_is_made(text):
    bare = bare_of(as_html(text))

    assert "<" not in bare
    assert ">" not in bare


@given(readable)
def test_what_is_sent_is_what_is_stored(text):
    typed = submitted(sent(urlencode({"comment": text, "name": "Ada"}).encode())).fields
    form = CommentForm(story=None, typed=typed)

    form.is_valid()

    assert form.cleaned_data.get("comment", text) == text.replace("\r\n", "\n").replace("\r", "\n")


@given(readable)
def test_it_is_accepted_unless_nothing_can_be_seen(text):
    form = CommentForm(story=None, typed={"comment": text, "name": "Ada"})

    form.is_valid()

    assert form.errors.get("comment", []) in ([], ["Please enter your comment!"])


@given(st.binary(max_size=300), st.sampled_from([URL_ENCODED, "multipart/form-data", "text/plain", ""]))
def test_no_bytes_break_the_reading(body, content_type):
    found = submitted(sent(body, content_type))

    assert all(isinstance(value, str) for value in found.fields.values())


@given(st.binary(max_size=100), st.text(max_size=20))
def test_no_charset_breaks_the_reading(raw, charset):
    read = words(raw, charset)

    assert read.encode().decode() == read
