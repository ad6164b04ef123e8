"""A story is told live at the desk by whoever may publish it, once for each time it is posted."""

import re

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.live.actions import end_coverage, post_entry, remove_entry, revise_entry
from articles.live.models import Entry
from articles.models import Kind
from newsroom.audit.models import Line
from tests.articles.live.telling import make_live, tell
from tests.factories.images import make_image
from tests.factories.people import make_user
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db
DESK = "/admin/live/coverage/"


@pytest.fixture
def story():
    return make_live()


@pytest.fixture
def screen(client, story):
    client.force_login(make_user("editor", username="ana"))
    return f"{DESK}{story.pk}/"


def token(page):
    return re.search(r'name="token" value="([^"]+)"', page.text)[1]


def test_one_field_is_enough(client, screen):
    page = client.post(screen, {"do": "post", "body": "<p>The dam broke.</p>"}, follow=True)

    assert "It is posted." in page.text
    entry = Entry.objects.get()
    assert (entry.body, entry.by.username) == ("<p>The dam broke.</p>", "ana")


def test_without_scripts_plain_words_become_paragraphs(client, screen):
    client.post(screen, {"do": "post", "body": "One & two.\r\n\r\nThree."})

    assert Entry.objects.get().body == "<p>One &amp; two.</p><p>Three.</p>"


def test_it_goes_through_the_gate(client, screen):
    client.post(screen, {"do": "post", "body": "<p onclick='x()'>Hi<script>x()</script></p>"})

    assert Entry.objects.get().body == "<p>Hi</p>"


def test_sent_twice_it_is_posted_once(client, screen):
    sent = {"do": "post", "body": "<p>The dam broke.</p>", "token": token(client.get(screen))}

    client.post(screen, sent)
    client.post(screen, sent)

    assert Entry.objects.count() == 1


def test_picture_key_event_and_pin(client, screen):
    picture = make_image()
    client.post(screen, {"do": "post", "headline": "Dam", "picture": picture.pk, "is_key": "on", "is_pinned": "on"})

    entry = Entry.objects.get()
    assert (entry.picture, entry.is_key, entry.is_pinned) == (picture, True, True)


@pytest.mark.parametrize(
    ("sent", "told"),
    [({"body": " "}, "the entry is empty"), ({"headline": "x" * 141, "body": "<p>Kept</p>"}, "Nothing was posted yet")],
)
def test_what_cannot_be_posted_comes_back(client, screen, sent, told):
    page = client.post(screen, {"do": "post", **sent})

    assert told in page.text
    assert not Entry.objects.exists()
    if "Kept" in sent["body"]:
        assert "Kept" in page.text


def test_entries_are_edited_pinned_and_removed(client, screen, story):
    [entry] = tell(story, "Five boats")
    client.post(screen, {"do": f"pin:{entry.pk}"})
    assert Entry.objects.get().is_pinned
    client.post(screen, {"do": f"unpin:{entry.pk}"})
    client.post(f"{screen}{entry.pk}/", {"body": "<p>Six boats</p>"})
    assert Entry.objects.get().body == "<p>Six boats</p>"

    client.post(screen, {"do": f"remove:{entry.pk}"})

    assert Entry.objects.get().removed_at
    assert "Six boats" not in client.get(screen).text
    assert client.get(f"{screen}{entry.pk}/").status_code == 404


def test_the_coverage_ends_and_goes_on(client, screen, story):
    tell(story, "First thing")
    client.post(screen, {"do": "end"})
    assert "The coverage has ended" in client.post(screen, {"do": "post", "body": "<p>Late</p>"}).text
    assert Entry.objects.count() == 1

    client.post(screen, {"do": "resume"})
    client.post(screen, {"do": "post", "body": "<p>More</p>"})

    assert Entry.objects.count() == 2


@pytest.mark.parametrize("what", ["remove:999", "conjure", "remove:x", ""])
def test_what_the_page_has_no_button_for_is_not_done(client, screen, what):
    assert "use the buttons of this page" in client.post(screen, {"do": what}).text


def test_only_a_live_story_is_told_live():
    with pytest.raises(ValidationError, match="kind “Live”"):
        tell(make_story(), "Words")


def test_a_removed_entry_is_not_changed_any_more(story):
    [entry] = tell(story, "First thing")
    remove_entry(entry=entry)

    with pytest.raises(ValidationError, match="removed meanwhile"):
        revise_entry(entry=entry, body="<p>x</p>")


@pytest.mark.parametrize(
    ("role", "own", "may"),
    [
        ("contributor", True, False),
        ("author", True, True),
        ("author", False, False),
        ("moderator", False, False),
        ("editor", False, True),
        ("administrator", False, True),
    ],
)
def test_who_may_publish_a_story_may_tell_it(client, role, own, may):
    user = make_user(role)
    story = make_live(created_by=user if own else None)
    client.force_login(user)

    assert client.get(f"{DESK}{story.pk}/").status_code == (200 if may else 403)
    client.post(f"{DESK}{story.pk}/", {"do": "post", "body": "<p>Words</p>"})
    assert Entry.objects.exists() is may
    if not may:
        with pytest.raises(PermissionDenied):
            post_entry(story=story, body="<p>x</p>", by=user)


def test_live_stories_are_listed_for_those_who_may_tell_them(client):
    author = make_user("author")
    make_live(headline="Mine", created_by=author)
    make_live(headline="Another")
    make_story(headline="No live one")

    client.force_login(author)
    assert "Another" not in client.get(DESK).text
    client.force_login(make_user("editor"))
    page = client.get(DESK).text
    assert "Mine" in page
    assert "Another" in page
    assert "No live one" not in page


def test_its_form_leads_there(client, story):
    client.force_login(make_user("editor"))

    assert f"{DESK}{story.pk}/" in client.get(f"/admin/articles/story/{story.pk}/change/").text


def test_the_log_says_who_told_what(story):
    ana = make_user("editor", username="ana")
    [entry] = tell(story, "First thing", by=ana)
    revise_entry(entry=entry, headline="First", by=ana)
    remove_entry(entry=entry, by=ana)
    end_coverage(story=story, by=ana)

    verbs = list(Line.objects.filter(by_name="ana").order_by("pk").values_list("verb", flat=True))

    assert verbs == ["posted", "revised", "removed", "ended the coverage of"]
    assert story.kind == Kind.LIVE
