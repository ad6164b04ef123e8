import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.actions.arrange import arrange_category
from articles.models import Tag
from tests.factories.stories import make_author, make_category, make_page, make_source, make_story

pytestmark = pytest.mark.django_db


def test_a_storys_address_is_that_of_its_route():
    story = make_story()
    on = story.published_on
    parts = {"year": f"{on:%Y}", "month": f"{on:%m}", "day": f"{on:%d}", "slug": story.slug}

    assert story.get_absolute_url() == reverse("articles:article", kwargs=parts)


def test_a_categorys_address_is_that_of_its_route():
    child = make_category(slug="asia", parent=make_category(slug="world"))

    assert child.get_absolute_url() == reverse("articles:section", kwargs={"path": "world/asia"})


@pytest.mark.parametrize(("noun", "made"), [("author", make_author), ("source", make_source)])
def test_the_address_of_what_has_a_list_is_that_of_its_route(noun, made):
    assert made(slug="river-post").get_absolute_url() == reverse(f"articles:{noun}", args=["river-post"])


def test_a_tags_address_is_that_of_its_route():
    assert Tag.objects.named("River Post").get_absolute_url() == reverse("articles:tag", args=["river-post"])


@pytest.mark.parametrize("slug", ["search", "admin", "feed", "latest", "media"])
def test_an_address_of_the_site_itself_is_refused_to_categories_and_pages(slug):
    with pytest.raises(ValidationError, match="the site itself uses"):
        make_category(slug=slug)
    with pytest.raises(ValidationError, match="the site itself uses"):
        make_page(slug=slug).full_clean()


def test_a_year_is_refused():
    with pytest.raises(ValidationError, match="year of the archive"):
        make_category(slug="2026")


def test_a_page_and_a_category_cannot_share_an_address():
    make_page(slug="about")
    make_category(slug="world")

    with pytest.raises(ValidationError, match="A page already has the address /about/"):
        make_category(slug="about")
    with pytest.raises(ValidationError, match="A category already has the address /world/"):
        make_page(slug="world").full_clean()


def test_two_categories_of_one_parent_cannot_share_an_address():
    make_category(slug="world")

    with pytest.raises(ValidationError, match="Another category already has"):
        make_category(slug="world")


def test_a_child_may_be_called_like_a_page_of_the_site():
    assert make_category(slug="search", parent=make_category(slug="tools")).path == "tools/search"


@pytest.mark.parametrize("slug", ["feed", "page"])
def test_an_address_that_every_category_has_below_it_is_refused_to_its_children(slug):
    with pytest.raises(ValidationError, match="the site itself uses"):
        make_category(slug=slug, parent=make_category(slug="world"))


def test_a_category_cannot_stand_below_itself():
    world = make_category(slug="world")
    world.parent = make_category(slug="asia", parent=world)

    with pytest.raises(ValidationError, match="below itself"):
        world.full_clean()


@pytest.mark.parametrize("slug", ["news", "World"])
def test_what_stands_below_a_category_moves_with_it(slug):
    category = make_category(slug="world")
    child = make_category(slug="japan", parent=make_category(slug="asia", parent=category))

    category.slug = slug
    arrange_category(category=category)

    child.refresh_from_db()
    assert child.path == f"{slug}/asia/japan"


def test_an_address_too_long_for_the_database_is_refused_in_words():
    above = make_category(slug="a" * 60)
    for letter in "bc":
        above = make_category(slug=letter * 60, parent=above)
    with pytest.raises(ValidationError, match="longer than 200 characters"):
        make_category(slug="d" * 60, parent=above)


def test_a_longer_slug_is_refused_when_an_address_below_it_would_be_too_long():
    top = make_category(slug="a")
    above = top
    for letter in "bcd":
        above = make_category(slug=letter * 60, parent=above)
    top.slug = "a" * 60
    with pytest.raises(ValidationError, match="longer than 200 characters"):
        top.full_clean()
