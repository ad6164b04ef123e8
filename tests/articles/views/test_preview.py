"""A story before readers have it, for whoever has a link, and for its desk."""

from datetime import timedelta

import pytest
from django.urls import reverse

from articles.actions.moving import kill
from articles.actions.preview_links import link_at, make_preview_link, path_of_link, revoke_preview_link
from articles.actions.publish import publish
from articles.models import PreviewLink, Story
from newsroom import clock
from newsroom.audit.models import Line
from tests.factories.people import make_user
from tests.factories.stories import make_author, make_draft, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_draft(headline="Not out yet", deck="Soon.", byline=[(make_author(name="Ada Moss"), "")], tags=["Sea"])


def links_page(story):
    return reverse("admin:articles_story_previews", args=(story.pk,))


def test_a_stranger_sees_the_page_as_it_will_be_and_it_says_that_it_is_a_draft(client, draft):
    page = client.get(path_of_link(make_preview_link(story=draft)))

    assert page.status_code == 200
    for shown in ("Not out yet", "Soon.", "Ada Moss", "Not published. Please do not pass it on."):
        assert shown in page.text
    assert 'name="name"' not in page.text, "the comments' form"
    assert "WhatsApp" not in page.text, "nobody is invited to pass it on"
    assert page["Cache-Control"] == "no-store, private"
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert page["Referrer-Policy"] == "no-referrer"
    assert page.cookies == {}
    assert Story.objects.get().published_on is None, "looking publishes nothing"


def test_it_shows_the_story_as_it_is_now(client, draft):
    address = path_of_link(make_preview_link(story=draft))
    Story.objects.update(headline="Rewritten")

    assert "Rewritten" in client.get(address).text


def test_it_ends_after_48_hours_by_itself(client, draft):
    link = make_preview_link(story=draft)

    with clock.as_of(link.made_at + timedelta(hours=48) - timedelta(seconds=1)):
        assert client.get(path_of_link(link)).status_code == 200
    with clock.as_of(link.made_at + timedelta(hours=48)):
        assert client.get(path_of_link(link)).status_code == 404


def test_revoked_it_shows_nothing_from_then_on(client, draft):
    link = make_preview_link(story=draft)

    revoke_preview_link(link=link)

    answer = client.get(path_of_link(link))
    assert answer.status_code == 404
    assert "Not out yet" not in answer.text


@pytest.mark.parametrize(
    "made_up", ["/preview/{pk}.{signature}xx/", "/preview/{another}.{signature}/", "/preview/{pk}/", "/preview/{pk}./"]
)
def test_an_address_that_nobody_signed_shows_nothing(client, draft, made_up):
    make_preview_link(story=draft)
    link = PreviewLink.objects.get()
    signature = path_of_link(link).strip("/").rpartition(".")[2]

    address = made_up.format(pk=link.pk, another=link.pk + 1, signature=signature)

    assert client.get(address).status_code == 404


def test_a_killed_story_is_shown_to_nobody(client, draft):
    link = make_preview_link(story=draft)
    kill(story=draft, reason="Wrong.")

    assert client.get(path_of_link(link)).status_code == 404


def test_once_readers_have_it_the_link_leads_there(client, draft):
    link = make_preview_link(story=draft)
    publish(story=draft)

    assert client.get(path_of_link(link))["Location"] == draft.get_absolute_url()


def test_it_takes_nothing_but_looks(client, draft):
    assert client.post(path_of_link(make_preview_link(story=draft))).status_code == 405


def test_an_editor_makes_copies_and_revokes_a_link(client, draft):
    client.force_login(make_user("editor", username="anna"))

    page = client.post(links_page(draft), {"_make": "1", "hours": "168", "note": "The lawyer"}, follow=True).text
    link = PreviewLink.objects.get()
    assert link.ends_at - link.made_at == timedelta(days=7)
    assert path_of_link(link) in page
    assert "The lawyer" in page

    page = client.post(links_page(draft), {"_revoke": link.pk}, follow=True).text
    assert "Revoked" in page
    assert link_at(path_of_link(link).split("/")[2]) is None
    verbs = list(Line.objects.about(draft).order_by("pk").values_list("verb", "by_name"))
    assert verbs == [("made a preview link of", "anna"), ("revoked a preview link of", "anna")]


@pytest.mark.parametrize("typed", [{"hours": "1"}, {"hours": "x"}, {"hours": "48", "note": "n" * 121}])
def test_what_cannot_be_made_is_said_at_its_field(client, draft, typed):
    client.force_login(make_user("editor"))

    page = client.post(links_page(draft), {"_make": "1", **typed})

    assert page.status_code == 200
    assert page.context["form"].errors
    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_nobody_shows_the_drafts_of_another(client, draft, role):
    link = make_preview_link(story=draft)
    client.force_login(make_user(role))

    assert client.get(links_page(draft)).status_code == 403
    assert client.post(links_page(draft), {"_make": "1", "hours": "48"}).status_code == 403
    assert client.post(links_page(draft), {"_revoke": link.pk}).status_code == 403
    assert client.get(reverse("admin:articles_story_preview", args=(draft.pk,))).status_code == 403
    assert PreviewLink.objects.get().is_alive()


def test_a_link_of_another_story_is_not_revoked_here(client, draft):
    link = make_preview_link(story=make_story())
    client.force_login(make_user("editor"))

    assert client.post(links_page(draft), {"_revoke": link.pk}).status_code == 404
    assert PreviewLink.objects.get().is_alive()


def test_its_writer_previews_a_draft_at_the_desk(client):
    user = make_user("contributor")
    client.force_login(user)
    draft = make_draft(headline="Mine", created_by=user)

    page = client.get(reverse("admin:articles_story_preview", args=(draft.pk,)))

    assert "Mine" in page.text
    assert "Log out" not in page.text, "nothing of the desk stands on it"
    assert "no-store" in page["Cache-Control"]
