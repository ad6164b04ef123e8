"""The lists of words: what they find, what they never find, and what follows."""

import pytest
from django.core.exceptions import ValidationError

from comments.actions import moderate
from comments.actions.post import post_comment
from comments.actions.words import catch_of, set_words
from comments.models import Comment, Layer, State, WordLists
from comments.wordlist import WordList
from newsroom.audit.models import Line
from tests.factories.comments import make_comment
from tests.factories.people import make_user

FORM = "/admin/comments/wordlists/"


@pytest.mark.parametrize(
    "text",
    [
        "casino", "A CASINO!", "Câsinó", "cas\u200bino", "c.a.s.i.n.o", "c-a-s-i-n-o", "c a s i n o", "cas_ino",
        "c4s1no", "C@$INO", "сasinо", "саѕіпo casinο", "c\u00adasino", "ｃａｓｉｎｏ", "(casino)", "the casino's owner",
    ],
)  # fmt: skip
def test_a_word_is_found_in_every_disguise(text):
    assert WordList("casino").finds(text)


@pytest.mark.parametrize(
    ("entries", "text"),
    [
        ("cunt", "Scunthorpe is in Lincolnshire."), ("ass", "The class passed; an assassin."), ("casino", "Casinos"),
        ("tit", "A title for Titus"), ("sex", "Essex and Middlesex"), ("buy now", "Do not buy. Nowhere."),
        ("cop", "Сор лежит"), ("soo", "In 500 years"), ("ham", "What I a m"), ("as", "a s"),
    ],
)  # fmt: skip
def test_what_only_holds_the_letters_is_no_find(entries, text):
    assert not WordList(entries).finds(text, "ru" if "Сор" in text else "en")


def test_beginnings_and_phrases_are_found():
    words = WordList("casino*\n\n  Buy   NOW \nget rich*")

    assert words.finds("Casinobonus")
    assert words.finds("buy, now!")
    assert words.finds("Getting it: get richer")
    assert not words.finds("Buy it now at a minicasino")


def test_a_word_of_another_script_is_found_as_it_is_spelt():
    words = WordList("казино")

    assert words.finds("Лучшее КАЗИНО", "ru")
    assert words.finds("Лучшее кaзинo", "ru")
    assert not words.finds("казиношный", "ru")


@pytest.mark.parametrize("text", ["", "\0", "*", "!|!", "\u200b", "1", "🎰" * 50, "a " * 3000])
def test_no_text_breaks_it(text):
    assert not WordList("casino\nbuy now\nwin*").finds(text)


@pytest.mark.parametrize("text", ["*", "a*", "ca*no", "!!!", "good\nb*"])
def test_what_cannot_be_looked_for_is_refused(db, text):
    with pytest.raises(ValidationError):
        set_words(banned=text, suspect="")


@pytest.mark.parametrize(
    ("lists", "state", "layer"),
    [
        ({"banned": "casino", "suspect": ""}, State.REJECTED, Layer.BANNED_WORD),
        ({"banned": "", "suspect": "casino"}, State.HELD, Layer.SUSPECT),
    ],
)
def test_a_banned_word_rejects_and_a_suspect_one_holds(story, lists, state, layer):
    set_words(**lists)

    comment = post_comment(story=story, name="Ada", text="To the c4sino!", address="198.51.100.7")

    assert (comment.state, comment.layers) == (state, layer)
    assert comment.is_shut_out == (state == State.REJECTED)


def test_it_is_told_what_a_list_would_catch_and_nothing_is_saved(client, story):
    client.force_login(make_user("moderator"))
    approved, _, other = [make_comment(story=story, text=f"{word} night.") for word in ("Casino", "CASINO", "Concert")]
    moderate.hold(comments=[approved])
    moderate.approve(comments=[approved])

    page = client.post(FORM, {"banned": "casino", "suspect": "", "show": "1"}).content.decode()

    assert "2 of the 3 newest comments" in page
    assert "had approved 1 of them" in page
    assert "CASINO night." in page
    assert other.text not in page
    assert ">\ncasino</textarea>" in page
    assert not WordLists.objects.exists()


def test_the_lists_are_saved_by_a_button_of_their_own(client, db):
    client.force_login(make_user("moderator", username="moderator"))
    for banned in ("casino", "casino\r\nbonus"):
        assert client.post(FORM, {"banned": banned, "suspect": "offer*", "save": "1"}).status_code == 302

    lists = WordLists.objects.get()
    assert (lists.banned.split(), lists.suspect) == (["casino", "bonus"], "offer*")
    assert set(Line.objects.filter(kind="comments.wordlists").values_list("verb", "by_name")) == {
        ("changed", "moderator")
    }


def test_a_bad_list_comes_back_with_its_line(client, db):
    client.force_login(make_user("moderator"))

    page = client.post(FORM, {"banned": "good\nb*", "suspect": "", "save": "1"}).content.decode()

    assert "Line 2" in page
    assert "good\nb*</textarea>" in page


def test_writers_see_no_list(client, db):
    client.force_login(make_user("author"))

    assert client.get(FORM).status_code == 403


def test_the_catch_is_counted_with_few_queries(story, django_assert_max_num_queries):
    for n in range(5):
        make_comment(story=story, text=f"Casino {n}")
    with django_assert_max_num_queries(3):
        assert catch_of(banned="casino", suspect="").number == 5
    assert Comment.objects.count() == 5
