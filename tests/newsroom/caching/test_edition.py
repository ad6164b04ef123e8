"""Which pages are another edition's, so that a paper that is started anew does not serve them."""

import pytest

from newsroom.caching.front.places import VARNISH, Place
from newsroom.caching.pages import edition


@pytest.fixture(autouse=True)
def settings_of_a_test(settings):
    """From the first change on Django names no settings module."""
    settings.PAGES = False


@pytest.mark.parametrize(
    ("name", "value"),
    [("COMMENT_TOKEN_HOURS", 2), ("VIEWS_BEACON", True), ("FRONT", [Place(VARNISH, "127.0.0.1:6081")])],
)
def test_what_an_operator_sets_makes_other_pages(settings, name, value):
    before = edition()

    setattr(settings, name, value)

    assert edition() != before


def test_how_much_room_pages_have_makes_no_other_pages(settings):
    before = edition()

    settings.PAGES_BYTES, settings.PAGES_MEMORY_BYTES = 1, 2

    assert edition() == before
