"""What happens between the reading of a form and the storing of its comment."""

import pytest
from django.db import InternalError, OperationalError

from comments.actions.moderate import remove
from comments.actions.post import post_comment
from tests.factories.comments import make_comment
from tests.factories.forms import TYPED, assert_refused


@pytest.fixture
def meanwhile(monkeypatch):
    """Let something happen after the form was read, just before its comment is stored."""

    def meanwhile(happens):
        def late(**comment):
            happens()
            return post_comment(**comment)

        monkeypatch.setattr("comments.form.post_comment", late)

    return meanwhile


def test_a_story_that_is_withdrawn_meanwhile(story, send, meanwhile):
    row = type(story).objects.filter(pk=story.pk)
    meanwhile(lambda: row.update(state="withdrawn", withdrawn_because="It was wrong."))

    assert_refused(send(story, comment=TYPED), "The comments of this story are closed.")


def test_a_story_that_is_deleted_meanwhile(story, send, meanwhile):
    meanwhile(type(story).objects.filter(pk=story.pk).delete)

    assert_refused(send(story, comment=TYPED), "The comments of this story are closed.")


def test_an_answer_to_what_is_deleted_meanwhile(story, send, meanwhile):
    first = make_comment(story=story)
    meanwhile(lambda: remove(comments=[first]))

    answer = send(story, comment=TYPED, parent=first.pk)

    assert_refused(answer, "is no longer here")
    assert 'name="parent"' not in answer.content.decode()


@pytest.mark.parametrize(
    "problem",
    [OperationalError("database is locked"), InternalError("cannot execute INSERT in a read-only transaction")],
)
def test_a_database_that_takes_nothing_now(story, send, monkeypatch, problem):
    def locked(**_):
        raise problem

    monkeypatch.setattr("comments.form.post_comment", locked)

    answer = send(story, comment=TYPED)

    assert_refused(answer, "Your comment could not be stored just now.", status=503)
    assert answer["Retry-After"] == "60"
