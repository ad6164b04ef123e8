"""Finding a story at the desk."""

from datetime import timedelta

import pytest

from articles.actions.withdraw import withdraw
from newsroom import clock
from tests.factories.images import make_image
from tests.factories.people import make_user
from tests.factories.stories import make_author, make_category, make_draft, make_story

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/story/"


@pytest.fixture
def editor(client):
    client.force_login(make_user("editor"))
    return client


def headlines(page):
    return {story.headline for story in page.context["cl"].result_list}


def make_one_of_each():
    now, day = clock.now(), timedelta(days=1)
    make_draft(headline="draft")
    make_story(headline="scheduled", published_at=now + day)
    make_story(headline="published")
    make_story(headline="expired", published_at=now - 2 * day, expires_at=now - day)
    withdraw(story=make_story(headline="withdrawn"), reason="It was wrong.")


@pytest.mark.parametrize("state", ["draft", "scheduled", "published", "expired", "withdrawn"])
def test_each_state_is_told_and_found(editor, state):
    make_one_of_each()

    page = editor.get(LIST, {"state": state})

    assert headlines(page) == {state}
    assert f'data-state="{state}"' in page.text


def test_a_story_is_found_by_words_of_its_headline_or_by_its_address(editor):
    story = make_story(headline="Ferry runs aground off the island")
    make_story(headline="Ferry sails")

    assert headlines(editor.get(LIST, {"q": "ground ferry"})) == {story.headline}
    assert headlines(editor.get(LIST, {"q": f"https://paper.example{story.get_absolute_url()}"})) == {story.headline}


def test_a_category_finds_what_stands_below_it(editor):
    world = make_category()
    make_story(headline="Below", category=make_category(parent=world))
    make_story(headline="Elsewhere")

    assert headlines(editor.get(LIST, {"category": world.pk})) == {"Below"}


def test_mine_finds_what_the_editor_wrote(client):
    user = make_user("editor")
    client.force_login(user)
    make_draft(headline="Mine", created_by=user)
    make_draft(headline="Theirs")

    assert headlines(client.get(LIST, {"writer": "me"})) == {"Mine"}


@pytest.mark.parametrize("query", [{"category": "x"}, {"state": "x"}, {"writer": "x"}, {"q": "/2026/99/99/x/"}])
def test_an_address_typed_wrongly_shows_a_list_and_no_error(editor, query):
    make_draft()

    assert editor.get(LIST, query).status_code == 200


def test_a_page_of_stories_costs_ten_queries_however_many_it_shows(editor, django_assert_max_num_queries):
    author, image = make_author(), make_image()
    for _ in range(20):
        make_story(byline=[(author, "")], lead_image=image)

    with django_assert_max_num_queries(10):
        page = editor.get(LIST)

    assert author.name in page.text


def test_nothing_found_is_said_in_words(editor):
    assert "Nothing matches" in editor.get(LIST, {"q": "zeppelin"}).text
