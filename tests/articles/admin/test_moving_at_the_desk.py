"""Moving what has an address, and the list of redirects."""

import pytest
from django.urls import reverse

from articles.actions.move import move_story
from articles.models import Redirect, Story
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_draft, make_page, make_story

pytestmark = pytest.mark.django_db
ADD, LIST = "admin:articles_redirect_add", "admin:articles_redirect_changelist"


def door(story):
    return reverse("admin:articles_story_move", args=(story.pk,))


def test_an_editor_moves_a_published_story(client):
    client.force_login(make_user("editor"))
    story = make_story(slug="ferry")
    before = story.get_absolute_url()
    assert door(story) in client.get(reverse("admin:articles_story_change", args=(story.pk,))).text

    told = client.post(door(story), {"slug": "Ferry sails", "on": "2025-06-01"}, follow=True).text

    assert Story.objects.get().get_absolute_url() == "/2025/06/01/ferry-sails/"
    assert client.get(before)["Location"] == "/2025/06/01/ferry-sails/"
    assert f"{before} leads there" in told


def test_a_refusal_keeps_what_was_typed(client):
    client.force_login(make_user("editor"))
    taken, story = make_story(slug="taken"), make_story(slug="ferry")

    page = client.post(door(story), {"slug": "taken", "on": taken.published_on.isoformat()}).text

    assert "Another story of that day has this slug" in page
    assert 'value="taken"' in page


def test_a_draft_has_no_button_and_is_not_moved(client):
    client.force_login(make_user("editor"))
    draft = make_draft()

    assert door(draft) not in client.get(reverse("admin:articles_story_change", args=(draft.pk,))).text
    assert "No reader knows" in client.post(door(draft), {"slug": "x", "on": "2025-06-01"}).text


@pytest.mark.parametrize("role", ["contributor", "moderator", "author"])
def test_nobody_moves_a_story_who_may_not_publish_it(client, role):
    client.force_login(make_user(role))
    story = make_story(slug="ferry")

    assert client.post(door(story), {"slug": "x", "on": "2025-06-01"}).status_code == 403
    assert Story.objects.get().slug == "ferry"


def test_an_author_moves_their_own(client):
    author = make_user("author")
    client.force_login(author)
    story = make_story(slug="ferry", created_by=author)

    client.post(door(story), {"slug": "boat", "on": story.published_on.isoformat()})

    assert Story.objects.get().slug == "boat"


def test_a_page_whose_slug_changes_leaves_a_redirect(client):
    client.force_login(make_user("editor"))
    page = make_page(slug="imprint", title="Imprint")
    address = reverse("admin:articles_page_change", args=(page.pk,))

    client.post(address, {"title": "Imprint", "slug": "legal", "body": "<p>x</p>", "is_public": "on", "position": 0})

    assert client.get("/imprint/")["Location"] == "/legal/"


def test_a_section_that_moves_leaves_a_redirect(client):
    user = make_user("editor")
    client.force_login(user)
    category = make_category(slug="world", name="World")
    address = reverse("admin:articles_category_change", args=(category.pk,))

    typed = {"name": "World", "slug": "globe", "accent": category.accent, "position": 0, "comment_policy": "inherit"}
    client.post(address, typed)

    assert client.get("/world/")["Location"] == "/globe/"
    assert Redirect.objects.get().made_by == user


def test_an_old_address_is_sent_on_by_hand(client):
    client.force_login(make_user("editor"))
    make_page(slug="about")

    client.post(reverse(ADD), {"old": "https://old.example/?p=1 ", "new": "/about/"})
    assert not Redirect.objects.exists()
    client.post(reverse(ADD), {"old": "https://old.example/2009/über-uns?p=1", "new": "about"})

    assert client.get("/2009/über-uns/")["Location"] == "/about/"
    assert "/2009/über-uns" in client.get(reverse(LIST)).text


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("/about/", "/", "A page stands at this address"),
        ("/", "/about/", "A page stands at this address"),
        ("/admin/x/", "/about/", "cannot be redirected"),
        ("/x/", "/x/", "lead back to where it begins"),
        ("/old/", "/about/", "There is a redirect from this address already"),
    ],
)
def test_what_cannot_be_is_said_beside_the_fields(client, old, new, says):
    client.force_login(make_user("editor"))
    make_page(slug="about")
    client.post(reverse(ADD), {"old": "/old/", "new": "/about/"})

    assert says in client.post(reverse(ADD), {"old": old, "new": new}).text
    assert Redirect.objects.count() == 1


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_the_list_is_for_those_who_keep_the_order_of_things(client, role):
    client.force_login(make_user(role))

    assert client.get(reverse(LIST)).status_code == 403
    assert client.post(reverse(ADD), {"old": "/x/", "new": "/y/"}).status_code == 403


def test_the_list_costs_the_same_for_one_and_for_many(client, django_assert_max_num_queries):
    client.force_login(make_user("editor"))
    story = make_story()
    for n in range(20):
        other = make_story(category=story.category)
        move_story(story=other, slug=f"moved-{n}", on=other.published_on, by=make_user())
    with django_assert_max_num_queries(9):
        client.get(reverse(LIST))
