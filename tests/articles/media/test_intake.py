"""What comes in as a picture, and what is turned away with which words."""

import io
import struct
import zipfile
import zlib

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from articles.media.intake import take_in
from tests.factories.images import make_file, make_picture


def refusal(content, name=""):
    with pytest.raises(ValidationError) as caught:
        take_in(content, name=name)
    return caught.value


def file_of(picture=None, name="picture.jpg", **options):
    return make_file(picture, name, **options).read()


def zipped():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("run.sh", "echo")
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.gif", "a.avif"])
def test_each_usual_format_comes_in_at_its_size(name):
    assert take_in(file_of(make_picture(40, 30), name), name=name).size == (40, 30)


@pytest.mark.parametrize("name", ["a.JPG", "a.jpeg", "a.jfif", "C:\\fakepath\\a.jpg", "a", ""])
def test_a_jpeg_may_have_any_of_its_usual_names_or_none(name):
    assert take_in(file_of(), name=name).mode == "RGB"


@pytest.mark.parametrize("name", ["a.png", "a.jpg.exe", "a.svg", "a.html"])
def test_a_name_that_contradicts_the_content_is_refused_and_told_the_right_ending(name):
    error = refusal(file_of(), name)
    assert error.code == "wrong_ending"
    assert "is a JPEG picture" in error.message
    assert ".jpg" in error.message


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG drawing"),
        (b"\xef\xbb\xbf  <SVG onload=alert(1)>", "SVG drawing"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b"%PDF-1.7 ...", "PDF document"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "HEIC picture"),
        (b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00mp42isom", "video"),
        (b"II*\x00\x08\x00\x00\x00", "TIFF"),
        (b"BM1234", "BMP"),
        (zipped(), "ZIP archive"),
    ],
)
def test_other_kinds_of_file_are_refused_by_their_name_with_advice(content, words):
    error = refusal(content, "photo.jpg")
    assert error.code == "refused_kind"
    assert words in error.message
    assert "upload" in error.message or "taken" in error.message


def test_a_file_of_no_known_kind_is_refused():
    assert refusal(b"hello, this is not a picture").code == "unknown_kind"


def test_an_empty_file_is_refused():
    assert refusal(b"").code == "empty"


def test_a_file_with_too_many_bytes_is_refused_with_both_numbers(settings):
    settings.PICTURE_MAX_BYTES = 200_000
    error = refusal(b"\xff\xd8\xff" + bytes(1_000_000))
    assert error.message == "The file has 1.0 MB; up to 0.2 MB are taken. Save it smaller."


def png_header(width, height):
    chunk = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return b"\x89PNG\r\n\x1a\n" + body + struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))


@pytest.mark.parametrize("size", [(8000, 8000), (10_000, 10_000), (60_000, 60_000), (2_000_000_000, 2_000_000_000)])
def test_a_header_that_promises_too_many_pixels_is_refused_before_decoding(size):
    assert refusal(png_header(*size)).code == "too_many_pixels"


def test_a_picture_with_one_endless_side_is_refused():
    assert refusal(png_header(40_000, 1)).code == "too_many_pixels"


def test_the_number_of_pixels_is_a_setting(settings):
    settings.PICTURE_MAX_PIXELS = 1000
    assert refusal(file_of(make_picture(40, 30))).code == "too_many_pixels"


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.gif", "a.avif"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_file_is_refused_as_damaged(name, share):
    whole = file_of(make_picture(200, 160), name)
    assert refusal(whole[: int(len(whole) * share)], name).code == "damaged"


def test_a_truncated_progressive_jpeg_is_refused():
    whole = file_of(make_picture(200, 160), progressive=True)
    assert refusal(whole[:-200]).code == "damaged"


@given(
    where=st.floats(0.02, 0.98),
    noise=st.binary(min_size=1, max_size=12),
    name=st.sampled_from(["jpg", "png", "webp", "gif"]),
)
def test_damage_anywhere_ends_in_a_picture_or_a_sentence(where, noise, name):
    whole = bytearray(file_of(make_picture(32, 24, colour=(1, 2, 3)), f"a.{name}"))
    start = int(len(whole) * where)
    whole[start : start + len(noise)] = noise
    outcome = ""
    try:
        outcome = take_in(bytes(whole)).mode
    except ValidationError as error:
        outcome = error.message
    assert outcome in {"RGB", "RGBA"} or outcome.endswith(".")


@pytest.mark.parametrize(
    ("hidden", "words"),
    [
        (zipped(), "a ZIP archive"),
        (b"<html><script>alert(1)</script></html>", "a web page"),
        (b"<?php system($_GET['c']);", "web page or program"),
    ],
)
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.gif"])
def test_a_second_file_hidden_behind_a_picture_is_refused(hidden, words, name):
    error = refusal(file_of(name=name) + hidden, name)
    assert error.code == "stowaway"
    assert words.removeprefix("a ") in error.message


def test_a_pdf_in_a_jpeg_comment_is_refused():
    assert refusal(file_of(comment=b"%PDF-1.7\nobj")).code == "stowaway"


def test_harmless_bytes_behind_a_picture_do_not_come_in():
    picture = take_in(file_of() + b"camera maker's trailer" * 20)
    assert b"trailer" not in picture.tobytes()
    assert picture.info == {}
