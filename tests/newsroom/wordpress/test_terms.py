"""Categories and tags of an old site, as they stand here."""

import re

import pytest

from articles.models import Category, Story, Tag
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


def test_two_categories_of_one_address_are_both_accounted_for(bring):
    ledger, told = bring(old.category("asia", "Asia"), old.category("asia", "Asia", parent="world"))
    assert (ledger.rows["categories"].imported, ledger.rows["categories"].left) == (1, 1)
    assert "the same address" in told


def test_a_parent_that_an_earlier_file_brought_is_found(bring):
    bring(old.category("world", "World"))
    bring(old.category("asia", "Asia", parent="world"))
    assert Category.objects.get(slug="asia").path == "world/asia"


def test_a_parent_that_is_nowhere_is_told(bring):
    _, told = bring(old.category("asia", "Asia", parent="world"))
    assert "can not stand in “world”; it stands at the top" in told


def test_a_category_without_an_address_is_filed_by_its_name(bring):
    bring(old.category("", "The Harbour"), old.category("", "Sport"), old.item("T", "b", old.filed("", "The Harbour")))
    assert story().category.slug == "the-harbour"


def test_what_is_cut_of_a_category_is_told(bring):
    _, told = bring(old.category("harbour", "Harbour " * 10, description="All of the harbour. " * 20))
    assert "its name is too long" in told
    assert "its description is too long" in told


def test_where_a_post_is_not_filed_any_more_is_told(bring):
    _, told = bring(old.item("T", "b", old.filed("uncategorized", "Uncategorized"), old.filed("harbour", "Harbour")))
    assert "“Uncategorized” says nothing beside another" in told


def test_the_category_that_an_editor_called_the_primary_one_is(bring):
    ferries = re.sub(r"(?<=<wp:term_id>)\d+", "777", old.category("ferries", "Ferries"))
    filed = old.filed("harbour", "Harbour"), old.filed("ferries", "Ferries")
    bring(old.category(), ferries, old.item("T", "b", *filed, old.meta("_yoast_wpseo_primary_category", "777")))
    assert (story().category.name, [one.name for one in story().further_categories.all()]) == ("Ferries", ["Harbour"])


def test_tags_whose_long_addresses_differ_only_at_the_end_are_two(bring):
    slugs = [f"{'%d8%a8' * 40}-{end}" for end in ("one", "two")]
    bring(*(old.tag(slug, f"Tag {slug[-3:]}") for slug in slugs))
    assert sorted(Tag.objects.values_list("name", flat=True)) == ["Tag one", "Tag two"]


def test_a_tag_without_a_name_is_left(bring):
    ledger, _ = bring(old.tag("", ""), old.item())
    assert ledger.rows["tags"].left == 1


def test_a_tags_description_is_said_to_be_left(bring):
    ferry = old.tag().replace("</wp:tag>", "<wp:tag_description>Boats.</wp:tag_description></wp:tag>")
    _, told = bring(ferry)
    assert "its description was left" in told
