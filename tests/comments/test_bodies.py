"""Whatever a body is, its words are kept and nothing answers 500."""

import json
from io import BytesIO
from urllib.parse import quote

import pytest

from comments.models import Comment
from comments.token import sign
from tests.factories.forms import FORM, TYPED, assert_refused, encoded


@pytest.mark.parametrize(
    "kind", [FORM, f"{FORM}; charset=utf-8", f"{FORM};charset=UTF8", f'{FORM}; charset="us-ascii"']
)
def test_what_browsers_send_is_taken(story, send_raw, kind):
    assert send_raw(story, encoded(story), kind).status_code == 303
    assert Comment.objects.get().text == TYPED


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-32", "latin-1", "windows-1252", "gb18030"])
def test_a_body_written_in_another_charset(story, send_raw, charset):
    body = encoded(story).encode(charset)

    assert_refused(send_raw(story, body, f"{FORM}; charset={charset}"), "character set")


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-be", "utf-32", "latin-1", "windows-1252", "gb18030"])
def test_letters_escaped_in_another_charset(story, send_raw, charset):
    assert_refused(send_raw(story, encoded(story, charset), f"{FORM}; charset={charset}"), "character set")


@pytest.mark.parametrize(
    "charset", ["utf-16", "shift_jis", "klingon", "base64", "idna", "undefined", "x" * 300, "\xff"]
)
def test_a_charset_that_is_declared_and_not_used(story, send_raw, charset):
    assert_refused(send_raw(story, encoded(story), f"{FORM}; charset={charset}"), "character set")


@pytest.mark.parametrize("stray", ["%", "100%", "%zz", "%u00fc", "%FF", "%C3%28", "%ED%A0%80"])
def test_bytes_that_are_no_text(story, send_raw, stray):
    body = f"name=Ada&token={sign(story.pk)}&comment={quote(TYPED)}+{stray}"

    assert_refused(send_raw(story, body, FORM), "arrived damaged")


@pytest.mark.parametrize(
    "body", [b"", b"--", b"--\r\n", b"garbage", b"\0" * 500, b"--x\r\n--x--", b"--\xff\r\n\r\n--\xff--"]
)
@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", FORM, f"{FORM}; charset=utf-16", "", "text/plain"])
def test_no_body_is_an_error_of_ours(story, send_raw, body, kind):
    assert_refused(send_raw(story, body, kind), "Please enter your comment!", typed="")


def test_other_kinds_of_bodies_are_no_form(story, send_raw):
    body = json.dumps({"name": "Ada", "comment": TYPED})

    assert_refused(send_raw(story, body, "application/json"), "Please use this form")


def test_more_fields_than_the_form_has(story, send_raw):
    body = encoded(story) + "&x=1" * 2000

    assert_refused(send_raw(story, body, FORM), "arrived damaged")


def test_a_hundred_times_too_long_a_comment_comes_back_whole(story, send_raw):
    words = "ж" * 500_000

    assert_refused(send_raw(story, encoded(story, comment=words), FORM), "has 500,000 characters", typed=words)


@pytest.mark.parametrize("length", [1001, 300_000])
def test_more_than_can_be_read(story, send_raw, settings, length):
    settings.COMMENT_BYTES = 1000
    answer = send_raw(story, "comment=" + "x" * length, FORM)

    assert_refused(answer, "is too long to be read. Your browser has kept it", status=413, typed="")
    assert "Please enter" not in answer.content.decode()


def test_a_form_sent_in_chunks_is_taken(story, send_raw):
    chunks = {"wsgi.input_terminated": True, "wsgi.input": BytesIO(encoded(story).encode())}

    assert send_raw(story, b"x", FORM, CONTENT_LENGTH="", **chunks).status_code == 303
    assert Comment.objects.get().text == TYPED


def test_a_form_that_broke_off_on_its_way(story, send_raw):
    body = encoded(story).encode()

    answer = send_raw(story, body, FORM, CONTENT_LENGTH=str(len(body) + 1), **{"wsgi.input": BytesIO(body)})

    assert_refused(answer, "arrived damaged")


def test_of_a_field_sent_twice_the_last_counts(story, send_raw):
    send_raw(story, f"comment=first&{encoded(story, comment='second')}", FORM)

    assert Comment.objects.get().text == "second"


@pytest.mark.parametrize("kind", ["text/plain", "", "application/x-unheard-of"])
def test_a_form_of_another_kind(story, send_raw, kind):
    assert_refused(send_raw(story, encoded(story), kind), "Please use this form")


@pytest.mark.parametrize("body", ["[" * 100_000, '{"comment": 5}', '["comment"]', "1" * 5000, '{"comment": "\\ud800"}'])
def test_json_that_nobody_meant(story, send_raw, body):
    assert_refused(send_raw(story, body, "application/json"), "Please use this form", typed="")


def test_a_form_written_in_lines(story, send_raw):
    body = f"comment={TYPED} & more = all\r\nname=Ada\r\ntoken={sign(story.pk)}\r\n"

    answer = send_raw(story, body, "text/plain")

    assert_refused(answer, "Please use this form", typed=f"{TYPED} & more = all")
    assert "more = all</textarea>" in answer.content.decode()
