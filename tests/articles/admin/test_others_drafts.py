"""What belongs to others is neither seen, nor changed, nor hinted at."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from articles.models import Story
from newsroom import clock
from tests.articles.admin.forms import story_form
from tests.factories.images import make_image
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_draft, make_story

pytestmark = pytest.mark.django_db


def test_a_contributor_is_not_told_of_the_drafts_of_others(client):
    client.force_login(make_user("contributor"))
    make_draft(headline="Not yours")
    query = {"app_label": "articles", "model_name": "relatedpick", "field_name": "related", "term": "yours"}

    assert client.get(reverse("admin:autocomplete"), query).json()["results"] == []
    assert "Not yours" not in client.get("/admin/").text


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_no_way_to_the_site_tells_the_address_of_what_is_not_public(client, role):
    client.force_login(make_user(role))
    kind = ContentType.objects.get_for_model(Story).pk
    for story in (make_draft(), make_story(published_at=clock.now() + timedelta(days=1))):
        for number in (kind, f"+{kind}", f"0{kind}"):
            assert client.get(f"/admin/r/{number}/{story.pk}/").status_code == 404


def test_the_way_to_the_site_leads_to_a_page_that_the_desk_shows(client):
    category = make_category()
    address = f"/admin/r/{ContentType.objects.get_for_model(category).pk}/{category.pk}/"
    client.force_login(make_user("contributor"))
    assert client.get(address)["Location"].endswith(category.get_absolute_url())
    client.force_login(make_user("moderator"))
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("role", ["contributor", "author"])
def test_a_number_sent_by_hand_does_not_tell_the_headline_of_a_draft(client, role):
    writer = make_user(role)
    client.force_login(writer)
    mine, secret = make_draft(created_by=writer), make_draft(headline="Not yours")
    row = {"related_picks-TOTAL_FORMS": 1, "related_picks-0-related": secret.pk, "related_picks-0-position": 0}
    address = reverse("admin:articles_story_change", args=[mine.pk])

    answer = client.post(address, story_form(category=mine.category_id, **row), follow=True)

    assert "Not yours" not in answer.text + client.get(address).text
    assert not mine.related_picks.exists()


def test_a_writer_may_relate_what_readers_see_and_keep_what_an_editor_picked(client):
    writer = make_user("author")
    client.force_login(writer)
    public, picked = make_story(headline="Seen by all"), make_draft(headline="Picked")
    mine = make_draft(created_by=writer, related=[picked])
    query = {"app_label": "articles", "model_name": "relatedpick", "field_name": "related", "term": "seen"}
    assert [found["text"] for found in client.get(reverse("admin:autocomplete"), query).json()["results"]] == [
        "Seen by all"
    ]
    rows = {"related_picks-TOTAL_FORMS": 2, "related_picks-INITIAL_FORMS": 1}
    rows |= {"related_picks-0-id": mine.related_picks.get().pk, "related_picks-0-story": mine.pk}
    for n, story in enumerate((picked, public)):
        rows |= {f"related_picks-{n}-related": story.pk, f"related_picks-{n}-position": n}

    client.post(reverse("admin:articles_story_change", args=[mine.pk]), story_form(category=mine.category_id, **rows))

    assert [pick.related for pick in mine.related_picks.all()] == [picked, public]


def test_an_editor_may_relate_any_story_to_any(client):
    client.force_login(make_user("editor"))
    story, draft = make_draft(), make_draft(headline="Not yet public")
    row = {"related_picks-TOTAL_FORMS": 1, "related_picks-0-related": draft.pk, "related_picks-0-position": 0}

    client.post(reverse("admin:articles_story_change", args=[story.pk]), story_form(category=story.category_id, **row))

    assert [pick.related for pick in story.related_picks.all()] == [draft]


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_the_wish_to_delete_a_picture_tells_nothing_to_those_who_may_not(client, role):
    client.force_login(make_user(role))
    image = make_image()
    make_draft(headline="Not yours", lead_image=image)

    answer = client.get(reverse("admin:media_image_delete", args=[image.pk]))

    assert answer.status_code == 403
    assert "Not yours" not in answer.text


def test_a_contributor_publishes_by_no_field_and_no_button(client):
    writer = make_user("contributor")
    client.force_login(writer)
    mine, other = make_draft(created_by=writer), make_draft()
    buttons = ({"_publish": 1}, {"_publish": 1, "_popup": 1}, {"_publish": 1, "_addanother": 1}, {"_saveasnew": 1})
    wishes = {
        "state": "published",
        "published_on": "2020-01-01",
        "published_at_0": "2020-01-01",
        "published_at_1": "9:00",
    }
    doors = ("add/", f"{mine.pk}/change/", f"{other.pk}/change/", f"{other.pk}/delete/", f"{other.pk}/withdraw/", "")
    for button in buttons:
        for door in doors:
            form = story_form(category=mine.category_id, headline="Mine", post="yes", reason="x", **wishes, **button)
            client.post(
                f"/admin/articles/story/{door}", form | {"action": "delete_selected", "_selected_action": other.pk}
            )

    assert set(Story.objects.values_list("state", flat=True)) == {"draft"}
    assert Story.objects.get(pk=other.pk).headline == other.headline


def test_an_author_cannot_open_the_story_of_another(client):
    client.force_login(make_user("author"))
    story = make_draft()

    assert client.get(reverse("admin:articles_story_change", args=[story.pk])).status_code == 302
    assert client.post(reverse("admin:articles_story_make", args=[story.pk, "withdraw"])).status_code == 403
