"""Posting and moderating, and the counts that follow."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.models import CommentPolicy
from comments.actions import moderate
from comments.actions.recount import recount
from comments.announcements import comment_posted, comments_moderated
from comments.models import Comment, State
from tests.factories.comments import make_comment
from tests.factories.stories import make_story

MOVES = {
    State.VISIBLE: moderate.approve,
    State.HELD: moderate.hold,
    State.REJECTED: moderate.reject,
    State.SPAM: moderate.mark_spam,
}


def counts(story) -> tuple[int, list[int]]:
    story.refresh_from_db()
    return story.comment_count, list(Comment.objects.order_by("pk").values_list("reply_count", flat=True))


@pytest.fixture
def heard():
    """What was announced, in order."""
    found = []

    def posted(sender, comment, **_):
        found.append(comment)

    def moderated(sender, stories, **_):
        found.append(stories)

    comment_posted.connect(posted)
    comments_moderated.connect(moderated)
    yield found
    comment_posted.disconnect(posted)
    comments_moderated.disconnect(moderated)


def test_a_comment_counts_for_its_story_and_a_reply_for_its_thread(story):
    first = make_comment(story=story)
    reply = make_comment(parent=first)
    make_comment(parent=reply)
    make_comment(parent=first, state=State.HELD)

    assert counts(story) == (3, [2, 1, 0, 0])


def test_a_reply_to_a_reply_keeps_what_it_answers_and_joins_the_thread(story):
    first = make_comment(story=story)
    reply = make_comment(parent=first)

    deeper = make_comment(parent=reply)

    assert (deeper.parent, deeper.thread) == (reply, first)


@pytest.mark.parametrize("before", MOVES)
@pytest.mark.parametrize("after", MOVES)
@pytest.mark.parametrize("which", ["first", "reply"])
def test_every_move_keeps_the_counts_right(story, before, after, which):
    first = make_comment(story=story, state=before if which == "first" else State.VISIBLE)
    reply = make_comment(parent=first, state=before if which == "reply" else State.VISIBLE)
    moved, other = (first, reply) if which == "first" else (reply, first)

    count = MOVES[after](comments=[moved])

    seen = int(after == State.VISIBLE)
    assert count == int(before != after)
    assert counts(story) == (1 + seen, [1 if which == "first" else seen, 0])
    other.refresh_from_db()
    assert other.is_visible


@pytest.mark.parametrize("decide", [*MOVES.values(), moderate.remove])
def test_a_moderator_waits_in_line_before_touching_a_comment(story, decide):
    reply = make_comment(parent=make_comment(story=story), state=State.HELD)

    with CaptureQueriesContext(connection) as asked:
        decide(comments=[reply])

    first = next(query["sql"] for query in asked if "SAVEPOINT" not in query["sql"])
    assert first.startswith('SELECT "articles_story"')


def test_several_stories_at_once(db):
    comments = [make_comment() for _ in range(3)]

    moderate.reject(comments=comments)

    assert [counts(comment.story)[0] for comment in comments] == [0, 0, 0]


def test_removing_a_thread_takes_its_replies_along(story):
    first = make_comment(story=story)
    make_comment(parent=first)
    make_comment(story=story)

    moderate.remove(comments=[first])

    assert counts(story) == (1, [0])


def test_removing_a_reply_leaves_what_answers_it(story):
    first = make_comment(story=story)
    reply = make_comment(parent=first)
    make_comment(parent=reply)

    moderate.remove(comments=[reply])

    assert counts(story) == (2, [1, 0])


def test_recounting_repairs_what_went_wrong(story):
    make_comment(parent=make_comment(story=story))
    make_comment(story=story, state=State.SPAM)
    type(story).objects.update(comment_count=40)
    Comment.objects.update(reply_count=9)

    recount(stories=[story.pk])

    assert counts(story)[0] == 2
    assert sorted(Comment.objects.filter(thread=None).values_list("reply_count", flat=True)) == [0, 1]


def test_an_archive_keeps_its_times_and_states_on_a_closed_story(db):
    story = make_story(comment_policy=CommentPolicy.CLOSED)
    then = datetime(2009, 5, 4, 3, 2, tzinfo=UTC)

    comment = make_comment(story=story, posted_at=then, state=State.REJECTED, text="w" * 20_000)

    comment.refresh_from_db()
    assert (comment.posted_at, comment.state, len(comment.text)) == (then, State.REJECTED, 20_000)


@pytest.mark.parametrize("given", [{"name": ""}, {"text": " "}, {"text": "\0"}, {"name": "a\nb"}, {"state": None}])
def test_nothing_is_stored_of_what_does_not_hold(db, given):
    story = make_story(comment_policy=CommentPolicy.CLOSED)

    with pytest.raises(ValidationError):
        make_comment(story=story, **given)

    assert counts(story) == (0, [])


def test_a_parent_on_another_story_is_refused(story):
    with pytest.raises(ValidationError):
        make_comment(story=story, parent=make_comment())


def test_it_is_announced_once_committed(story, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        comment = make_comment(story=story)
        moderate.reject(comments=[comment])
        moderate.reject(comments=[comment])

    assert heard == [comment, [story.pk]]


@pytest.mark.parametrize("broken", [{"name": ""}, {"text": ""}, {"state": "odd"}])
def test_the_database_refuses_what_may_never_be(story, broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.create(**{"story": story, "name": "Ada", "text": "Yes."} | broken)
