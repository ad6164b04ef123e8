import pytest
from django.urls import reverse

from articles.models import State, Story
from tests.articles.admin.forms import story_form
from tests.factories.people import make_user
from tests.factories.stories import make_author, make_category, make_draft, make_story

pytestmark = pytest.mark.django_db

LIST, ADD = "/admin/articles/story/", "/admin/articles/story/add/"


def change(story: Story) -> str:
    return reverse("admin:articles_story_change", args=(story.pk,))


def test_an_editor_writes_and_publishes_in_one_go(client):
    client.force_login(make_user("editor"))
    author = make_author()
    byline = {"byline-TOTAL_FORMS": 1, "byline-0-author": author.pk, "byline-0-position": 0}

    client.post(ADD, story_form(category=make_category().pk, tags="Rivers, Ferries", _publish="Publish", **byline))

    story = Story.objects.public().get()
    assert (story.slug, story.byline_names) == ("ferry-runs-aground", [author.name])
    assert story.filings.get().published_at == story.published_at


def test_saving_keeps_the_editor_on_the_story(client):
    client.force_login(make_user("editor"))
    story = make_draft()

    answer = client.post(change(story), story_form(category=story.category_id, headline="Better", _save="Save"))

    assert answer.url == change(story)
    assert Story.objects.get().headline == "Better"


def test_saving_keeps_the_way_back_to_the_list_as_it_was_narrowed(client):
    client.force_login(make_user("editor"))
    story = make_draft()
    narrowed = "?_changelist_filters=state%3Ddraft"

    answer = client.post(change(story) + narrowed, story_form(category=story.category_id, _save="Save"))

    assert answer.url == change(story) + narrowed


def test_a_contributor_cannot_publish(client):
    user = make_user("contributor")
    client.force_login(user)

    client.post(ADD, story_form(category=make_category().pk, _publish="Publish"))

    assert Story.objects.get().state == State.DRAFT
    assert b'name="_publish"' not in client.get(change(Story.objects.get())).content


def test_a_contributor_sees_neither_the_drafts_of_others_nor_their_forms(client):
    client.force_login(make_user("contributor"))
    story = make_draft(headline="Not yours")

    assert "Not yours" not in client.get(LIST).text
    assert client.get(change(story)).status_code in {302, 403}


def test_a_contributor_cannot_change_a_story_once_it_is_published(client):
    user = make_user("contributor")
    client.force_login(user)
    story = make_story(created_by=user)

    client.post(change(story), story_form(category=story.category_id, headline="Changed"))

    assert Story.objects.get().headline != "Changed"


def test_the_slug_of_a_published_story_cannot_be_changed(client):
    client.force_login(make_user("editor"))
    story = make_story(slug="first")

    client.post(
        change(story),
        story_form(category=story.category_id, slug="second", published_at_0="2026-01-01", published_at_1="10:00"),
    )

    assert Story.objects.get().slug == "first"


def test_a_published_story_cannot_be_deleted(client):
    client.force_login(make_user("administrator"))
    story = make_story()

    client.post(reverse("admin:articles_story_delete", args=(story.pk,)), {"post": "yes"})

    assert Story.objects.exists()


def test_withdrawing_asks_for_a_reason_and_keeps_it(client):
    client.force_login(make_user("editor"))
    story = make_story()
    page = reverse("admin:articles_story_make", args=(story.pk, "withdraw"))

    assert "Say why" in client.post(page, {"reason": ""}).text
    client.post(page, {"reason": "The court asked us to."})

    assert Story.objects.get().withdrawn_because == "The court asked us to."


def test_a_moderator_cannot_withdraw(client):
    client.force_login(make_user("moderator"))
    story = make_story()

    assert (
        client.post(reverse("admin:articles_story_make", args=(story.pk, "withdraw")), {"reason": "x"}).status_code
        == 403
    )


def test_the_list_costs_the_same_for_one_story_and_for_fifty(client, django_assert_max_num_queries):
    client.force_login(make_user("editor"))
    world = make_category()
    for _ in range(30):
        make_story(category=world)

    with django_assert_max_num_queries(10):
        client.get(LIST)


@pytest.mark.parametrize("noun", ["story", "category", "source", "author", "tag", "page", "profile", "sitesettings"])
def test_an_editor_can_open_every_list_and_every_empty_form(client, noun):
    client.force_login(make_user("editor"))

    assert client.get(f"/admin/articles/{noun}/", follow=True).status_code == 200
    assert client.get(f"/admin/articles/{noun}/add/").status_code == 200
