"""What is refused, with clear words, everything typed kept and nothing stored."""

from datetime import timedelta
from functools import partial

import pytest

from articles.models import CommentPolicy, SiteSettings
from comments.models import State
from comments.token import sign
from newsroom import clock
from tests.factories.comments import make_comment
from tests.factories.forms import assert_refused
from tests.factories.stories import make_story

TYPED = "My “own” words & <thoughts>"

assert_asked_again = partial(assert_refused, typed=TYPED)


@pytest.mark.parametrize("nothing", ["", "   ", "\r\n\r\n", "\u200b\u2060", "\u3164"])
def test_an_empty_comment(story, send, nothing):
    assert_asked_again(
        send(story, comment=nothing, name="Ada Lovelace"), "Please enter your comment!", typed="Ada Lovelace"
    )


@pytest.mark.parametrize("nothing", ["", "  ", "\u200b", "\u00ad\ufeff", "\u0301", "\u2800"])
def test_a_name_that_nobody_could_see(story, send, nothing):
    assert_asked_again(send(story, comment=TYPED, name=nothing), "Please enter your name here")


def test_a_missing_field(story, reader):
    answer = reader.post(f"{story.get_absolute_url()}comments/", {"token": sign(story.pk)})

    assert answer.status_code == 422
    assert "Please enter your comment!" in answer.content.decode()
    assert "Please enter your name here" in answer.content.decode()


def test_errors_stand_beside_their_fields_and_in_a_summary_that_takes_the_focus(story, send):
    page = send(story, comment="", name="").content.decode()

    assert '<p class="field-error" id="comment-text-error">Please enter your comment!</p>' in page
    assert '<p class="field-error" id="comment-name-error">Please enter your name here</p>' in page
    assert page.count('aria-invalid="true"') == 2
    assert 'aria-describedby="comment-text-error"' in page
    assert '<div class="error-summary" role="alert" tabindex="-1" autofocus>' in page
    assert '<a href="#comment-text">Please enter your comment!</a>' in page


@pytest.mark.parametrize("name", ["Ada\nLovelace", "Ada\r\n", "Ada\rLovelace", "Ada\u2028Lovelace", "Ada\x0bLovelace"])
def test_a_name_of_several_lines(story, send, name):
    assert_asked_again(send(story, comment=TYPED, name=name), "Please keep this on one line.")


def test_too_long_a_comment_comes_back_whole(story, send, settings):
    settings.COMMENT_LENGTH = 1000
    words = "word " * 200 + "end"

    assert_asked_again(
        send(story, comment=words), "Your comment has 1,003 characters, and at most 1,000 fit.", typed=words
    )


def test_a_comment_of_just_the_longest_length(story, send, settings):
    settings.COMMENT_LENGTH = 1000

    assert send(story, comment="ü" * 998 + "\r\n!").status_code == 303


def test_too_long_a_name(story, send):
    assert_asked_again(send(story, comment=TYPED, name="N" * 81), "This name has 81 characters")


@pytest.mark.parametrize("character", ["\0", "\x01", "\x08", "\x1b", "\x7f", "\x80", "\x9f"])
@pytest.mark.parametrize("field", ["name", "comment"])
def test_control_characters(story, send, field, character):
    answer = send(story, **{"comment": TYPED, field: f"before{character}after"})

    assert_asked_again(answer, "Please remove the control characters", typed="before\N{REPLACEMENT CHARACTER}after")


@pytest.mark.parametrize("character", ["\u202a", "\u202e", "\u2066", "\u2069"])
@pytest.mark.parametrize("field", ["name", "comment"])
def test_characters_that_turn_text_round(story, send, field, character):
    answer = send(story, **{"comment": TYPED, field: f"before{character}after"})

    assert_asked_again(answer, "reverse the direction of text", typed=f"before{character}after")


def test_a_story_whose_comments_are_closed(story, send):
    story.comment_policy = CommentPolicy.CLOSED
    story.save()

    assert_asked_again(send(story, comment=TYPED), "The comments of this story are closed.")


def test_a_site_whose_comments_are_closed(story, send):
    SiteSettings(comments_open=False).save()

    assert_asked_again(send(story, comment=TYPED), "The comments of this story are closed.")


@pytest.mark.parametrize("token", ["", "x", "79c22.0", "-1.0", "é.é", "\0", "9" * 5000, "1_0.a"])
def test_a_forged_token(story, send, token):
    assert_asked_again(send(story, comment=TYPED, token=token), "We cannot tell that this form came from our page.")


def test_another_storys_token(story, send):
    assert_asked_again(send(story, comment=TYPED, token=sign(make_story().pk)), "We cannot tell")


@pytest.mark.parametrize(
    ("age", "sentence"), [(timedelta(days=7), "open for a long time"), (timedelta(hours=-1), "We cannot tell")]
)
def test_a_token_of_another_time(story, send, age, sentence):
    with clock.as_of(clock.now() - age):
        token = sign(story.pk)

    assert_asked_again(send(story, comment=TYPED, token=token), sentence)


def test_the_page_that_asks_again_can_be_sent_as_it_is(story, send):
    answer = send(story, comment=TYPED, token="stale")

    assert f'value="{sign(story.pk)}"' in answer.content.decode()


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "https://testserver"},
        {"Origin": "http://testserver:8080"},
        {"Origin": "http://testserver.elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://[broken"},
        {"Referer": "https://elsewhere.example/page"},
    ],
)
def test_a_form_on_another_site(story, send, headers):
    assert_asked_again(send(story, comment=TYPED, headers=headers), "was sent from another site", status=403)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
        {"Origin": "http://testserver"},
        {"Origin": "http://testserver:80"},
        {"Referer": "http://testserver/2026/01/01/x/"},
        {"Origin": "", "Referer": ""},
        {},
    ],
)
def test_a_form_of_our_own_is_taken(story, send, headers):
    assert send(story, headers=headers).status_code == 303


def test_a_form_of_our_public_address_is_taken_behind_a_proxy(story, send, settings):
    settings.SITE_ADDRESS = "https://paper.example"

    assert send(story, headers={"Origin": "https://paper.example"}).status_code == 303


@pytest.mark.parametrize("number", ["0", "999999999999999999", "9" * 400, "-1", "x", "\0", "١"])
def test_an_answer_to_nothing(story, send, number):
    assert_asked_again(send(story, comment=TYPED, parent=number), "is no longer here")


def test_an_answer_to_what_was_taken_down(story, send):
    gone = make_comment(story=story, state=State.REJECTED)

    assert_asked_again(send(story, comment=TYPED, parent=gone.pk), "is no longer here", stored=1)


def test_an_answer_to_a_comment_on_another_story(story, send):
    other = make_comment()

    assert_asked_again(send(story, comment=TYPED, parent=other.pk), "is no longer here", stored=1)


def test_a_refused_answer_still_answers_the_same_comment(story, send):
    first = make_comment(story=story)

    page = send(story, name="", parent=first.pk).content.decode()

    assert f'<input type="hidden" name="parent" value="{first.pk}">' in page
