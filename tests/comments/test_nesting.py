"""Who answers whom: shown in its place, down to the fifth depth, and counted."""

import re
from datetime import timedelta
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from comments.actions.moderate import approve, reject, remove
from comments.actions.recount import recount
from comments.models import Comment
from comments.threads import DEEPEST, thread_page
from newsroom import clock
from tests.comments.test_threads import shown
from tests.factories.comments import make_comment


def outline(story) -> list[tuple[int, str]]:
    """The depth and the words of everything on the first page."""
    story.refresh_from_db()
    threads = thread_page(story, 1).threads
    return [(place.depth, place.comment.text) for thread in threads for place in thread.places]


def answering(story) -> list[str]:
    return re.findall(r'class="(comment-answers[^"]*)".*?<bdi>([^<]*)', shown(story))


@pytest.fixture
def first(story):
    return make_comment(story=story, text="first", name="Ada")


def test_an_answer_stands_under_what_it_answers(story, first):
    one = make_comment(parent=first, text="one")
    make_comment(parent=first, text="two")
    make_comment(parent=one, text="of one")

    assert outline(story) == [(1, "first"), (2, "one"), (3, "of one"), (2, "two")]


def test_lists_of_answers_end_where_they_should(story, first):
    deep = make_comment(parent=make_comment(parent=first))
    make_comment(parent=deep)
    make_comment(parent=first)
    make_comment(story=story)
    story.refresh_from_db()

    html = shown(story)

    tags = re.sub(r"<(/?)(ol|li)\b[^>]*>|.", r"\1\2 ", html[html.index('<ol class="comment-list') :], flags=re.DOTALL)
    assert tags.split() == (
        "ol li ol li ol li ol li /li /ol /li /ol /li li /li /ol /li li /li /ol".split()  # noqa: SIM905
    )


def test_what_answers_the_deepest_stands_beside_it_and_says_whom_it_answers(story, first):
    above = first
    for n in range(2, 8):
        above = make_comment(parent=above, text=f"{n}", name=f"Reader {n}")
    make_comment(parent=Comment.objects.get(text="5"), text="late")

    assert [depth for depth, _ in outline(story)] == [1, 2, 3, 4, DEEPEST, DEEPEST, DEEPEST, DEEPEST]
    assert answering(story) == [("comment-answers comment-beside", "Reader 5")]


def test_on_a_phone_an_answer_names_what_is_not_right_above_it(story, first):
    one = make_comment(parent=first, name="Olga")
    make_comment(parent=one)
    make_comment(parent=one)
    make_comment(parent=first)
    story.refresh_from_db()

    assert answering(story) == [("comment-answers", "Olga"), ("comment-answers", "Ada")]


def test_nobody_is_told_the_name_of_what_was_taken_down(story, first):
    foul = make_comment(parent=first, name="Foul")
    make_comment(parent=foul)
    make_comment(parent=foul)
    reject(comments=[foul])
    story.refresh_from_db()

    assert "Foul" not in shown(story)


def test_what_was_taken_down_keeps_its_place_while_something_seen_answers_it(story, first):
    gone = make_comment(parent=first, text="gone")
    answer = make_comment(parent=gone, text="answer")
    reject(comments=[gone])
    assert outline(story) == [(1, "first"), (2, "gone"), (3, "answer")]

    reject(comments=[answer])
    assert outline(story) == [(1, "first")]

    approve(comments=[answer])
    assert outline(story) == [(1, "first"), (2, "gone"), (3, "answer")]


def test_what_answers_a_deleted_comment_stays_in_the_thread(story, first):
    gone = make_comment(parent=first)
    make_comment(parent=gone, text="answer")
    remove(comments=[gone])

    assert outline(story) == [(1, "first"), (2, "answer")]


def test_many_pages_show_the_same_as_few(story, first):
    """Beyond fifty comments another query is asked."""
    gone = make_comment(parent=first, text="gone")
    make_comment(parent=gone, text="answer")
    make_comment(parent=make_comment(parent=first, text="lonely"), text="also gone")
    reject(comments=Comment.objects.filter(text__in=["gone", "lonely", "also gone"]))
    few = outline(story)
    for n in range(60):
        make_comment(story=story, posted_at=clock.now() + timedelta(seconds=n))

    assert outline(story)[: len(few)] == few


def test_an_answer_older_than_what_it_answers_is_still_shown(story, first):
    later = make_comment(parent=first, text="later")
    make_comment(parent=later, text="answer", posted_at=first.posted_at)

    assert sorted(text for _, text in outline(story)) == ["answer", "first", "later"]


def test_counts_of_answers_are_repaired(story, first):
    one = make_comment(parent=first)
    make_comment(parent=one)
    Comment.objects.update(reply_count=7)

    recount(stories=[story.pk])

    assert list(Comment.objects.order_by("pk").values_list("reply_count", flat=True)) == [2, 1, 0]


def test_the_migration_counts_the_answers_that_are_there(story, first):
    one = make_comment(parent=first)
    make_comment(parent=one)
    reject(comments=[make_comment(parent=one)])
    Comment.objects.filter(thread__isnull=False).update(reply_count=0)

    import_module("comments.migrations.0005_threads").count_answers(apps, SimpleNamespace(connection=connection))

    assert list(Comment.objects.order_by("pk").values_list("reply_count", flat=True)) == [2, 1, 0, 0]
