"""The receipt of a comment: what its writer sees of it, and may still do with it."""

from datetime import timedelta

import pytest

from articles.models import CommentPolicy
from comments.actions.moderate import approve, reject
from comments.models import THREADS_A_PAGE, Comment, State
from comments.receipt import receipt_address
from newsroom import clock
from tests.factories.comments import make_comment
from tests.factories.stories import make_story


@pytest.fixture
def commented(story, send):
    """The address of the receipt of a comment that was just posted."""
    return send(story, comment="The ferry is blue.")["Location"].partition("#")[0]


def act(reader, address, what, **fields):
    return reader.post(address, {"act": what, **fields})


def later(**span):
    return clock.as_of(clock.now() + timedelta(**span))


# What it shows


def test_its_writer_finds_the_comment_in_its_place_and_what_can_be_done(reader, commented):
    page = reader.get(commented)

    assert "Everybody can read it." in page.text
    assert "Change the comment" in page.text
    assert "Delete the comment" in page.text
    assert "The ferry is blue." in page.text


def test_nobody_keeps_the_page_and_nothing_is_left_with_the_reader(reader, commented):
    page = reader.get(commented)

    assert "no-store" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"]
    assert page["Referrer-Policy"] == "same-origin"
    assert not page.cookies


def test_the_pages_that_others_get_do_not_have_it(story, reader, commented):
    page = reader.get(story.get_absolute_url()).text

    assert "/receipt/" not in page
    assert "Delete the comment" not in page


def test_a_held_comment_is_shown_to_its_writer_with_the_reason(story, send, reader):
    answer = send(story, comment="See https://a.example/ and https://b.example/", homepage="filled")

    page = reader.get(answer["Location"]).text
    assert answer["Location"].endswith("#receipt")
    assert "Only you see it so far." in page
    assert "https://a.example/" in page
    assert "It has several links." in page
    assert "field" not in page.split('id="receipt"')[1].split("</ul>")[0], "the trap is not told"


def test_it_says_what_a_moderator_decided(story, reader, commented):
    reject(comments=Comment.objects.all())

    page = reader.get(commented).text
    assert "A moderator has decided not to show it." in page
    assert "Change the comment" not in page


@pytest.mark.parametrize(
    "wrong",
    [
        "1-00000000000000000000000000000000",
        "1",
        "x",
        "-",
        "1-",
        "9" * 30,
        "१-" + "0" * 32,
        "1-é",
        "%00",
        "1-" + "0" * 500,
    ],
)
def test_what_was_not_signed_here_opens_nothing(story, reader, commented, wrong):
    assert reader.get(f"{story.get_absolute_url()}comments/receipt/{wrong}/").status_code == 404


def test_a_receipt_opens_its_own_comment_alone(story, reader, commented):
    mine, other = Comment.objects.get(), make_comment(story=story)
    own = receipt_address(mine).partition("#")[0]
    forged = own.replace(f"receipt/{mine.pk}-", f"receipt/{other.pk}-")
    elsewhere = own.replace(story.get_absolute_url(), make_story().get_absolute_url())

    assert reader.get(own).status_code == 200
    assert [reader.get(address).status_code for address in (forged, elsewhere)] == [404, 404]


def test_a_receipt_of_an_older_key_still_opens(reader, commented, settings):
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = (
        [settings.SECRET_KEY],
        "another key, for a newer paper than that",
    )

    assert reader.get(commented).status_code == 200


def test_on_a_long_discussion_it_shows_the_page_of_the_comment(story, send, reader):
    for _ in range(THREADS_A_PAGE):
        make_comment(story=story)

    page = reader.get(send(story, comment="The fifty-first.")["Location"]).text

    assert "The fifty-first." in page
    assert "Everybody can read it." in page


def test_who_copies_a_comment_later_from_the_same_connection_gets_no_receipt(story, send):
    first = send(story)["Location"]
    assert send(story)["Location"] == first, "a double click has it again"

    with later(seconds=30):
        again = send(story)["Location"]

    assert again == f"{story.get_absolute_url()}#comment-{Comment.objects.get().pk}"


# Changing it


def test_its_writer_changes_it_and_readers_see_that(story, reader, commented):
    answer = act(reader, commented, "edit", comment="The ferry is green.")

    assert answer.status_code == 303
    page = reader.get(story.get_absolute_url()).text
    assert "The ferry is green." in page
    assert "The ferry is blue." not in page
    assert "Edited" in page


def test_after_five_minutes_it_stays_and_what_was_typed_comes_back(story, reader, commented):
    with later(minutes=5, seconds=1):
        answer = act(reader, commented, "edit", comment="The ferry is green.")

    assert answer.status_code == 422
    assert "The time in which you could change your comment is over." in answer.text
    assert "The ferry is green." in answer.text
    assert Comment.objects.get().text == "The ferry is blue."


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Please enter your comment!"),
        ("x" * 5001, "at most 5,000 fit"),
        ("a\x00b", "Please remove the control characters"),
    ],
)
def test_what_no_comment_may_be_it_cannot_become(reader, commented, typed, told):
    answer = act(reader, commented, "edit", comment=typed)

    assert answer.status_code == 422
    assert told in answer.text
    assert Comment.objects.get().text == "The ferry is blue."


def test_a_change_meets_the_layers_again(story, reader, commented):
    act(reader, commented, "edit", comment="See https://a.example/ and https://b.example/")

    story.refresh_from_db()
    changed = Comment.objects.get()
    assert (changed.state, changed.layers, story.comment_count) == (State.HELD, "links", 0)


def test_no_change_lets_out_what_is_held(story, send, reader):
    story.comment_policy = CommentPolicy.HOLD
    story.save()
    address = send(story, comment="Is it so?")["Location"].partition("#")[0]

    act(reader, address, "edit", comment="It is so.")

    held = Comment.objects.get()
    assert (held.state, held.text, held.layers) == (State.HELD, "It is so.", "policy")


def test_a_longer_text_than_before_is_not_a_copy_of_itself(reader, story, send):
    words = "The ferry is blue, and it was blue when I was a child."
    address = send(story, comment=words)["Location"].partition("#")[0]

    act(reader, address, "edit", comment=f"{words} So it is.")

    assert Comment.objects.get().state == State.VISIBLE


# Deleting it


def test_its_writer_deletes_it_and_nothing_of_it_is_kept(story, reader, commented):
    answer = act(reader, commented, "delete")

    assert answer.status_code == 303
    assert "You have deleted it." in reader.get(answer["Location"]).text
    gone = Comment.objects.get()
    assert "Ada" not in gone.name
    assert "blue" not in gone.text
    assert gone.address_key == gone.text_key == ""
    assert "blue" not in reader.get(story.get_absolute_url()).text
    story.refresh_from_db()
    assert story.comment_count == 0


def test_what_answers_it_stays(story, reader, commented):
    make_comment(parent=Comment.objects.get(), text="No, it is red.")

    act(reader, commented, "delete")

    page = reader.get(story.get_absolute_url()).text
    assert "No, it is red." in page
    assert "This comment was deleted by its writer." in page
    assert "blue" not in page


def test_after_a_day_it_stays(reader, commented):
    with later(hours=24, seconds=1):
        answer = act(reader, commented, "delete")

    assert answer.status_code == 422
    assert Comment.objects.get().text == "The ferry is blue."


def test_what_a_moderator_took_down_its_writer_may_still_delete(reader, commented):
    reject(comments=Comment.objects.all())

    act(reader, commented, "delete")

    assert Comment.objects.get().state == State.DELETED


def test_no_moderator_brings_a_deleted_one_back(reader, commented):
    act(reader, commented, "delete")

    assert approve(comments=Comment.objects.all()) == 0


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}])
@pytest.mark.parametrize("what", ["edit", "delete"])
def test_no_other_site_acts_for_the_reader(reader, commented, headers, what):
    answer = reader.post(commented, {"act": what, "comment": "Not mine."}, headers=headers)

    assert answer.status_code == 403
    assert Comment.objects.get().text == "The ferry is blue."
