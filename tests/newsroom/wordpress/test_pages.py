"""Pages of an old site, each at an address of its own."""

import pytest

from articles.models import Page
from tests.factories import wordpress as old
from tests.factories.stories import make_category

pytestmark = pytest.mark.django_db


def test_a_page_stands_at_its_own_address(bring):
    bring(old.item("About us", "We <i>print</i>.", post_type="page", post_name="about-us"))
    page = Page.objects.get()
    assert (page.title, page.slug, page.is_public) == ("About us", "about-us", True)
    assert page.body == "<p>We <em>print</em>.</p>"


def test_a_page_where_something_stands_is_numbered_and_told(bring):
    make_category(name="Harbour", slug="harbour")
    _, told = bring(old.item("Harbour", "b", post_type="page", post_name="harbour"))
    assert Page.objects.get().slug == "harbour-2"
    assert "/harbour-2/" in told


def test_a_page_that_was_a_draft_is_not_public(bring):
    bring(old.item(post_type="page", status="draft"))
    assert not Page.objects.get().is_public


def test_an_excerpt_too_long_for_a_pages_description_begins_its_text(bring):
    bring(old.item("About", "Us.", post_type="page", excerpt="We print the news. " * 20))
    assert Page.objects.get().body.count("We print the news.") == 20
