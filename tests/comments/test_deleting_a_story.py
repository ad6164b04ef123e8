"""A story that is deleted at the desk takes its comments along only when somebody has said so."""

import json

import pytest
from django.urls import reverse

from articles.models import State, Story
from comments.models import Comment
from comments.models import State as CommentState
from tests.factories.comments import make_comment
from tests.factories.people import make_user
from tests.factories.stories import make_draft


@pytest.fixture
def draft(db):
    """One that an archive brought, with what was said of it."""
    story = make_draft(headline="Never again")
    Comment.objects.create(story=story, name="Ada", text="Why\nnot?")
    Comment.objects.create(story=story, name="Bo", text="Foul.", state=CommentState.REJECTED)
    return story


@pytest.fixture
def chief(admin_client):
    return admin_client


def door(story) -> str:
    return reverse("admin:articles_story_delete", args=[story.pk])


def test_the_page_says_how_many_go_and_offers_them_first(chief, draft):
    page = chief.get(door(draft)).text

    assert "Delete its 2 comments with it" in page
    assert reverse("admin:comments_comment_download", args=[draft.pk]) in page


def test_nothing_goes_before_somebody_has_said_so(chief, draft):
    answer = chief.post(door(draft), {"post": "yes"}, follow=True)

    assert "Nothing was deleted: 2 comments would go with it." in answer.text
    assert Story.objects.filter(pk=draft.pk).exists()
    assert Comment.objects.count() == 2


def test_all_of_it_goes_when_somebody_has(chief, draft):
    chief.post(door(draft), {"post": "yes", "with_company": "1"})

    assert not Story.objects.filter(pk=draft.pk).exists()
    assert not Comment.objects.exists()


def test_a_story_without_comments_goes_as_ever(chief, db):
    draft = make_draft()

    chief.post(door(draft), {"post": "yes"})

    assert not Story.objects.filter(pk=draft.pk).exists()


def test_the_file_has_every_comment_of_the_story_alone(chief, draft):
    make_comment()

    answer = chief.get(reverse("admin:comments_comment_download", args=[draft.pk]))

    told = [json.loads(line) for line in answer.getvalue().decode().splitlines()]
    assert [(one["name"], one["text"], one["state"]) for one in told] == [
        ("Ada", "Why\nnot?", "visible"),
        ("Bo", "Foul.", "rejected"),
    ]
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("role", ["contributor", "author"])
def test_only_those_who_decide_about_comments_may_have_it(client, draft, role):
    client.force_login(make_user(role))

    assert client.get(reverse("admin:comments_comment_download", args=[draft.pk])).status_code == 403


def test_what_readers_could_read_is_not_deleted_at_all(chief, story):
    assert story.state == State.PUBLISHED
    assert chief.post(door(story), {"post": "yes", "with_company": "1"}).status_code == 403
