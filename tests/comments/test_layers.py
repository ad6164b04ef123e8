"""What is held for a moderator, and what is not."""

from datetime import timedelta

import pytest

from comments.layers import Candidate, findings, text_key
from comments.models import Comment, Layer, State
from newsroom import clock
from tests.factories.comments import make_comment
from tests.factories.stories import make_story

LONG = "The harbour master said on Monday that the night ferry would sail again after the storm."


def layers(text="I was there and saw the ferry leave.", **signs):
    return findings(Candidate(text, **signs))


@pytest.mark.parametrize(
    "text",
    [
        "I was there and saw the ferry leave.",
        "See https://example.org/ for the timetable.",
        "NO! NEVER! I said so in the NATO debate.",
        "Haaaaaaaa!",
        "=== so it was ===",
        "Straße, Zürich, naïve: “quoted” – and so on…",
        "The word Москва is what stands on the sign.",
        "👍👍👍👍👍",
        "OK",
    ],
)
def test_what_people_write_passes(text):
    assert layers(text, took=20.0) == []


@pytest.mark.parametrize(
    ("layer", "text", "signs"),
    [
        (Layer.TRAP, LONG, {"trap": "https://cheap.example/"}),
        (Layer.QUICK, LONG, {"took": 0.4}),
        (Layer.LINKS, "Buy at https://a.example/ or HTTP://b.example/ now", {}),
        (Layer.LINKS, "www.a.example and <a href='x'>this</a>", {}),
        (Layer.CAPITALS, "THIS IS WHAT THEY DO NOT WANT YOU TO KNOW", {}),
        (Layer.CAPITALS, "ÜBERALL WIRD ÜBERTRIEBEN, SAGT ÄNNE", {}),
        (Layer.REPEATED, "Noooooooooooooooo", {}),
        (Layer.REPEATED, "Stop!!!!!!!!!!!!!!!!", {}),
        (Layer.SCRIPT, "Дешёвые билеты на паром каждый день", {}),
        (Layer.SCRIPT, "Cheap tickets for the ferry, every day", {"language": "ar"}),
        (Layer.SAME, LONG, {"is_repeated": True}),
        (Layer.NEARLY, LONG, {"others": (LONG.replace("on Monday", "on Friday"),)}),
        (Layer.NEARLY, f"{LONG} 4711", {"others": (LONG.upper(),)}),
    ],
)
def test_what_is_held(layer, text, signs):
    assert layers(text, **signs) == [layer]


def test_what_has_several_faults_tells_them_all():
    assert layers("HTTPS://A.EXAMPLE/ HTTPS://B.EXAMPLE/ CHEAP!", took=1.0) == [
        Layer.QUICK, Layer.LINKS, Layer.CAPITALS,
    ]  # fmt: skip


def test_other_texts_are_no_copies():
    other = "The harbour master said on Monday that nobody had seen the whale since the storm."

    assert layers(LONG, others=(other, "The ferry.", "")) == []


def test_every_threshold_can_be_turned_off(settings):
    for name in ("LEAST_SECONDS", "LINKS", "CAPITALS_PERCENT", "REPEATED", "NEAR_PERCENT", "SCRIPT"):
        setattr(settings, f"COMMENT_{name}", 0)

    shouted = "HTTPS://A.EXAMPLE/ HTTPS://B.EXAMPLE/ ДЁШЕВО, ДЁШЕВО, ДЁШЕВО, ДЁШЕВО!!!!!!!!!!!!!!!!"
    assert layers(shouted, took=0.1, others=(shouted,)) == []


def test_two_texts_are_the_same_whatever_their_signs_and_capitals():
    assert text_key(LONG) == text_key(LONG.upper().replace(" ", "  ").replace(".", "!!"))
    assert text_key(LONG) != text_key(LONG.replace("again", "never"))
    assert text_key("So it is.") == "", "many say so without knowing of each other"


# On the site


def test_a_comment_that_meets_a_layer_waits_and_says_why(story, send):
    send(story, comment="See https://a.example/ and https://b.example/", homepage="x", took="1.5")

    held = Comment.objects.get()
    assert (held.state, held.layers) == (State.HELD, "trap,quick,links")


@pytest.mark.parametrize("took", ["", "soon", "-1", "1e9", "NaN", "99999999"])
def test_a_time_that_is_none_is_not_counted(story, send, took):
    send(story, took=took)

    assert Comment.objects.get().state == State.VISIBLE


def test_the_same_words_on_another_story_are_held(story, send):
    send(story, comment=LONG, name="Bo", remote="203.0.113.9")
    send(make_story(), comment=LONG.upper().lower(), name="Ada")

    assert [(one.state, one.layers) for one in Comment.objects.order_by("pk")] == [
        (State.VISIBLE, ""),
        (State.HELD, "same"),
    ]


def test_a_day_later_they_are_not(story, send):
    make_comment(text=LONG, posted_at=clock.now() - timedelta(hours=25))
    Comment.objects.bulk_create(Comment(story=story, name="Bo", text=f"No {n}") for n in range(30))

    send(story, comment=LONG)

    assert Comment.objects.newest_first()[0].state == State.VISIBLE


@pytest.mark.django_db
def test_what_an_archive_brings_meets_no_layer():
    assert make_comment(text="HTTPS://A.EXAMPLE/ HTTPS://B.EXAMPLE/ HTTPS://C.EXAMPLE/").state == State.VISIBLE
