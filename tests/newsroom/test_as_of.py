"""Any page as it will be at another time, for those who may see what is scheduled."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.urls import reverse

from articles.actions.publish import publish
from articles.models import SiteSettings, Story
from newsroom import clock
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_draft, make_story

pytestmark = pytest.mark.django_db
SOON = datetime(2030, 3, 14, 6, 0, tzinfo=UTC)


@pytest.fixture
def scheduled():
    story = make_draft(headline="Bridge opens", category=make_category(slug="world"), tags=["Ports"])
    publish(story=story, at=SOON)
    return story


def ask(client, path, at, **more):
    return client.get(reverse("admin:as_of"), {"at": at.strftime("%Y-%m-%dT%H:%M"), "path": path, "show": 1, **more})


def test_an_editor_sees_what_is_scheduled_where_it_will_stand(client, scheduled):
    client.force_login(make_user("editor"))
    make_story(headline="Gulls return", tags=["Ports"])

    for path in ("/", "/world/", "/latest/", "/tag/ports/", "/feed/", scheduled.get_absolute_url()):
        assert "Bridge opens" in ask(client, path, SOON).text
        assert "Bridge opens" not in ask(client, path, SOON - timedelta(minutes=1)).text


def test_a_scheduled_story_has_a_button_to_its_page(client, scheduled):
    client.force_login(make_user("editor"))
    form = client.get(reverse("admin:articles_story_change", args=(scheduled.pk,))).text

    door = unescape(re.search(r'href="(/admin/as-of/[^"]+)"', form)[1])

    assert "Bridge opens" in client.get(door).text


def test_what_will_have_expired_is_gone(client):
    client.force_login(make_user("editor"))
    story = make_story(headline="Ferry sails", expires_at=SOON)

    assert ask(client, story.get_absolute_url(), SOON).status_code == 410
    assert "Ferry sails" not in ask(client, "/", SOON).text


def test_it_says_that_it_is_a_preview_and_nobody_keeps_it(client, scheduled):
    client.force_login(make_user("editor"))

    page = ask(client, scheduled.get_absolute_url(), SOON)

    assert 'class="preview-banner"' in page.text
    assert "no-store" in page["Cache-Control"]
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert "Post comment" not in page.text


def test_readers_pages_say_nothing_of_previews(client):
    story = make_story()
    page = client.get(story.get_absolute_url()).text

    assert "preview-banner" not in page
    assert "Post comment" in page


def test_afterwards_it_is_now_again(client, scheduled):
    client.force_login(make_user("editor"))
    ask(client, "/", SOON)

    assert not clock.pretends()
    assert client.get(scheduled.get_absolute_url()).status_code == 404


def test_the_time_is_read_in_the_sites_zone(client, scheduled):
    SiteSettings(time_zone="Asia/Tokyo").save()
    client.force_login(make_user("editor"))

    assert "Bridge opens" in ask(client, "/", SOON + timedelta(hours=9)).text
    assert "Bridge opens" not in ask(client, "/", SOON).text


def test_where_no_page_is_the_form_says_so_and_keeps_what_was_typed(client):
    client.force_login(make_user("editor"))
    for path in ("/nowhere/", "/2026/01/01/x/comments/", "/no.html"):
        page = ask(client, path, SOON).text
        assert "there is no page at this address" in page
        assert f'value="{path}"' in page
    assert "Give the address of a page" in ask(client, "/admin/", SOON).text
    assert "Give the address of a page" in ask(client, "/static/css/site.css", SOON).text


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_who_may_not_see_every_story_is_refused(client, scheduled, role):
    client.force_login(make_user(role))

    assert ask(client, "/", SOON).status_code == 403
    assert reverse("admin:as_of") not in client.get("/admin/").text


def test_a_stranger_is_asked_to_log_in_and_nothing_is_posted(client, scheduled):
    assert ask(client, "/", SOON).status_code == 302
    client.force_login(make_user("editor"))
    assert client.post(reverse("admin:as_of"), {"path": "/", "at": "2030-03-14T06:00", "show": 1}).status_code == 405
    assert reverse("admin:as_of") in client.get("/admin/").text
    assert Story.objects.get().comment_count == 0
