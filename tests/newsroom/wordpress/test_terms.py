"""Categories and tags of an old site, as they stand here."""

import pytest

from articles.models import Category, Story
from tests.factories import wordpress as old
from tests.factories.stories import make_category

pytestmark = pytest.mark.django_db


def story() -> Story:
    return Story.objects.get()


def test_categories_keep_their_tree(bring):
    bring(old.category("ferries", "Ferries", parent="harbour"), old.category("harbour", "Harbour"))
    assert Category.objects.get(slug="ferries").path == "harbour/ferries"


def test_a_circle_of_parents_is_cut(bring):
    ledger, _ = bring(old.category("a", "Aa", parent="b"), old.category("b", "Bb", parent="a"))
    assert ledger.rows["categories"].imported == 2


def test_the_most_used_categories_lead_the_navigation_of_a_new_site(bring):
    bring(old.category("dull", "Dull"), old.category(), old.item("T", "b", old.filed("harbour", "Harbour")))
    assert [category.slug for category in Category.objects.filter(in_navigation=True)] == ["harbour"]


def test_a_site_with_a_navigation_keeps_it(bring):
    mine = make_category(in_navigation=True)
    bring(old.category(), old.item("T", "b", old.filed("harbour", "Harbour")))
    assert list(Category.objects.filter(in_navigation=True)) == [mine]


def test_a_category_that_is_here_under_its_name_is_joined(bring):
    mine = make_category(name="Harbour", slug="harbour")
    bring(old.category(), old.item("T", "b", old.filed("harbour", "Harbour")))
    assert story().category == mine


def test_a_reserved_category_slug_is_numbered_and_told(bring):
    _, told = bring(old.category("search", "Search"))
    assert Category.objects.get().path == "search-2"
    assert "/search-2/" in told


def test_uncategorized_gives_way_to_any_other_category(bring):
    filed = old.filed("uncategorized", "Uncategorized"), old.filed("harbour", "Harbour")
    bring(old.item("T", "b", *filed))
    assert (story().category.slug, story().further_categories.count()) == ("harbour", 0)


def test_a_post_filed_nowhere_is_uncategorized(bring):
    bring(old.item())
    assert story().category.name == "Uncategorized"


def test_tags_that_differ_in_case_and_accents_alone_are_one(bring):
    tags = old.tag("cafe", "Café"), old.tag("cafe-2", "CAFE")
    _, told = bring(*tags, old.item("T", "b", old.filed("cafe-2", "CAFE", "post_tag")))
    assert [tag.name for tag in story().tags.all()] == ["Café"]
    assert "joined" in told
