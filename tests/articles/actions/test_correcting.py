"""What was wrong is said in public, with its date."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions.correct import correct_story, withdraw_correction
from articles.actions.publish import publish
from articles.actions.withdraw import withdraw
from articles.models import Correction, Story
from newsroom import clock
from newsroom.audit.models import Line
from tests.factories.people import make_user
from tests.factories.stories import make_draft, make_story

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
SAID = "The ferry is blue, not green."


@pytest.fixture
def story():
    return make_story(headline="Ferry sails", slug="ferry", published_at=NOON - timedelta(days=1))


def corrected(story, text=SAID, **given):
    with clock.as_of(NOON):
        return correct_story(story=story, text=text, **given)


def facts(page):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])


def test_it_stands_below_the_text_with_its_date(client, story):
    made = corrected(story)

    page = client.get(story.get_absolute_url()).text

    assert page.index("<p>It happened.</p>") < page.index(f"{SAID}</p>") < page.index("Latest posts")
    assert f'<p id="correction-{made.pk}"><time datetime="2026-03-14T12:00:00+00:00">' in page


def test_what_matters_to_the_whole_story_stands_above(client, story):
    corrected(story, place="top")

    page = client.get(story.get_absolute_url()).text

    assert page.index(f"{SAID}</p>") < page.index("<p>It happened.</p>")


def test_search_engines_are_told_and_readers_see_no_update_that_nobody_declared(client, story):
    corrected(story)

    page = client.get(story.get_absolute_url()).text

    told = facts(page)
    assert told["dateModified"] == "2026-03-14T12:00:00+00:00"
    assert told["correction"] == [
        {"@type": "CorrectionComment", "text": SAID, "datePublished": "2026-03-14T12:00:00+00:00"}
    ]
    assert 'article:modified_time" content="2026-03-14T12:00:00+00:00"' in page
    assert "Updated" not in page
    assert "<lastmod>2026-03-14" in client.get("/sitemaps/2026-03.xml").text


def test_a_later_update_is_when_it_was_modified(client, story):
    corrected(story)
    Story.objects.update(updated_at=NOON + timedelta(hours=2))

    assert facts(client.get(story.get_absolute_url()).text)["dateModified"] == "2026-03-14T14:00:00+00:00"


def test_a_story_without_one_says_nothing_of_corrections(client, story):
    page = client.get(story.get_absolute_url()).text

    assert "correction" not in page.lower()


def test_the_list_and_its_feed_have_it_newest_first(client, story):
    made = corrected(story)
    with clock.as_of(NOON + timedelta(hours=1)):
        correct_story(story=story, text="The quay is long.")

    page, feed = client.get("/corrections/").text, client.get("/corrections/feed/").text

    assert page.index("The quay is long.") < page.index(SAID)
    assert f'href="{story.get_absolute_url()}#correction-{made.pk}"' in page
    assert feed.index("The quay is long.") < feed.index(SAID)
    assert "/corrections/feed/" in page


def test_a_withdrawn_story_is_in_no_list_of_corrections(client, story):
    corrected(story)
    withdraw(story=Story.objects.get(), reason="The court asked us to.")

    assert SAID not in client.get("/corrections/").text
    assert SAID not in client.get("/corrections/feed/").text


def test_further_pages_of_the_list_end(client, story):
    for n in range(31):
        corrected(story, text=f"No {n}.")

    assert 'href="/corrections/page/2/"' in client.get("/corrections/").text
    assert client.get("/corrections/page/2/").text.count("Ferry sails</a>") == 1
    assert client.get("/corrections/page/3/").status_code == 404


def test_the_list_costs_the_same_for_one_and_for_thirty(client, story):
    corrected(story)
    with CaptureQueriesContext(connection) as for_one:
        client.get("/corrections/")
    for n in range(30):
        corrected(story, text=f"No {n}.")
    with CaptureQueriesContext(connection) as for_many:
        client.get("/corrections/")
    assert len(for_many) == len(for_one)


def test_a_withdrawn_correction_leaves_the_site_and_stays_at_the_desk(client, story):
    user = make_user()
    made = corrected(story)

    withdraw_correction(correction=made, reason="It was green after all.", by=user)

    for address in (story.get_absolute_url(), "/corrections/", "/corrections/feed/"):
        assert SAID not in client.get(address).text
    kept = Correction.objects.get()
    assert (kept.withdrawn_by, kept.withdrawn_because) == (user, "It was green after all.")
    assert Story.objects.get().corrected_at is None


def test_a_correction_is_withdrawn_once_and_with_a_reason(story):
    made = corrected(story)
    with pytest.raises(ValidationError, match="Say why"):
        withdraw_correction(correction=made, reason=" ")
    withdraw_correction(correction=made, reason="No.")
    with pytest.raises(ValidationError, match="already"):
        withdraw_correction(correction=made, reason="No.")


def test_what_readers_have_not_seen_cannot_be_corrected(story):
    later = make_draft()
    publish(story=later, at=clock.now() + timedelta(days=1))
    for one in (make_draft(), later):
        with pytest.raises(ValidationError, match="readers have seen"):
            correct_story(story=one, text=SAID)
    with pytest.raises(ValidationError, match="what is right"):
        correct_story(story=story, text=" \n ")
    assert not Correction.objects.exists()


def test_a_form_that_was_open_meanwhile_does_not_take_it_back(story):
    opened = Story.objects.get()
    corrected(story)
    opened.save()

    assert Story.objects.get().corrected_at == NOON


# At the desk


def test_an_editor_corrects_and_takes_back(client, story):
    client.force_login(make_user("editor", username="editor"))
    door = reverse("admin:articles_story_correct", args=(story.pk,))
    assert door in client.get(reverse("admin:articles_story_change", args=(story.pk,))).text
    assert "Say what was wrong" in client.post(door, {"text": "", "place": "foot"}).text

    client.post(door, {"text": SAID, "place": "top"})
    made = Correction.objects.get()
    back = reverse("admin:articles_correction_withdraw", args=(made.pk,))
    assert back in client.get(door).text
    assert "Say why" in client.post(back, {"reason": ""}).text
    client.post(back, {"reason": "It was green."})

    assert "It was green." in client.get(door).text
    assert list(Line.objects.about(story).order_by("pk").values_list("verb", "by_name", "reason"))[1:] == [
        ("corrected", "editor", SAID),
        ("withdrew a correction of", "editor", "It was green."),
    ]


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_nobody_corrects_who_may_not_publish_the_story(client, story, role):
    made = corrected(story)
    client.force_login(make_user(role))

    for name, pk, given in (
        ("articles_story_correct", story.pk, {"text": "x", "place": "foot"}),
        ("articles_correction_withdraw", made.pk, {"reason": "x"}),
    ):
        assert client.get(reverse(f"admin:{name}", args=(pk,))).status_code == 403
        assert client.post(reverse(f"admin:{name}", args=(pk,)), given).status_code == 403
    assert Correction.objects.get().withdrawn_at is None
