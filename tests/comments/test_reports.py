"""What readers report."""

import pytest

from comments.actions.moderate import approve
from comments.models import Comment, Report, State
from comments.token import sign
from tests.factories.comments import make_comment
from tests.factories.people import make_user


@pytest.fixture
def comment(story):
    return make_comment(story=story, name="Bo", text="Buy my boat.")


@pytest.fixture
def tell(reader, story):
    def tell(comment, remote="198.51.100.7", headers=None, **fields):
        told = {"wrong": "spam", "words": "", "token": sign(story.pk)} | fields
        address = f"{story.get_absolute_url()}comments/report/{comment.pk}/"
        return reader.post(address, told, headers=headers, REMOTE_ADDR=remote)

    return tell


def test_a_comment_leads_to_a_page_on_which_it_is_reported(story, reader, comment, tell):
    door = f"{story.get_absolute_url()}comments/report/{comment.pk}/"
    assert f'href="{door}"' in reader.get(story.get_absolute_url()).text
    asked = reader.get(door)
    assert "Buy my boat." in asked.text
    assert (asked["Cache-Control"], not asked.cookies) == ("no-store", True)

    thanked = reader.get(tell(comment, words="He sells it every day.")["Location"])

    assert "A moderator will look at the comment." in thanked.text
    told = Report.objects.get()
    assert (told.wrong, told.words, told.comment) == ("spam", "He sells it every day.", comment)
    assert told.address_key not in {"", "198.51.100.7"}


def test_as_many_readers_as_are_set_hold_it(story, comment, tell):
    for n in range(2):
        tell(comment, remote=f"198.51.{n}.7")
        assert Comment.objects.get().state == State.VISIBLE

    tell(comment, remote="198.51.2.7")

    held = Comment.objects.get()
    story.refresh_from_db()
    assert (held.state, held.layers, story.comment_count) == (State.HELD, "reported", 0)


def test_one_reader_counts_once(comment, tell):
    for n in range(5):
        tell(comment, remote=f"198.51.100.{n}")

    assert Report.objects.count() == 1
    assert Comment.objects.get().state == State.VISIBLE


def test_what_a_moderator_has_looked_at_takes_as_many_again(comment, tell):
    for n in range(3):
        tell(comment, remote=f"198.51.{n}.7")
    approve(comments=[comment])

    for n in range(2):
        tell(comment, remote=f"198.51.{n}.7")
    assert Comment.objects.get().state == State.VISIBLE

    tell(comment, remote="198.51.2.7")
    assert Comment.objects.get().state == State.HELD


def test_it_can_be_turned_off(comment, tell, settings):
    settings.COMMENT_REPORTS = 0
    for n in range(9):
        tell(comment, remote=f"198.51.{n}.7")

    assert Comment.objects.get().state == State.VISIBLE


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"wrong": ""}, "Please say what is wrong with it."),
        ({"wrong": "boredom"}, "Select a valid choice"),
        ({"words": "x" * 501}, "At most 500 characters fit."),
        ({"words": "a\x00b"}, "Null characters are not allowed."),
        ({"token": "forged"}, "We cannot tell that this form came from our page."),
    ],
)
def test_what_is_wrong_with_a_report_is_said_and_what_was_typed_stays(comment, tell, fields, told):
    answer = tell(comment, **({"words": "He does."} | fields))

    assert answer.status_code == 422
    assert told in answer.text
    assert not Report.objects.exists()
    assert fields.get("words", "He does.")[:1] in answer.text


def test_no_other_site_reports_for_a_reader(comment, tell):
    assert tell(comment, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 422
    assert not Report.objects.exists()


@pytest.mark.parametrize("state", [State.HELD, State.REJECTED, State.SPAM, State.DELETED])
def test_what_readers_do_not_see_cannot_be_reported(story, reader, tell, state):
    unseen = make_comment(story=story, state=state)

    assert tell(unseen).status_code == 404


def test_a_moderator_reads_what_was_reported(client, comment, tell):
    tell(comment, words="He sells it every day.")
    client.force_login(make_user("moderator"))

    assert "He sells it every day." in client.get(f"/admin/comments/comment/{comment.pk}/change/").text
