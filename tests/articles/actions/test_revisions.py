"""Every save at the desk is kept, can be compared, and comes back."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from articles.actions.publish import publish
from articles.actions.revisions import OTHERS, keep_first, keep_revision, restore_revision
from articles.actions.write import write_story
from articles.models import Author, Revision, Story
from newsroom import clock
from newsroom.audit.models import Line
from tests.articles.admin.forms import typed_into
from tests.factories.people import make_user
from tests.factories.stories import make_author, make_category, make_draft, make_source

pytestmark = pytest.mark.django_db


def say(story, headline, **how):
    story.headline = headline
    story.save()
    return keep_revision(story=story, **how)


def numbers(story):
    return list(Revision.objects.filter(story=story).order_by("number").values_list("number", flat=True))


def history_of(story):
    return reverse("admin:articles_story_history", args=(story.pk,))


def change(client, story, **given):
    return client.post(f"/admin/articles/story/{story.pk}/change/", typed_into(story, **given), follow=True)


def test_a_save_at_the_desk_keeps_what_was_there_and_what_is_there_now(client):
    client.force_login(make_user("editor", username="anna"))
    story = make_draft(headline="As it came")

    change(client, story, headline="Rewritten", note="Clearer", major="on")

    first, second = Revision.objects.filter(story=story).order_by("number")
    assert (first.content["headline"], first.is_major) == ("As it came", True)
    assert (second.content["headline"], second.note, second.is_major) == ("Rewritten", "Clearer", True)
    assert second.by.username == "anna"


def test_a_save_that_changes_nothing_keeps_nothing(client):
    client.force_login(make_user("editor"))
    story = make_draft()
    change(client, story)
    kept = numbers(story)

    change(client, story)

    assert numbers(story) == kept


def test_what_a_story_comes_with_is_content_too():
    author = make_author()
    story = make_draft(tags=["Trade"])
    keep_revision(story=story)

    story.tags.add("Sea")
    keep_revision(story=story)
    story.byline.create(author=author, role="photographs")
    keep_revision(story=story)

    assert numbers(story) == [1, 2, 3]


def test_publishing_makes_a_major_revision():
    story, editor = make_draft(), make_user("editor")
    keep_revision(story=story)

    publish(story=story, by=editor)

    assert Revision.objects.filter(story=story, is_major=True).get().note == "Published"


def test_restored_it_says_again_what_it_said_then_and_nothing_is_lost(client):
    client.force_login(make_user("editor", username="anna"))
    author, sea = make_author(name="Ada"), make_category(name="Sea")
    story = make_draft(
        headline="First", byline=[(author, "photographs")], sources=[make_source(name="Wire")], tags=["Trade"],
        further_categories=[sea], related=[make_draft(headline="Beside")],
    )  # fmt: skip
    keep_first(story=story)
    change(client, story, headline="Second", tags="Other", body="<p>Gone.</p>")
    Story.objects.get().byline.all().delete() if Story.objects.count() == 1 else story.byline.all().delete()
    keep_revision(story=story)

    page = client.post(history_of(story), {"restore": "1"}, follow=True)

    story.refresh_from_db()
    assert "revision 1" in page.text
    assert (story.headline, story.body) == ("First", "<p>It happened.</p>")
    assert [(line.author.name, line.role) for line in story.byline.all()] == [("Ada", "photographs")]
    assert [tag.name for tag in story.tags.all()] == ["Trade"]
    assert list(story.further_categories.all()) == [sea]
    assert [source.name for source in story.sources.all()] == ["Wire"]
    assert [pick.related.headline for pick in story.related_picks.all()] == ["Beside"]
    last = Revision.objects.filter(story=story).order_by("number").last()
    assert (last.note, last.content["headline"]) == ("Restored revision 1", "First")
    assert "Second" in [revision.content["headline"] for revision in Revision.objects.filter(story=story)]
    assert Line.objects.about(story).filter(verb="restored", by_name="anna").count() == 1


def test_what_is_no_longer_there_is_named_and_left_out(client):
    client.force_login(make_user("editor"))
    story = make_draft(byline=[(make_author(name="Ada"), "")], tags=["Trade"])
    keep_first(story=story)
    story.byline.all().delete()
    story.tags.clear()
    Author.objects.all().delete()

    page = client.post(history_of(story), {"restore": "1"}, follow=True)

    assert "no longer there: Byline: Ada." in page.text
    assert [tag.name for tag in story.tags.all()] == ["Trade"]


def test_a_public_story_keeps_its_address_and_state_when_it_is_restored():
    story = make_draft(slug="ferry", headline="First")
    keep_first(story=story)
    publish(story=story)
    address = story.get_absolute_url()
    say(story, "Second")

    restore_revision(story=story, revision=Revision.objects.get(number=1))

    story = Story.objects.get()
    assert (story.get_absolute_url(), story.is_public(), story.headline) == (address, True, "First")


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_nobody_reads_or_restores_the_texts_of_another(client, role):
    story = make_draft(headline="First")
    keep_first(story=story)
    say(story, "Second")
    client.force_login(make_user(role))

    assert client.get(history_of(story)).status_code == 403
    assert client.post(history_of(story), {"restore": "1"}).status_code == 403
    with pytest.raises(PermissionDenied):
        restore_revision(story=story, revision=Revision.objects.get(number=1), by=make_user(role))
    assert Story.objects.get().headline == "Second"


def test_a_revision_of_another_story_is_refused():
    one, other = make_draft(), make_draft()
    keep_first(story=other)

    with pytest.raises(ValidationError, match="another story"):
        restore_revision(story=one, revision=Revision.objects.get())


def test_all_of_a_week_all_that_are_major_and_thirty_others_are_kept():
    story, now = make_draft(), clock.now()
    for n in range(50):
        with clock.as_of(now - timedelta(days=30) + timedelta(minutes=n)):
            say(story, f"Old {n}", major=n in {3, 7})
    for n in range(40):
        say(story, f"New {n}")

    assert Revision.objects.filter(story=story, is_major=True).count() == 2
    assert Revision.objects.filter(story=story, is_major=False, made_at__lt=now - timedelta(days=7)).count() == OTHERS
    assert Revision.objects.filter(story=story, made_at__gte=now - timedelta(days=7)).count() == 40


def test_the_history_shows_word_by_word_what_changed(client):
    client.force_login(make_user("editor"))
    story = make_draft(headline="The ferry is late", body="<p>One two three four.</p><p>Same.</p>")
    keep_first(story=story)
    change(client, story, headline="The ferry is early", body="<p>One three four.</p><p>Same.</p>")

    page = client.get(history_of(story)).text

    assert "The ferry is <del>late</del><ins>early</ins>" in page
    assert "<del>two </del>" in page
    assert "Restore revision" not in page
    assert "Restore revision 1" in client.get(history_of(story), {"from": "2", "to": "1"}).text


@pytest.mark.parametrize("query", [{"to": "9"}, {"from": "x", "to": "-1"}, {"page": "99"}, {"to": "9" * 40}])
def test_numbers_that_are_none_show_the_newest(client, query):
    client.force_login(make_user("editor"))
    story = make_draft()
    keep_first(story=story)

    assert client.get(history_of(story), query).status_code == 200


def test_a_long_history_asks_as_much_as_a_short_one(client, django_assert_max_num_queries):
    client.force_login(make_user("editor"))
    story = write_story(headline="x", body="<p>y</p>", category=make_category())
    for n in range(60):
        say(story, f"Headline {n}")

    with django_assert_max_num_queries(22):
        client.get(history_of(story))
