"""Whatever a body is, its words are kept and nothing answers 500."""

import json
from urllib.parse import quote, urlencode

import pytest

from comments.models import Comment
from comments.token import sign

FORM = "application/x-www-form-urlencoded"
TYPED = "Grüße aus Zürich"
PART = 'Content-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'


def parts(story, *, comment=TYPED, end="--x--\r\n") -> bytes:
    fields = {"name": "Ada", "comment": comment, "token": sign(story.pk)}
    return ("".join(f"--x\r\n{PART.format(*field)}" for field in fields.items()) + end).encode()


def encoded(story, encoding="utf-8", **fields) -> str:
    return urlencode({"name": "Ada", "comment": TYPED, "token": sign(story.pk)} | fields, encoding=encoding)


def assert_refused(answer, sentence="", *, status=422, typed=TYPED):
    assert answer.status_code == status
    assert sentence in answer.content.decode()
    assert typed in answer.content.decode()
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    "kind", [FORM, f"{FORM}; charset=utf-8", f"{FORM};charset=UTF8", f'{FORM}; charset="us-ascii"']
)
def test_what_browsers_send_is_taken(story, send_raw, kind):
    assert send_raw(story, encoded(story), kind).status_code == 303
    assert Comment.objects.get().text == TYPED


@pytest.mark.parametrize(
    "kind", ["multipart/form-data; boundary=x", 'multipart/form-data; charset=utf-8; boundary="x"']
)
def test_a_form_in_parts_is_taken(story, send_raw, kind):
    assert send_raw(story, parts(story), kind).status_code == 303
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


@pytest.mark.parametrize("charset", ["utf-16", "klingon", "base64"])
def test_parts_in_another_charset(story, send_raw, charset):
    assert_refused(
        send_raw(story, parts(story), f"multipart/form-data; boundary=x; charset={charset}"), "character set"
    )


@pytest.mark.parametrize("stray", ["%", "100%", "%zz", "%u00fc", "%FF", "%C3%28", "%ED%A0%80"])
def test_bytes_that_are_no_text(story, send_raw, stray):
    body = f"name=Ada&token={sign(story.pk)}&comment={quote(TYPED)}+{stray}"

    assert_refused(send_raw(story, body, FORM), "arrived damaged")


@pytest.mark.parametrize("end", ["", "--x", "--x-"])
def test_parts_that_were_cut_off(story, send_raw, end):
    assert_refused(send_raw(story, parts(story, end=end), "multipart/form-data; boundary=x"), "arrived damaged")


@pytest.mark.parametrize(
    "kind", ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=other"]
)
def test_parts_whose_boundary_is_not_told(story, send_raw, kind):
    assert_refused(send_raw(story, parts(story), kind), "arrived damaged")


def test_parts_that_are_no_text(story, send_raw):
    body = parts(story).replace("ü".encode(), b"\xfc")

    assert_refused(send_raw(story, body, "multipart/form-data; boundary=x"), "arrived damaged", typed="aus Z")


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


def test_more_than_can_be_read(story, send_raw):
    body = encoded(story, comment="x" * 3_000_000)

    assert_refused(send_raw(story, body, FORM), "too long to be read", status=413, typed="")


def test_a_file_is_no_comment(story, send_raw):
    body = parts(story).replace(b'name="comment"', b'name="comment"; filename="a.txt"')

    assert_refused(send_raw(story, body, "multipart/form-data; boundary=x"), "Please enter your comment!", typed="Ada")


def test_of_a_field_sent_twice_the_last_counts(story, send_raw):
    send_raw(story, f"comment=first&{encoded(story, comment='second')}", FORM)

    assert Comment.objects.get().text == "second"


def test_a_form_of_too_many_parts(story, send_raw):
    more = "".join(f"--x\r\n{PART.format(f'field{number}', '')}" for number in range(1500))

    body = parts(story, end=f"{more}--x--\r\n")

    assert_refused(send_raw(story, body, "multipart/form-data; boundary=x"), "arrived damaged")


def test_a_part_with_an_endless_header(story, send_raw):
    body = parts(story).replace(b'"name"\r\n', b'"name"\r\nX-Long: ' + b"x" * 20_000 + b"\r\n")

    assert_refused(send_raw(story, body, "multipart/form-data; boundary=x"), "arrived damaged")


@pytest.mark.parametrize("kind", ["text/plain", "", "application/x-unheard-of"])
def test_a_form_of_another_kind(story, send_raw, kind):
    assert_refused(send_raw(story, encoded(story), kind), "Please use this form")


@pytest.mark.parametrize("body", ["[" * 100_000, '{"comment": 5}', '["comment"]', "1" * 5000, '{"comment": "\\ud800"}'])
def test_json_that_nobody_meant(story, send_raw, body):
    assert_refused(send_raw(story, body, "application/json"), "Please use this form", typed="")
