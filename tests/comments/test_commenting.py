"""A reader's comment, from the article's form to its place under the article."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from articles.models import CommentPolicy, SiteSettings
from comments.models import THREADS_A_PAGE, Comment, State
from comments.receipt import receipt_address
from comments.token import sign
from newsroom import clock
from tests.factories.comments import make_comment


def hidden(page) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.content.decode()))


def test_the_form_on_the_page_is_all_that_a_reader_needs(story, reader):
    page = reader.get(story.get_absolute_url())

    answer = reader.post(
        f"{story.get_absolute_url()}comments/", {"name": "Ada", "comment": "Well done."} | hidden(page)
    )

    comment = Comment.objects.get()
    assert (comment.name, comment.text, comment.state) == ("Ada", "Well done.", State.VISIBLE)
    assert answer.status_code == 303
    assert answer["Location"] == receipt_address(comment)
    assert answer["Location"].endswith(f"#comment-{comment.pk}")
    assert f'id="comment-{comment.pk}"' in reader.get(answer["Location"]).text


def test_the_comment_stands_under_the_article(story, send, reader):
    send(story, comment="First paragraph.\r\n\r\nSecond <b>one</b>.")

    page = reader.get(story.get_absolute_url())

    assert f'id="comment-{Comment.objects.get().pk}"' in page.content.decode()
    assert "<p>First paragraph.</p><p>Second &lt;b&gt;one&lt;/b&gt;.</p>" in page.content.decode()


def test_neither_the_page_nor_the_answer_sets_a_cookie(story, send, reader):
    page = reader.get(story.get_absolute_url())
    taken, refused = send(story), send(story, name="")

    assert not page.cookies
    assert not taken.cookies
    assert not refused.cookies


def test_a_page_that_is_two_days_old_still_takes_comments(story, reader):
    with clock.as_of(clock.now() - timedelta(hours=48)):
        old_token = sign(story.pk)

    answer = reader.post(
        f"{story.get_absolute_url()}comments/", {"name": "Ada", "comment": "Late.", "token": old_token}
    )

    assert answer.status_code == 303


def test_a_double_click_is_one_comment(story, send):
    first, second = send(story), send(story)

    assert Comment.objects.count() == 1
    assert first["Location"] == second["Location"]


def test_the_same_words_of_somebody_else_are_another_comment(story, send):
    send(story, remote="198.51.100.7")
    send(story, remote="203.0.113.9")

    assert Comment.objects.count() == 2


def test_the_same_words_in_answer_to_somebody_are_another_comment(story, send):
    first = make_comment(story=story)
    send(story)
    send(story, parent=first.pk)
    send(story)

    assert [comment.parent for comment in Comment.objects.exclude(pk=first.pk).order_by("pk")] == [None, first]


def test_a_held_comment_is_thanked_for_and_not_shown(story, send, reader):
    story.comment_policy = CommentPolicy.HOLD
    story.save()

    answer = reader.get(send(story, comment="Hold me.")["Location"])

    assert Comment.objects.get().state == State.HELD
    assert "A moderator will look at it" in answer.content.decode()
    assert "Hold me." not in reader.get(story.get_absolute_url()).content.decode()


def test_a_reply_stands_in_the_thread_of_what_it_answers(story, send, reader):
    first = make_comment(story=story)
    page = reader.get(f"{story.get_absolute_url()}comments/reply/{first.pk}/")

    send(story, **hidden(page))

    reply = Comment.objects.newest_first()[0]
    assert (reply.parent, reply.thread) == (first, first)
    assert page["Cache-Control"] == "no-store"
    assert "noindex" in page.content.decode()


def test_whom_a_reply_answers_is_named_in_the_direction_of_the_name(story, send, reader):
    first = make_comment(story=story, name="ליאור!")

    page = reader.get(f"{story.get_absolute_url()}comments/reply/{first.pk}/")
    again = send(story, name="", parent=first.pk)

    assert "<h1>Reply to <bdi>ליאור!</bdi></h1>" in page.content.decode()
    assert "<h3>Reply to <bdi>ליאור!</bdi></h3>" in again.content.decode()


@pytest.mark.parametrize("state", [State.HELD, State.REJECTED, State.SPAM])
def test_what_readers_do_not_see_has_no_reply_page(story, reader, state):
    comment = make_comment(story=story, state=state)

    assert reader.get(f"{story.get_absolute_url()}comments/reply/{comment.pk}/").status_code == 404


def test_a_comment_on_a_long_discussion_leads_to_its_own_page(story, send, reader):
    for _ in range(THREADS_A_PAGE):
        make_comment(story=story)

    answer = send(story, comment="The fifty-first.")

    last = Comment.objects.select_related("story").last()
    assert last.get_absolute_url() == f"{story.get_absolute_url()}comments/page/2/#comment-{last.pk}"
    assert answer["Location"].endswith(f"#comment-{last.pk}")
    assert "The fifty-first." in reader.get(answer["Location"]).content.decode()
    assert "comments/page/2/" in reader.get(story.get_absolute_url()).content.decode()


def test_there_is_no_page_beyond_the_last_comment(story, reader):
    make_comment(story=story)

    for number in (0, 2, 10_001, 10**30):
        assert reader.get(f"{story.get_absolute_url()}comments/page/{number}/").status_code == 404


@pytest.mark.parametrize("rest", ["", "page/1/"])
def test_who_only_looks_is_led_to_the_comments(story, reader, rest):
    answer = reader.get(f"{story.get_absolute_url()}comments/{rest}")

    assert answer.status_code == 303
    assert answer["Location"] == f"{story.get_absolute_url()}#comments"


def test_a_closed_site_shows_comments_and_no_form(story, reader):
    make_comment(story=story, text="From better days.")
    SiteSettings(comments_open=False).save()

    page = reader.get(story.get_absolute_url()).content.decode()

    assert "From better days." in page
    assert "Comments are closed." in page
    assert "<textarea" not in page


def test_a_withdrawn_story_is_gone_for_comments_too(story, send):
    type(story).objects.filter(pk=story.pk).update(state="withdrawn", withdrawn_because="It was wrong.")

    assert send(story).status_code == 410
    assert not Comment.objects.exists()


def test_an_unknown_story_takes_no_comment(db):
    assert Client().post("/2026/01/01/nothing/comments/", {"name": "Ada", "comment": "?"}).status_code == 404
