"""The desk's first page and what all its lists have in common."""

import pytest

from articles.models import SiteSettings
from tests.factories.people import make_user
from tests.factories.stories import make_author, make_category, make_draft, make_page, make_source, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(make_user("editor"))
    return client


def test_the_desk_is_called_by_the_papers_name(editor):
    SiteSettings(name="The Meridian").save()

    assert "The Meridian newsroom" in editor.get("/admin/").text


def test_lists_stand_in_the_order_of_a_newsrooms_day(client):
    client.force_login(make_user("administrator"))

    html = client.get("/admin/").text

    order = [html.index(f"/admin/{noun}/") for noun in ("articles/story", "media/image", "comments/comment")]
    order += [html.index(f'id="index-{noun}"') for noun in ("category", "author", "tag", "page", "profile", "user")]
    assert order == sorted(order)


def test_the_first_page_offers_to_write_and_shows_recent_drafts(editor):
    make_draft(headline="A bridge in three designs")
    make_story(headline="Out already")

    html = editor.get("/admin/").text

    assert "Write a story" in html
    assert "A bridge in three designs" in html
    assert "Out already" not in html


def test_what_a_story_rests_on_is_not_deleted_and_words_say_why(editor):
    author, source, category = make_author(), make_source(), make_category()
    make_draft(byline=[(author, "")], sources=[source], category=category)

    for noun, thing in (("author", author), ("source", source), ("category", category)):
        page = editor.post(f"/admin/articles/{noun}/{thing.pk}/delete/", {"post": "yes"}, follow=True)
        assert "cannot be deleted: 1 story" in page.text
        assert type(thing).objects.filter(pk=thing.pk).exists()


def test_a_category_that_only_further_files_a_story_is_kept_too(editor):
    further = make_category()
    make_draft(further_categories=[further])

    page = editor.post(f"/admin/articles/category/{further.pk}/delete/", {"post": "yes"}, follow=True)

    assert "File them under another category first" in page.text


def test_a_category_is_kept_for_its_children(editor):
    parent = make_category()
    make_category(parent=parent, name="Asia")

    page = editor.post(f"/admin/articles/category/{parent.pk}/delete/", {"post": "yes"}, follow=True)

    assert "“Asia” stand below it" in page.text


def test_an_unused_author_goes(editor):
    author = make_author()

    editor.post(f"/admin/articles/author/{author.pk}/delete/", {"post": "yes"})

    assert not type(author).objects.exists()


def category_form(category, **given):
    kept = {"name": category.name, "slug": category.slug, "accent": "navy", "position": 0, "parent": ""}
    kept |= {"comment_policy": "inherit"}
    return kept | {"description": ""} | given


def test_a_moved_category_takes_its_stories_along(editor):
    story, new_parent = make_story(), make_category()

    editor.post(
        f"/admin/articles/category/{story.category_id}/change/",
        category_form(story.category, parent=new_parent.pk),
    )

    assert story.filings.filter(category=new_parent).exists()


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("search", "is an address that the site itself uses"),
        ("2026", "would be read as a year"),
        ("about", "A page already has the address"),
    ],
)
def test_a_taken_address_is_refused_in_words_beside_its_field(editor, slug, words):
    make_page(slug="about")
    category = make_category()

    page = editor.post(f"/admin/articles/category/{category.pk}/change/", category_form(category, slug=slug))

    assert words in page.text


def test_categories_stand_as_a_tree_in_their_own_order(editor):
    last = make_category(name="Zebra", position=1)
    make_category(name="Below zebra", parent=last, position=9)
    make_category(name="Yak", position=2)

    html = editor.get("/admin/articles/category/").text

    assert html.index("Zebra</span>") < html.index("Below zebra</span>") < html.index("Yak</span>")


def test_a_link_of_an_author_that_is_no_address_is_refused_in_words(editor):
    author = make_author()

    page = editor.post(
        f"/admin/articles/author/{author.pk}/change/", {"name": "A", "slug": "a", "links": "Website example"}
    )

    assert "end the line with a whole address" in page.text
