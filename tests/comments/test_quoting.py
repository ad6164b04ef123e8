"""An answer that quotes: what the form begins with, how it is shown, and for whose words its writer answers."""

import pytest

from comments.models import Layer
from comments.models.layer import parted
from comments.quoting import LONGEST, own_words, quoted
from comments.templatetags.comments import excerpt, in_paragraphs
from tests.factories.comments import make_comment

LONG = "The harbour office wrote three letters to the ministry and nobody there answered a single one of them"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("One line.", "> One line.\n\n"),
        ("Two\n\nparagraphs", "> Two\n>\n> paragraphs\n\n"),
        ("> Of another\n\nMy own", "> My own\n\n"),
        ("> Nothing else", "> > Nothing else\n\n"),
        ("word " * 200, "> " + ("word " * 120).strip() + "…\n\n"),
        ("a" * 700, "> " + "a" * LONGEST + "…\n\n"),
    ],
)
def test_each_line_is_led_by_a_sign(text, said):
    assert quoted(text) == said


def test_the_form_begins_with_the_words_it_answers(client, story):
    comment = make_comment(story=story, text="Who <b>paid</b>?")
    address = f"{story.get_absolute_url()}comments/reply/{comment.pk}/"

    assert f'href="{address}quote/#comment-form"' in client.get(address).text
    assert "\n&gt; Who &lt;b&gt;paid&lt;/b&gt;?\n\n</textarea>" in client.get(f"{address}quote/").text


def test_quoted_lines_stand_apart_with_nothing_taken_away():
    assert in_paragraphs("> Who paid?\n> You?\nNot me.\n\n>no quote") == (
        "<blockquote><p>&gt; Who paid?<br>&gt; You?</p></blockquote><p>Not me.</p><p>&gt;no quote</p>"
    )


def test_the_feed_shows_them_too(client, story):
    make_comment(story=story, text="> Who paid?\nNot me.")

    assert "&lt;blockquote&gt;" in client.get(f"{story.get_absolute_url()}feed/").text


def test_nobody_answers_for_the_words_they_quote(send, story):
    first = make_comment(story=story, text=f"{LONG}, see https://a.example/ and https://b.example/")

    send(story, parent=first.pk, comment=f"{quoted(first.text)}They did in the end.")

    [answer] = story.comments.filter(parent=first)
    assert answer.is_visible


def test_a_quote_hides_nothing_that_was_not_said(send, story):
    first = make_comment(story=story, text="Who paid?")

    send(story, parent=first.pk, comment="> See https://a.example/ and https://b.example/\n\nThis.")

    [answer] = story.comments.filter(parent=first)
    assert parted(answer.layers) == [Layer.LINKS]


def test_own_words_are_all_of_it_when_nothing_else_is_said():
    assert own_words("> Who paid?", "Who paid?") == "> Who paid?"


def test_an_excerpt_is_of_the_writers_own_words():
    assert excerpt("> Who paid?\n\nThe city\ndid.") == "The city did."
