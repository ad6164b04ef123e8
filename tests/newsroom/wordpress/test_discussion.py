"""Comments of an old site, and what is not taken over of them."""

import re
from datetime import UTC, datetime

import pytest

from articles.models import Story
from comments.models import Comment
from comments.models import State as CommentState
from tests.factories import wordpress as old

pytestmark = pytest.mark.django_db


def story() -> Story:
    return Story.objects.get()


def test_comments_keep_thread_time_and_state(bring):
    answers = (
        old.comment("Reply", number=5, parent="4"),
        old.comment("Root", number=4),
        old.comment("Held", approved="0"),
    )
    bring(old.item("T", "b", *answers))
    reply = Comment.objects.get(text="Reply")
    assert (reply.parent.text, reply.posted_at) == ("Root", datetime(2020, 3, 2, 9, tzinfo=UTC))
    assert Comment.objects.get(text="Held").state == CommentState.HELD
    assert story().comment_count == 2


def test_a_reader_without_a_name_is_anonymous(bring):
    bring(old.item("T", "b", old.comment(name="\u200b")))
    assert Comment.objects.get().name == "Anonymous"


def test_nothing_of_a_readers_address_or_mail_is_kept(bring):
    bring(old.item("T", "b", old.comment()))
    assert "192.0.2.7" not in str(Comment.objects.values().get())
    assert "jo@mail" not in str(Comment.objects.values().get())


def test_pingbacks_are_counted_and_left_and_their_answers_begin_threads(bring):
    ledger, told = bring(old.item("T", "b", old.comment(number=8, kind="pingback"), old.comment("So?", parent="8")))
    assert ledger.rows["pingbacks and trackbacks"].left == 1
    assert Comment.objects.get().parent is None
    assert "begins a thread" in told


def test_spam_and_rubbish_are_left(bring):
    ledger, _ = bring(old.item("T", "b", old.comment(approved="trash"), old.comment(approved="spam"), old.comment("")))
    assert ledger.rows["comments"].left == 3


def test_two_comments_of_one_number_are_both_accounted_for(bring):
    ledger, told = bring(old.item("T", "b", old.comment("One", number=3), old.comment("Two", number=3)))
    assert (ledger.rows["comments"].imported, ledger.rows["comments"].left) == (1, 1)
    assert "comment 3 by Jo: a comment before it has the same number" in told


def test_comments_without_numbers_all_come_once(bring):
    numbered = old.item("T", "b", old.comment("One"), old.comment("Two"))
    parts = re.sub("<wp:comment_id>[^<]*</wp:comment_id>", "", numbered)
    bring(parts)
    bring(parts)
    assert Comment.objects.count() == 2


def test_a_comment_without_words_is_left_for_that_reason(bring):
    _, told = bring(old.item("T", "b", old.comment("<p></p>", number=3)))
    assert "left comment 3 by Jo: it says nothing" in told


def test_a_comment_on_a_page_is_left_by_name(bring):
    _, told = bring(old.item("Contact", "b", old.comment(number=3), number=8, post_type="page"))
    assert "left comment 3 by Jo on page 8 “Contact”: pages have no comments here" in told
