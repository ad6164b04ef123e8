"""What readers may see of a story's past, where the paper shows it."""

import re
from datetime import timedelta
from html import unescape

import pytest

from articles.actions.hiding import hide_version
from articles.actions.moving import unschedule
from articles.actions.publish import publish
from articles.actions.revisions import keep_revision
from articles.actions.withdraw import withdraw
from articles.models import Revision, SiteSettings
from newsroom import clock
from newsroom.audit.models import Line
from tests.factories.people import make_user
from tests.factories.stories import make_draft, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def open_paper():
    SiteSettings(name="The Meridian", shows_history=True).save()


@pytest.fixture
def editor():
    return make_user("editor")


@pytest.fixture
def story(editor):
    """Published with a wrong number, which was put right; between the two its kicker was changed a little."""
    story = make_draft(headline="Ferry sails", body="<p>It had nine passengers.</p><p>The sea was calm.</p>")
    publish(story=story, by=editor)
    change(story, editor, kicker="At sea", major=False)
    change(story, editor, body="<p>It had ninety passengers.</p><p>The sea was calm.</p>")
    return story


def change(story, by, *, major=True, **said):
    for name, value in said.items():
        setattr(story, name, value)
    story.save()
    return keep_revision(story=story, by=by, note="After the call to the lawyer", major=major)


def numbers(client, story):
    page = client.get(f"{story.get_absolute_url()}history/").text
    return [int(number) for number in re.findall(r"/history/(\d+)/", page)]


def words(page):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.split("<main")[1].split("</main>")[0])).split())


def test_readers_find_the_major_versions_and_what_each_changed(client, story):
    address = story.get_absolute_url()
    assert f'href="{address}history/"' in client.get(address).text
    first, last = reversed(numbers(client, story))

    changed = client.get(f"{address}history/{last}/").text

    assert "<del>nine </del><ins>ninety </ins>" in changed
    assert "The sea was calm." in changed
    assert '<meta name="robots" content="noindex">' in changed
    assert "It had nine passengers." in words(client.get(f"{address}history/{first}/").text)
    assert "lawyer" not in changed + client.get(f"{address}history/").text, "notes are for the desk"


def test_a_minor_save_is_no_version(client, story):
    assert client.get(f"{story.get_absolute_url()}history/2/").status_code == 404
    assert len(numbers(client, story)) == 2


def test_it_is_off_until_somebody_turns_it_on(client, story):
    SiteSettings(name="The Meridian").save()

    assert "history/" not in client.get(story.get_absolute_url()).text
    for below in ("history/", "history/1/"):
        assert client.get(f"{story.get_absolute_url()}{below}").status_code == 404


def test_a_story_that_was_never_changed_leads_nowhere(client, editor):
    story = make_draft()
    publish(story=story, by=editor)

    assert "history/" not in client.get(story.get_absolute_url()).text


def test_what_was_never_before_readers_is_no_version(client, editor):
    now = clock.now()
    story = make_draft(body="<p>Secret draft.</p>")
    keep_revision(story=story, by=editor, major=True)
    publish(story=story, at=now + timedelta(hours=2), by=editor)
    change(story, editor, body="<p>Scheduled and rewritten.</p>")
    unschedule(story=story, by=editor)
    change(story, editor, body="<p>Unscheduled.</p>")
    publish(story=story, at=now + timedelta(hours=3), by=editor)

    with clock.as_of(now + timedelta(hours=2)):
        assert client.get(f"{story.get_absolute_url()}history/").status_code == 404
    with clock.as_of(now + timedelta(hours=4)):
        change(story, editor, body="<p>Corrected.</p>")
        texts = [words(client.get(f"{story.get_absolute_url()}history/{n}/").text) for n in numbers(client, story)]
        assert len(texts) == 2
        assert "Unscheduled." in texts[1]
        assert not any("Secret" in text or "rewritten" in text for text in texts)


def test_a_draft_published_as_it_was_kept_is_a_version(client, editor):
    now = clock.now()
    story = make_draft(body="<p>As it was.</p>", published_at=now - timedelta(hours=1))
    keep_revision(story=story, by=editor)
    publish(story=story, by=editor)
    change(story, editor, body="<p>As it is.</p>")

    assert len(numbers(client, story)) == 2


def test_what_came_from_elsewhere_has_its_first_version_since_it_appeared(client, editor):
    appeared = clock.now() - timedelta(days=3)
    story = make_story(published_at=appeared)
    keep_revision(story=story, by=editor, major=True)

    assert Revision.objects.get().public_from == appeared


def test_a_withdrawn_story_shows_nothing_of_its_past(client, story):
    withdraw(story=story, reason="The court asked us to.")

    for below in ("history/", "history/1/"):
        answer = client.get(f"{story.get_absolute_url()}{below}")
        assert answer.status_code == 410
        assert "passengers" not in answer.text


def test_an_editor_hides_a_version_with_a_reason_and_shows_it_again(client, story, editor):
    address, first = story.get_absolute_url(), numbers(client, story)[-1]
    client.force_login(editor)
    door = f"/admin/articles/story/{story.pk}/history/{first}/hide/"
    assert door in client.get(f"/admin/articles/story/{story.pk}/history/").text
    assert "Say why" in client.post(door, {"reason": " "}).text

    client.post(door, {"reason": "It named a child."})

    page = client.get(f"{address}history/{first}/")
    assert (page.status_code, "It named a child." in page.text, "nine" in page.text) == (410, True, False)
    listed = client.get(f"{address}history/").text
    assert "It named a child." in listed
    later = client.get(f"{address}history/{numbers(client, story)[0]}/").text
    assert "nine " not in later, "a later version does not tell what the hidden one said"
    assert "It had ninety passengers." in words(later)
    assert Line.objects.filter(verb="hid a version", reason__contains="It named a child.").count() == 1

    client.post(door, {"show": "1"})
    assert "nine" in client.get(f"{address}history/{first}/").text


def test_what_the_story_says_now_cannot_be_hidden(client, story, editor):
    client.force_login(editor)
    last = numbers(client, story)[0]

    answer = client.post(f"/admin/articles/story/{story.pk}/history/{last}/hide/", {"reason": "It named a child."})

    assert "change it or withdraw it first" in answer.text
    assert not Revision.objects.get(number=last).hidden_at


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_nobody_else_hides_a_version(client, story, role):
    client.force_login(make_user(role))
    door = f"/admin/articles/story/{story.pk}/history/1/hide/"

    assert client.get(door).status_code == 403
    assert client.post(door, {"reason": "I was wrong."}).status_code == 403
    assert not Revision.objects.exclude(hidden_at=None).exists()


def test_a_kept_page_follows_the_hiding(client, story, editor):
    hidden = Revision.objects.get(number=1)

    hide_version(revision=hidden, reason="It named a child.", by=editor)

    assert f"story:{story.pk}" in hidden.purged().keys
