"""What a moderator decides stands with its reason, and can be taken back."""

import pytest

from comments.actions.moderate import Act, approve, mark_spam, reject, undo
from comments.actions.report import report
from comments.models import Comment, Decision, Reason, Report, State
from newsroom.audit.models import Line
from tests.factories.comments import make_comment
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def act():
    return Act(by=make_user("moderator", username="mo"))


def test_the_reason_stands_in_the_place_of_what_was_answered(client, story):
    comment = make_comment(story=story, text="You fool.")
    make_comment(parent=comment, text="Please be kind.")

    reject(comments=[comment], reason=Reason.ABUSE)

    page = client.get(story.get_absolute_url()).content.decode()
    assert "Removed: insults or threats" in page
    assert "You fool." not in page
    assert "Please be kind." in page


def test_approving_takes_the_reason_away(story):
    comment = make_comment(story=story)
    reject(comments=[comment], reason=Reason.TOPIC)
    approve(comments=[comment])
    comment.refresh_from_db()
    assert (comment.state, comment.reason) == (State.VISIBLE, "")


def test_another_reason_is_another_decision(story, act):
    comment = make_comment(story=story)
    for moved, reason in ((1, Reason.TOPIC), (1, Reason.LAW), (0, Reason.LAW), (0, None)):
        assert reject(comments=[comment], reason=reason, act=act) == moved
    reasons = Decision.objects.order_by("pk").values_list("was_reason", "reason")
    assert list(reasons) == [("", "topic"), ("topic", "law")]


def test_all_of_one_act_goes_back_to_what_it_was(story, act):
    shown, held = make_comment(story=story), make_comment(story=story, state=State.HELD)
    mark_spam(comments=[shown, held], act=act)

    assert undo(act=act) == 2

    story.refresh_from_db()
    assert dict(Comment.objects.values_list("pk", "state")) == {shown.pk: State.VISIBLE, held.pk: State.HELD}
    assert story.comment_count == 1
    assert Line.objects.filter(verb="taken back", by_name="mo").count() == 2


def test_nothing_is_taken_back_twice(story, act):
    reject(comments=[make_comment(story=story)], act=act)
    assert (undo(act=act), undo(act=act)) == (1, 0)


def test_what_somebody_decided_otherwise_since_stays(story, act):
    comment = make_comment(story=story)
    reject(comments=[comment], act=act)
    mark_spam(comments=[comment])

    assert undo(act=act) == 0
    comment.refresh_from_db()
    assert comment.state == State.SPAM


def test_reports_wait_again(story, act):
    comment = make_comment(story=story)
    report(comment=comment, wrong="abuse", address="192.0.2.1")
    reject(comments=[comment], act=act)
    assert not Report.objects.waiting().exists()

    undo(act=act)

    assert Report.objects.waiting().count() == 1


def test_who_has_reported_again_since_is_counted_once(story, act):
    comment = make_comment(story=story, state=State.HELD)
    Report.objects.create(comment=comment, wrong="abuse", address_key="a")
    approve(comments=[comment], act=act)
    report(comment=comment, wrong="spam", address="192.0.2.1")
    Report.objects.waiting().update(address_key="a")

    undo(act=act)

    assert [one.wrong for one in Report.objects.waiting()] == ["spam"]


def test_a_comment_in_another_state_than_was_seen_is_left(story):
    comment = make_comment(story=story)
    assert reject(comments=[comment], act=Act(seen=State.HELD)) == 0


def test_a_decision_outlives_its_comment(story, act):
    comment = make_comment(story=story)
    reject(comments=[comment], reason=Reason.HATE, act=act)
    comment.delete()
    assert list(Decision.objects.values_list("comment", "reason")) == [(None, "hate")]
