"""Who may comment where: the nearest word holds, and a story may be closed by time or paused by a moderator."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError

from articles.models import Category, CommentPolicy, SiteSettings, Story
from comments.actions.freeze import freeze, thaw
from comments.actions.moderate import approve
from comments.actions.own import delete_own, edit_own
from comments.actions.post import post_comment
from comments.models import Comment, Layer, State
from comments.models.layer import parted
from comments.policy import policy_of
from newsroom import clock
from newsroom.audit.models import Line
from newsroom.caching.recording import recorded
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_story

pytestmark = pytest.mark.django_db
FORM = 'name="comment"'


def page_of(client, story):
    return client.get(story.get_absolute_url()).content.decode()


def said(story, text="Well done.", address="192.0.2.1", agent="Firefox"):
    return post_comment(story=story, name="Ada", text=text, address=address, agent=agent)


@pytest.mark.parametrize(
    ("own", "category", "above", "site", "holds"),
    [
        ("inherit", "inherit", "inherit", "open", "open"),
        ("inherit", "inherit", "inherit", "closed", "closed"),
        ("inherit", "inherit", "hold", "open", "hold"),
        ("inherit", "first", "hold", "open", "first"),
        ("open", "closed", "closed", "closed", "open"),
    ],
)
def test_the_nearest_word_holds(own, category, above, site, holds):
    SiteSettings(comment_policy=site).save()
    world = make_category(comment_policy=above)
    asia = make_category(parent=world, comment_policy=category)
    assert policy_of(make_story(category=asia, comment_policy=own)).kind == holds


def test_the_site_closes_everything_at_once(story):
    SiteSettings(comments_open=False).save()
    Story.objects.update(comment_policy=CommentPolicy.OPEN)
    story.refresh_from_db()
    assert policy_of(story).is_closed


@pytest.mark.parametrize(
    ("days", "category", "after"), [(14, None, 14), (14, 2, 2), (0, 3, 3), (14, 0, None), (0, None, None)]
)
def test_comments_close_so_many_days_after_publication(days, category, after):
    SiteSettings(comments_close_after=days).save()
    story = make_story(category=make_category(comments_close_after=category))
    closes = story.published_at + timedelta(days=after) if after else None
    assert policy_of(story).closes_at == closes


def test_comments_do_not_close_after_the_end_of_the_calendar(story):
    SiteSettings(comments_close_after=32_767).save()
    story.published_at = datetime(9990, 1, 1, tzinfo=UTC)
    assert policy_of(story).closes_at is None


def test_the_form_goes_and_nothing_is_taken_from_that_second_on(client, story):
    SiteSettings(comments_close_after=7, comments_closed_message="Write to us: letters@paper.example").save()
    closes = policy_of(story).closes_at
    with time_machine.travel(closes - timedelta(seconds=1), tick=False):
        assert FORM in page_of(client, story)
        said(story)
    with time_machine.travel(closes, tick=False):
        page = page_of(client, story)
        assert FORM not in page
        assert "Write to us: letters@paper.example" in page
        with pytest.raises(ValidationError, match="closed"):
            said(story, "Too late.")


def test_a_kept_page_is_over_when_its_comments_close(client):
    SiteSettings(comments_close_after=7).save()
    story = make_story(published_at=datetime(2026, 3, 1, 12, 30, tzinfo=UTC))
    closes = datetime(2026, 3, 8, 12, 30, tzinfo=UTC)
    with time_machine.travel(closes - timedelta(minutes=1), tick=False), recorded() as page:
        assert FORM in page_of(client, story)
    assert page.until == closes


def test_a_first_comment_waits_until_one_of_theirs_is_approved(story):
    Category.objects.update(comment_policy=CommentPolicy.FIRST)
    first = said(story)
    assert (first.state, parted(first.layers)) == (State.HELD, [Layer.FIRST])
    assert said(story, "And another.").state == State.HELD

    approve(comments=[first])

    assert said(story, "A third.").state == State.VISIBLE
    assert said(story, "From another browser.", agent="Lynx").state == State.HELD
    assert said(story, "From elsewhere.", address="198.51.100.1").state == State.HELD


def test_the_form_says_that_a_first_comment_waits(client, story):
    SiteSettings(comment_policy=CommentPolicy.FIRST).save()
    assert "A moderator looks at your first comment before it appears." in page_of(client, story)


def test_a_paused_story_keeps_its_comments_and_takes_none(client, story):
    comment = said(story, "It stays.")
    freeze(story=story, by=make_user("moderator", username="mo"), note="Too hot.")

    page = page_of(client, story)
    assert "It stays." in page
    assert "These comments are paused while a moderator looks at them." in page
    assert FORM not in page
    with pytest.raises(ValidationError, match="paused"):
        said(story, "Now me.")
    with pytest.raises(ValidationError, match="paused"):
        edit_own(comment=comment, text="Otherwise.")

    thaw(story=story)
    assert FORM in page_of(client, story)
    lines = Line.objects.filter(kind="articles.story", verb__startswith="comments").order_by("pk")
    assert [(line.verb, line.by_name, line.reason) for line in lines] == [
        ("comments paused", "mo", "Too hot."),
        ("comments taken again", "", ""),
    ]


def test_a_story_is_paused_once(story):
    assert [freeze(story=story), freeze(story=story), thaw(story=story), thaw(story=story)] == [
        True,
        False,
        True,
        False,
    ]


def test_a_pause_outlives_what_an_editor_saves_from_before(story):
    before = Story.objects.get(pk=story.pk)
    freeze(story=story)
    before.headline = "Harbour opens again"
    before.save()
    assert policy_of(Story.objects.get(pk=story.pk)).is_frozen


def test_a_writer_deletes_what_stands_on_a_paused_story(story):
    comment = said(story)
    freeze(story=story)
    delete_own(comment=comment)
    assert Comment.objects.get().state == State.DELETED


def test_a_story_takes_no_more_than_its_pace_but_from_those_whose_words_are_shown(story, settings, send):
    settings.COMMENT_STORY_PACE = "2/60"
    known = said(story, address="203.0.113.1", agent="Known")
    said(story, "Another.", address="203.0.114.1")

    refused = send(story, comment="One too many.")

    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 60
    page = refused.content.decode()
    assert "More comments are coming in just now than this page can take." in page
    assert "One too many." in page
    assert said(story, "Me again.", address="203.0.113.1", agent="Known").state == State.VISIBLE
    assert known.writer_key

    with time_machine.travel(clock.now() + timedelta(seconds=61)):
        assert send(story, comment="One too many.").status_code == 303


def test_the_whole_site_has_a_pace(settings, send):
    settings.COMMENT_SITE_PACE = "2/60"
    for _ in range(2):
        said(make_story())
    assert send(make_story(), comment="One too many.").status_code == 429
    assert not Comment.objects.filter(text="One too many.").exists()


@pytest.mark.parametrize("answered", [False, True])
def test_a_second_click_on_what_took_the_last_place_is_no_refusal(settings, send, story, answered):
    parent = said(story, "What do you think?", address="203.0.113.1") if answered else None
    more = {"parent": str(parent.pk)} if parent else {}
    settings.COMMENT_STORY_PACE = settings.COMMENT_SITE_PACE = "2/60" if answered else "1/60"
    # Held, its writer is nobody who is let past.
    SiteSettings(comment_policy=CommentPolicy.HOLD).save()

    taken = [send(story, comment="Twice.", **more) for _ in range(2)]

    assert [one.status_code for one in taken] == [303, 303]
    assert Comment.objects.filter(text="Twice.").count() == 1
    assert send(story, comment="Something else.", **more).status_code == 429
