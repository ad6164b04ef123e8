"""What the editor may store and what the gate lets in are one list."""

from django_prose_editor.config import allowlist_from_extensions

from articles.bodies.editor import EXTENSIONS
from articles.bodies.widgets import STYLES, BodyWidget
from articles.models import Page, Story
from newsroom.text import allowed

EDITORS = allowlist_from_extensions(EXTENSIONS)
# The library's own, which its menu no longer uses and the gate drops.
LIBRARYS_ATTRIBUTES = {"a": {"rel"}}


def test_the_editor_stores_no_element_that_the_gate_drops():
    assert EDITORS["tags"] <= allowed.TAGS


def test_the_gate_keeps_no_element_that_the_editor_would_lose():
    assert EDITORS["tags"] >= allowed.TAGS


def test_the_editor_stores_no_attribute_that_the_gate_drops():
    for tag, names in EDITORS["attributes"].items():
        known = allowed.ATTRIBUTES["*"] | allowed.ATTRIBUTES.get(tag, frozenset()) | LIBRARYS_ATTRIBUTES.get(tag, set())
        assert names <= known, tag


def test_stories_and_pages_are_edited_alike():
    for model in (Story, Page):
        assert isinstance(model._meta.get_field("body").formfield().widget, BodyWidget)


def test_the_surface_brings_its_styles_as_files():
    media = str(Story._meta.get_field("body").formfield().widget.media)
    assert all(style in media for style in STYLES)
    assert "importmap" in media
