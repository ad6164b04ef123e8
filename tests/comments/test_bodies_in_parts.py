"""A form sent in parts, as `multipart/form-data`: its words are kept whatever is wrong with it."""

import pytest

from comments.models import Comment
from tests.factories.forms import FORM, PARTS, TYPED, assert_refused, encoded, part, parts


@pytest.mark.parametrize("kind", [PARTS, 'Multipart/Form-Data; charset=utf-8; boundary="x"'])
def test_a_form_in_parts_is_taken(story, send_raw, kind):
    assert send_raw(story, parts(story), kind).status_code == 303
    assert Comment.objects.get().text == TYPED


@pytest.mark.parametrize("words", ["a\r\n--\r\nb", "a\r\n--xy\r\nb", "a\r\n --x\r\nb"])
def test_words_that_look_like_a_boundary_stay_words(story, send_raw, words):
    assert send_raw(story, parts(story, comment=words), PARTS).status_code == 303
    assert Comment.objects.get().text == words.replace("\r\n", "\n")


def test_bare_line_ends_do(story, send_raw):
    assert send_raw(story, parts(story).replace(b"\r\n", b"\n"), PARTS).status_code == 303


def test_what_stands_before_and_after_the_parts_is_passed_over(story, send_raw):
    body = b"before\r\n" + parts(story, end="--x--\r\nafter")

    assert send_raw(story, body, PARTS).status_code == 303
    assert Comment.objects.get().text == TYPED


@pytest.mark.parametrize("charset", ["utf-16", "klingon", "base64"])
def test_parts_in_another_charset(story, send_raw, charset):
    assert_refused(send_raw(story, parts(story), f"{PARTS}; charset={charset}"), "character set")


@pytest.mark.parametrize("charset", ["utf-16", "latin-1", '"windows-1252"', "klingon", "base64"])
def test_one_part_that_declares_another_charset(story, send_raw, charset):
    head = f"Content-Type: text/plain; charset={charset}\r\n"

    assert_refused(send_raw(story, parts(story, head=head), PARTS), "character set")


def test_one_part_that_is_in_another_charset(story, send_raw):
    head = "Content-Type: text/plain; charset=utf-16\r\n"
    body = parts(story, head=head).replace(TYPED.encode(), TYPED.encode("utf-16"))

    assert_refused(send_raw(story, body, PARTS), "character set")


@pytest.mark.parametrize("end", ["", "--x", "--x-"])
def test_parts_that_were_cut_off(story, send_raw, end):
    assert_refused(send_raw(story, parts(story, end=end), PARTS), "arrived damaged")


@pytest.mark.parametrize(
    "kind",
    [
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=other",
        "multipart/form-data; boundary=" + "x" * 5000,
        FORM,
    ],
)
def test_parts_whose_boundary_is_not_told(story, send_raw, kind):
    assert_refused(send_raw(story, parts(story), kind), "arrived damaged")


@pytest.mark.parametrize("kind", ["", "text/plain", "application/json", "multipart/mixed; boundary=x"])
def test_parts_under_another_name(story, send_raw, kind):
    assert_refused(send_raw(story, parts(story), kind), "Please use this form")


def test_a_form_that_says_it_is_in_parts_and_is_not(story, send_raw):
    assert_refused(send_raw(story, encoded(story), PARTS), "arrived damaged", typed="")


def test_parts_that_are_no_text(story, send_raw):
    body = parts(story).replace("ü".encode(), b"\xfc")

    assert_refused(send_raw(story, body, PARTS), "arrived damaged", typed="aus Z")


def test_a_file_is_no_comment(story, send_raw):
    body = parts(story).replace(b'name="comment"', b'name="comment"; filename="a.txt"')

    assert_refused(send_raw(story, body, PARTS), "Please enter your comment!", typed="Ada")


def test_a_file_beside_the_comment_is_left(story, send_raw):
    end = part("comment", "other words").replace('"\r\n', '"; filename="a.txt"\r\n', 1) + "--x--\r\n"

    assert send_raw(story, parts(story, end=end), PARTS).status_code == 303
    assert Comment.objects.get().text == TYPED


def test_a_form_of_too_many_parts(story, send_raw):
    more = "".join(part(f"field{number}", "") for number in range(1500))

    assert_refused(send_raw(story, parts(story, end=f"{more}--x--\r\n"), PARTS), "arrived damaged")


def test_a_part_with_an_endless_header(story, send_raw):
    body = parts(story, head=f"X-Long: {'x' * 20_000}\r\n")

    assert_refused(send_raw(story, body, PARTS), "arrived damaged")


@pytest.mark.parametrize(
    "body",
    [
        b'name="comment"\r\n' * 100_000,
        b'--x\r\nContent-Disposition: form-data; name="comment"\r\n' + b"a\r\n" * 500_000,
        b'--x\r\n; name="comment"' + b" " * 2_000_000,
        b"--x\r\n" * 400_000,
        b"--x" + b" " * 2_000_000,
        b"-" * 2_000_000,
        b"--x\r\n" + b"\r\n" * 1_000_000,
    ],
)
def test_no_body_keeps_a_process_busy(story, send_raw, body):
    assert_refused(send_raw(story, body, PARTS), "arrived damaged", typed="")
