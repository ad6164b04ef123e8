"""Collecting static files joins a stylesheet with what it imports."""

import re
import zlib

import pytest
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import StaticFilesStorage

from newsroom.assets import bundle


def put(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.fixture
def joined(tmp_path):
    """Give files by name, get `css/site.css` joined."""

    def join(**files):
        names = {name.replace("__", "/") + ".css": text for name, text in files.items()}
        for name, text in names.items():
            put(tmp_path, name, text)
        storage = StaticFilesStorage(location=tmp_path, base_url="/static/")
        return bundle({name: (storage, name) for name in names}, "css/site.css")

    return join


def test_import_is_replaced_by_its_rules_in_its_layer(joined):
    css = joined(css__site='@import url("base.css") layer(base);', css__base="p { margin: 0; }")
    assert css == "@layer base{p { margin: 0; }}"


def test_import_for_a_medium_keeps_it(joined):
    css = joined(css__site='@import url("print.css") layer(utilities) print;', css__print="nav { display: none; }")
    assert css == "@media print{@layer utilities{nav { display: none; }}}"


def test_addresses_in_a_part_lead_where_they_led(joined):
    css = joined(
        css__site='@import url("parts/face.css") layer(base);', css__parts__face='a { b: url("../../fonts/x.woff2"); }'
    )
    assert 'url("../fonts/x.woff2")' in css


def test_comments_are_left_out(joined):
    assert joined(css__site="/* why\nand how */\nhtml { color: red; }") == "html { color: red; }"


def test_whole_stylesheet_is_one_file_of_at_most_14_kilobytes():
    found = {name: (storage, name) for finder in get_finders() for name, storage in finder.list([])}
    css = bundle(found, "css/site.css")
    assert "@import" not in css
    assert re.search(r"@layer reset, tokens, base", css)
    assert len(zlib.compress(css.encode(), 6)) <= 14_000
