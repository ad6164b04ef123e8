"""Comments at the desk."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comments import admin as desk
from comments.models import Comment, State
from newsroom.audit.models import Line
from tests.factories.comments import make_comment
from tests.factories.people import make_user

LIST = "/admin/comments/comment/"


@pytest.fixture
def moderator(client, db):
    client.force_login(make_user("moderator", username="moderator"))
    return client


def act(client, action, *comments):
    return client.post(LIST, {"action": action, "_selected_action": [c.pk for c in comments]}, follow=True)


@pytest.mark.parametrize(
    ("action", "state", "reason"),
    [
        ("approve", State.VISIBLE, ""),
        ("hold", State.HELD, ""),
        ("reject", State.REJECTED, "against the rules of this page"),
        ("mark_spam", State.SPAM, "advertising or fraud"),
    ],
)
def test_a_moderator_decides_about_several_at_once(moderator, story, action, state, reason):
    comments = [make_comment(story=story), make_comment(story=story, state=State.HELD)]

    act(moderator, action, *comments)

    story.refresh_from_db()
    assert set(Comment.objects.values_list("state", flat=True)) == {state}
    assert story.comment_count == (2 if state == State.VISIBLE else 0)
    assert {(line.by_name, line.reason) for line in Line.objects.filter(kind="comments.comment")} == {
        ("moderator", reason)
    }


def test_a_moderator_decides_about_one(moderator, story):
    comment = make_comment(story=story, text="As it was written.")

    moderator.post(reverse("admin:comments_comment_change", args=[comment.pk]), {"state": "spam", "text": "Changed."})

    comment.refresh_from_db()
    story.refresh_from_db()
    assert (comment.state, comment.text, story.comment_count) == (State.SPAM, "As it was written.", 0)


@pytest.mark.parametrize("role", ["contributor", "author"])
def test_writers_do_not_moderate(client, story, role):
    comment = make_comment(story=story)
    client.force_login(make_user(role))

    assert act(client, "spam", comment).status_code == 403
    assert client.get(reverse("admin:comments_comment_change", args=[comment.pk])).status_code == 403


def test_nobody_writes_a_readers_comment(moderator):
    assert moderator.get(f"{LIST}add/").status_code == 403


def test_deleting_keeps_the_counts_right(client, story):
    first = make_comment(story=story)
    make_comment(parent=first)
    client.force_login(make_user("administrator"))

    client.post(reverse("admin:comments_comment_delete", args=[first.pk]), {"post": "yes"})

    story.refresh_from_db()
    assert story.comment_count == 0
    assert not Comment.objects.exists()


def test_deleting_several_keeps_the_counts_right(client, story):
    comments = [make_comment(story=story) for _ in range(3)]
    client.force_login(make_user("administrator"))

    client.post(LIST, {"action": "delete_selected", "_selected_action": [c.pk for c in comments[:2]], "post": "yes"})

    story.refresh_from_db()
    assert story.comment_count == 1


def test_the_list_costs_the_same_however_long_it_is(moderator, django_assert_max_num_queries):
    for _ in range(12):
        make_comment()

    with django_assert_max_num_queries(12):
        page = moderator.get(LIST)

    assert page.status_code == 200


def test_the_list_is_never_counted_to_its_end(moderator, story):
    make_comment(story=story)

    with CaptureQueriesContext(connection) as queries:
        moderator.get(LIST)

    assert not [query["sql"] for query in queries if "COUNT(" in query["sql"] and "comments_comment" in query["sql"]]


def test_it_finds_words_among_the_newest(moderator, story, monkeypatch):
    monkeypatch.setattr(desk, "SEARCHED", 2)
    make_comment(story=story, text="An old needle.")
    for n in range(2):
        make_comment(story=story, text=f"Newer {n}, also a needle.")

    page = moderator.get(LIST, {"q": "needle"}).content.decode()

    assert "Newer 1" in page
    assert "An old needle." not in page


def test_it_shows_the_held_ones_alone(moderator, story):
    make_comment(story=story, text="Seen already.")
    make_comment(story=story, text="Waiting.", state=State.HELD)

    page = moderator.get(LIST, {"state__exact": "held"}).content.decode()

    assert "Waiting." in page
    assert "Seen already." not in page


def test_typed_markup_is_shown_as_text(moderator, story):
    comment = make_comment(story=story, name="<i>Ada</i>", text="<script>alert(1)</script>")
    make_comment(parent=comment)

    for page in [moderator.get(LIST), moderator.get(reverse("admin:comments_comment_change", args=[comment.pk + 1]))]:
        assert "<script>alert" not in page.content.decode()
        assert "<i>Ada" not in page.content.decode()
