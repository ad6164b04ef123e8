import feedparser
import pytest

from tests.factories.stories import make_author, make_category, make_draft, make_story

pytestmark = pytest.mark.django_db


def feed(client, path: str):
    return feedparser.parse(client.get(path).content)


def test_the_sites_feed_holds_public_stories_newest_first(client):
    make_story(headline="First")
    make_story(headline="Second", byline=[(make_author(name="Ada Marsh"), "")])
    make_draft(headline="Not yet")

    read = feed(client, "/feed/")

    assert not read.bozo
    assert [entry.title for entry in read.entries] == ["Second", "First"]
    assert read.entries[0].author == "Ada Marsh"


def test_a_category_has_a_feed_of_its_own_and_its_childrens_stories(client):
    world = make_category(slug="world")
    make_story(headline="In Asia", category=make_category(slug="asia", parent=world))
    make_story(headline="Elsewhere")

    assert [entry.title for entry in feed(client, "/world/feed/").entries] == ["In Asia"]


def test_an_items_id_does_not_change_with_its_slug(client):
    story = make_story(slug="one")
    before = feed(client, "/feed/").entries[0].id
    story.slug = "two"
    story.save()

    assert feed(client, "/feed/").entries[0].id == before


def test_a_section_that_does_not_exist_has_no_feed(client):
    assert client.get("/nowhere/feed/").status_code == 404


def test_the_feed_costs_few_queries(client, django_assert_max_num_queries):
    for _ in range(10):
        make_story()

    with django_assert_max_num_queries(4):
        client.get("/feed/")
