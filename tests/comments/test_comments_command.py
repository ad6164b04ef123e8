"""What an operator does with comments."""

import json
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from articles.models import Story
from comments.models import Comment, State
from comments.receipt import receipt_address
from newsroom import clock
from newsroom.audit.models import Line
from tests.factories.comments import make_comment
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def comments(capsys):
    """The command; answers the lines that it says."""

    def say(*arguments):
        call_command("comments", *map(str, arguments))
        return capsys.readouterr().out.splitlines()

    return say


@pytest.fixture
def held(story):
    return [make_comment(story=story, text=f"Held {n}.", state=State.HELD) for n in range(3)]


def test_it_lists_what_waits_and_why(story, held, comments):
    Comment.objects.filter(pk=held[0].pk).update(layers="links,capitals")
    make_comment(story=story, text="Seen.")

    lines = comments("list")

    assert [line.split()[0] for line in lines] == [str(one.pk) for one in held]
    assert "[links,capitals]" in lines[0]
    assert "Held 0." in lines[0]


@pytest.mark.parametrize("named", ["number", "address", "whole address"])
def test_only_those_of_a_story(story, held, comments, named):
    other = make_comment(text="Elsewhere.", state=State.HELD)
    address = other.story.get_absolute_url()
    said = {"number": other.story_id, "address": address, "whole address": f"https://paper.example{address}#comments"}

    assert [line.split()[0] for line in comments("list", "--story", said[named])] == [str(other.pk)]


def test_only_those_since_a_moment(story, comments):
    old = clock.now() - timedelta(days=9)
    make_comment(story=story, state=State.HELD, posted_at=old)
    new = make_comment(story=story, state=State.HELD)

    for since in (f"{old + timedelta(days=1):%Y-%m-%d}", f"{old + timedelta(hours=1):%Y-%m-%dT%H:%M}"):
        assert [line.split()[0] for line in comments("list", "--since", since)] == [str(new.pk)]


def test_it_approves_all_that_waits_of_one_story_and_counts(story, held, comments):
    other = make_comment(state=State.HELD)

    assert comments("approve", "--all-held", "--story", story.pk) == ["3 of 3 approved."]

    story.refresh_from_db()
    other.refresh_from_db()
    assert (story.comment_count, other.state) == (3, State.HELD)


def test_it_rejects_some_with_a_reason_for_the_log(held, comments):
    assert comments("reject", held[0].pk, held[1].pk, "--reason", "topic", "--note", "Again.") == ["2 of 2 rejected."]

    assert [one.state for one in Comment.objects.order_by("pk")] == [State.REJECTED, State.REJECTED, State.HELD]
    assert {(line.verb, line.reason) for line in Line.objects.filter(kind="comments.comment")} == {
        ("rejected", "not about the story: Again.")
    }


def test_many_are_moved_in_parts(story, comments, monkeypatch):
    monkeypatch.setattr("comments.management.commands.comments.AT_ONCE", 2)
    for _ in range(5):
        make_comment(story=story, state=State.HELD)

    assert comments("approve", "--all-held") == ["5 of 5 approved."]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["approve"], "Give the numbers of comments, or --all-held."),
        (["approve", "1", "--all-held"], "Give the numbers of comments, or --all-held."),
        (["reject", "4711"], "There is no comment 4711 among these. Nothing was done."),
        (["list", "--story", "/nowhere/"], "There is no story “/nowhere/”."),
        (["list", "--story", "9" * 30], "There is no story"),
        (["list", "--story", "/2026/13/45/no/"], "There is no story"),
        (["list", "--since", "yesterday"], "“yesterday” is no day."),
        (["list", "--since", "2026-02-31"], "is no day."),
    ],
)
def test_what_it_cannot_do_it_says_in_a_sentence(arguments, told, comments):
    with pytest.raises(CommandError, match=told.replace(".", r"\.")):
        comments(*arguments)


def test_it_exports_every_comment_as_it_was_typed(story, comments):
    first = make_comment(story=story, name="Ördög", text="One\n\n“two” <b>three</b> 👍")
    make_comment(parent=first, state=State.REJECTED)

    told = [json.loads(line) for line in comments("export")]

    assert [one["state"] for one in told] == ["visible", "rejected"]
    assert (told[0]["name"], told[0]["text"]) == (first.name, first.text)
    assert (told[1]["parent"], told[0]["address"]) == (first.pk, story.get_absolute_url())
    assert "address_key" not in told[0], "where it came from is nobody's business"


def test_it_exports_comments_of_a_story_that_has_no_address(comments):
    make_comment(story=make_story())
    Story.objects.update(state="draft", published_on=None)

    assert json.loads(comments("export")[0])["address"] is None


def test_it_finds_wrong_counts_and_puts_them_right(story, comments):
    first = make_comment(story=story)
    make_comment(parent=first)
    assert comments("recount") == ["Every count was right."]
    Story.objects.update(comment_count=9)
    Comment.objects.filter(story=story).update(reply_count=5)

    make_story()
    Story.objects.exclude(pk=story.pk).update(comment_count=3)
    assert comments("recount") == ["4 counts were wrong, and are right now."]

    story.refresh_from_db()
    first.refresh_from_db()
    assert (story.comment_count, first.reply_count) == (2, 1)


def test_it_erases_what_a_writer_asks_for_by_number_and_by_receipt(story, comments):
    old = clock.now() - timedelta(days=400)
    first = make_comment(story=story, name="Jane Roe", text="I live at 1 Pier Road.", posted_at=old)
    second, answer = make_comment(story=story, name="Jane Roe", posted_at=old), make_comment(parent=first, text="Well.")
    receipt = f"https://paper.example{receipt_address(second)}"

    assert comments("erase", first.pk, receipt, "--note", "By letter.") == ["2 of 2 erased."]

    assert set(Comment.objects.exclude(pk=answer.pk).values_list("state", "name", "text")) == {("deleted", "–", "–")}
    assert Comment.objects.visible().get() == answer
    assert {(line.verb, line.reason) for line in Line.objects.filter(kind="comments.comment")} == {
        ("erased", "By letter.")
    }
    assert comments("erase", first.pk) == ["0 of 1 erased."]


@pytest.mark.parametrize(
    "named", ["0", "5-abc", "https://paper.example/2026/01/01/x/comments/receipt/5-abc/", "x" * 300]
)
def test_it_erases_nothing_that_it_cannot_find(story, comments, named):
    kept = make_comment(story=story)
    with pytest.raises(CommandError, match="There is no comment"):
        comments("erase", kept.pk, named)
    assert Comment.objects.visible().get() == kept


def test_it_pauses_a_story_and_goes_on(story, comments):
    assert comments("freeze", "--story", story.pk) == ["“Harbour reopens” takes no comments now."]
    assert comments("freeze", "--story", story.pk) == ["“Harbour reopens” takes no comments, as before."]
    story.refresh_from_db()
    assert story.comments_frozen
    assert comments("thaw", "--story", story.get_absolute_url()) == ["“Harbour reopens” takes comments now."]
