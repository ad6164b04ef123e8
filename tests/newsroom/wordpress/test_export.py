"""What is read from an export, and what is refused."""

import gzip
import re
from datetime import UTC, datetime

import pytest

from newsroom.wordpress.export import Export, NotAnExportError, TruncatedError
from newsroom.wordpress.records import Author, Item, Term
from tests.factories import wordpress as old


def test_the_head_names_the_site(tmp_path):
    channel = Export(old.write(tmp_path)).channel()
    assert (channel.title, channel.origin, channel.version) == ("The Old Gazette", "old.example", "1.2")


def test_authors_terms_and_items_come_in_the_order_of_the_file(tmp_path):
    entries = old.read(tmp_path, old.author(), old.category(), old.tag(), old.item())
    assert [type(entry) for entry in entries] == [Author, Term, Term, Item]


def test_a_category_knows_its_parent_by_slug(tmp_path):
    [term] = old.read(tmp_path, old.category("ferries", "Ferries", parent="harbour"))
    assert (term.taxonomy, term.slug, term.parent) == ("category", "ferries", "harbour")


def test_an_item_carries_its_terms_meta_and_comments(tmp_path):
    parts = old.filed("harbour", "Harbour"), old.meta("_thumbnail_id", "7"), old.comment("Yes.", number=4)
    [item] = old.read(tmp_path, old.item("T", "B", *parts))
    assert [term.slug for term in item.terms_of("category")] == ["harbour"]
    assert (item.meta_value("_thumbnail_id"), item.comments[0].content) == ("7", "Yes.")


def test_a_date_of_zeros_is_no_date(tmp_path):
    [item] = old.read(tmp_path, old.item(post_date="0000-00-00 00:00:00", post_date_gmt="0000-00-00 00:00:00"))
    assert (item.published, item.local) == (None, None)


def test_the_date_in_utc_is_the_one_that_counts(tmp_path):
    [item] = old.read(tmp_path, old.item())
    assert item.published == datetime(2020, 3, 1, 9, tzinfo=UTC)


def test_a_cdata_section_that_was_split_is_whole_again(tmp_path):
    [item] = old.read(tmp_path, old.item("T", "a ]]> b"))
    assert item.content == "a ]]> b"


def test_control_characters_and_broken_utf8_stop_nothing(tmp_path):
    path = old.write(tmp_path, old.item("T", "BODY"))
    path.write_bytes(
        path.read_bytes().replace(b"BODY", b"a\x08b\x00c \xff d \xc3").replace(b"<link>", b"<link>&#11;", 2)
    )
    [item] = Export(path).entries()
    assert item.content == "abc ÿ d Ã"


def test_white_space_before_the_declaration_is_forgiven(tmp_path):
    path = old.write(tmp_path, old.item())
    path.write_bytes(b"\xef\xbb\xbf\n\n" + path.read_bytes())
    assert len(list(Export(path).entries())) == 1


def test_a_declared_encoding_is_believed(tmp_path):
    path = old.write(tmp_path, old.item("Café"))
    text = path.read_text(encoding="utf-8").replace("UTF-8", "ISO-8859-1")
    path.write_bytes(text.encode("latin-1"))
    assert [item.title for item in Export(path).entries()] == ["Café"]


def test_an_order_that_is_no_number_is_none(tmp_path):
    assert [item.order for item in old.read(tmp_path, old.item(menu_order="--5"))] == [0]


def test_a_word_that_was_pasted_from_an_older_system_keeps_its_letters(tmp_path):
    path = old.write(tmp_path, old.item("Café in Łódź"))
    path.write_bytes(path.read_bytes().replace("é".encode(), b"\xe9"))
    assert [item.title for item in Export(path).entries()] == ["Café in Łódź"]


@pytest.mark.parametrize("declared", ["x-martian", "UTF-16", "rot13", "idna", "hex", "punycode"])
def test_a_declared_encoding_that_can_not_be_is_not_believed(tmp_path, declared):
    path = old.write(tmp_path, old.item("Café"))
    path.write_bytes(path.read_bytes().replace(b"UTF-8", declared.encode()))
    assert [item.title for item in Export(path).entries()] == ["Café"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_of_two_bytes_a_letter_is_read_with_or_without_a_mark(tmp_path, encoding):
    path = old.write(tmp_path, old.item("Café"))
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    assert [item.title for item in Export(path).entries()] == ["Café"]


def test_names_of_characters_that_only_html_knows_are_read_outside_cdata_too(tmp_path):
    path = old.write(tmp_path, old.item("TITLE", "a &amp;eacute; b &lt;"))
    path.write_text(path.read_text().replace("<![CDATA[TITLE]]>", "Tonal&aacute;&nbsp;&amp;c"))
    [item] = Export(path).entries()
    assert (item.title, item.content) == ("Tonalá\xa0&c", "a &amp;eacute; b &lt;")


def test_a_namespace_that_was_not_declared_loses_nothing(tmp_path):
    path = old.write(tmp_path, old.item("T", "B", excerpt="E"))
    bare = re.sub(r'xmlns:(dc|content|excerpt)="[^"]*"', "", path.read_text())
    path.write_text(bare)
    [item] = Export(path).entries()
    assert (item.author, item.content, item.excerpt) == ("ana", "B", "E")


def test_where_a_file_is_damaged_is_said_by_line(tmp_path):
    path = old.write(tmp_path, old.item("TITLE"))
    path.write_text(path.read_text().replace("<![CDATA[TITLE]]>", "\n\n&unheard-of;"))
    with pytest.raises(
        TruncatedError, match=f"line {path.read_text()[: path.read_text().index('&unh')].count(chr(10)) + 1}"
    ):
        list(Export(path).entries())


def test_a_file_broken_off_gives_what_came_before(tmp_path):
    path = old.write(tmp_path, old.item(number=1), old.item(number=2))
    path.write_bytes(path.read_bytes()[:-200])
    entries = Export(path).entries()
    assert next(entries).old_id == "1"
    with pytest.raises(TruncatedError):
        list(entries)


def bomb(inside: str) -> bytes:
    """Ten thousand million letters in a few lines, for a reader that believes in entities."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "aaaaaaaaaa">{entities}]>{inside}'.encode()


REFUSED = {
    "another kind of file": (b"once upon a time", "not XML"),
    "JSON": (b'{"posts": []}', "not XML"),
    "an empty file": (b"", "empty"),
    "a file of nothing but spaces": (b" \n\n", "empty"),
    "a packed file": (gzip.compress(b"<rss/>"), "packed"),
    "another packed file": (b"PK\x03\x04 and so on", "packed"),
    "a page": (b"<html><body>hello</body></html>", "web page"),
    "a page with a DOCTYPE": (b"<!DOCTYPE html><html><body>hello<br></body></html>", "web page"),
    "an ordinary feed": (b'<rss version="2.0"><channel><title>x</title></channel></rss>', "WordPress's format"),
    "a bomb in a text": (
        bomb('<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>&e9;</title></channel></rss>'),
        "DOCTYPE",
    ),
    "a bomb in an attribute": (
        bomb('<rss xmlns:wp="http://wordpress.org/export/1.2/" x="&e9;"><channel><title>x</title></channel></rss>'),
        "DOCTYPE",
    ),
    "a file that names another": (
        b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss xmlns:wp="http://wordpress.org/export/1.2/"></rss>',
        "DOCTYPE",
    ),
}


@pytest.mark.parametrize(("content", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_an_export_is_refused_in_one_sentence(tmp_path, content, said):
    path = tmp_path / "file.xml"
    path.write_bytes(content)
    with pytest.raises(NotAnExportError, match=rf"^[^\n]*{said}[^\n]*\.$"):
        Export(path).channel()


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(NotAnExportError, match="No such file"):
        Export(tmp_path / "none.xml").channel()


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_every_version_of_the_format_is_read(tmp_path, version):
    path = old.write(tmp_path, old.item())
    path.write_text(path.read_text().replace("/export/1.2/", f"/export/{version}/"))
    assert len(list(Export(path).entries())) == 1
