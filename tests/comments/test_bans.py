"""Bans: whom they shut out, what becomes of what is shut out, and who is told what."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from comments.actions import moderate
from comments.actions.ban import ban, ban_origin_of, lift
from comments.actions.forgetting import forget_origins
from comments.actions.own import edit_own
from comments.actions.post import post_comment
from comments.models import Ban, BanKind, Comment, Layer, Reason, State
from comments.receipt import receipt_address
from newsroom import clock
from newsroom.audit.models import Line
from tests.factories.comments import make_comment
from tests.factories.people import make_user


def posted(story, text="Well done.", name="Ada", address="198.51.100.7"):
    return post_comment(story=story, name=name, text=text, address=address)


@pytest.mark.parametrize(
    ("kind", "value", "sent"),
    [
        (BanKind.NAME, "Ada  LOVELACE", {"name": "ada lovelacé"}),
        (BanKind.NAME, "buy*now", {"name": "BUY shoes now"}),
        (BanKind.NAME, "bot[1]*", {"name": "Bot[1] again"}),
        (BanKind.DOMAIN, "https://www.Shop.example/x", {"text": "See https://shop.example:8080/deal"}),
        (BanKind.DOMAIN, "shop.example", {"text": "See www.very.cheap.shop.example."}),
        (BanKind.DOMAIN, "shop.example", {"text": "See https://good.example@SHOP.example"}),
    ],
)
def test_what_a_ban_meets_is_stored_as_rejected(story, kind, value, sent):
    ban(kind=kind, value=value)

    comment = posted(story, **sent)

    assert (comment.state, comment.layers) == (State.REJECTED, Layer.BANNED)
    assert Comment.objects.get() == comment


@pytest.mark.parametrize(
    ("kind", "value", "sent"),
    [
        (BanKind.NAME, "Ada", {"name": "Adam"}),
        (BanKind.NAME, "buy*now", {"name": "Buy it now or never"}),
        (BanKind.NAME, "bo?*abc", {"name": "bot abc"}),
        (BanKind.DOMAIN, "shop.example", {"text": "See https://workshop.example/"}),
        (BanKind.DOMAIN, "shop.example", {"text": "I like shop.example."}),
        (BanKind.ORIGIN, "0" * 32, {}),
    ],
)
def test_what_no_ban_meets_appears(story, kind, value, sent):
    ban(kind=kind, value=value)

    assert posted(story, **sent).state == State.VISIBLE


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (BanKind.NAME, "*"), (BanKind.NAME, "a*b"), (BanKind.NAME, "\u0301"), (BanKind.NAME, "ﷺ" * 100),
        (BanKind.DOMAIN, "example"), (BanKind.DOMAIN, "*.example"), (BanKind.ORIGIN, "198.51.100.7"), ("", "x"),
    ],
)  # fmt: skip
def test_nobody_bans_everybody_or_nobody(db, kind, value):
    with pytest.raises(ValidationError):
        ban(kind=kind, value=value)


def test_a_connection_is_banned_and_others_are_not(story):
    ban_origin_of(comment=posted(story))

    assert posted(story, "Again.", address="198.51.100.200").state == State.REJECTED
    assert posted(story, "Again.", address="203.0.113.7").state == State.VISIBLE


def test_a_connection_that_is_forgotten_cannot_be_banned(story):
    with pytest.raises(ValidationError):
        ban_origin_of(comment=make_comment(story=story))


def test_a_ban_ends_at_its_time(story, monkeypatch):
    ban(kind=BanKind.NAME, value="Ada", until=clock.now() + timedelta(hours=1))
    later = clock.now() + timedelta(hours=2)

    assert posted(story).state == State.REJECTED
    monkeypatch.setattr(clock, "now", lambda: later)
    assert posted(story).state == State.VISIBLE


def test_a_lifted_ban_meets_nobody_and_can_be_made_again(story):
    made = ban(kind=BanKind.NAME, value="Ada")

    assert lift(ban=made)
    assert not lift(ban=made)
    assert posted(story, "One.").state == State.VISIBLE
    ban(kind=BanKind.NAME, value="Ada")
    assert posted(story, "Two.").state == State.REJECTED
    assert list(Line.objects.filter(kind="comments.ban").order_by("pk").values_list("verb", flat=True)) == [
        "banned",
        "lifted",
        "banned",
    ]


def test_the_writer_is_told_what_everybody_is_told_who_waits(send, reader, story):
    """But for its own words and its receipt the page is the one of a comment that a moderator has held."""
    ban(kind=BanKind.NAME, value="Ada")
    answers = [send(story, comment=text) for text in ("Shut out.", "Held now.")]
    moderate.hold(comments=Comment.objects.filter(text="Held now."))

    pages = [reader.get(answer["Location"]).content.decode() for answer in answers]

    told = [page.partition('id="receipt"')[2].partition("</section>")[0] for page in pages]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert "Only you see it so far." in told[0]
    assert "Change it" in told[0]
    assert "decided not to show" not in told[0]
    receipts = [answer["Location"].partition("#")[0] for answer in answers]
    assert told[0].replace("Shut out.", "Held now.").replace(receipts[0], receipts[1]) == told[1]


def test_what_is_shut_out_stays_so_when_it_is_changed(story):
    ban(kind=BanKind.NAME, value="Ada")
    comment = posted(story)
    Ban.objects.all().delete()

    edit_own(comment=comment, text="Something else.")

    comment.refresh_from_db()
    assert (comment.state, comment.layers, comment.text) == (State.REJECTED, Layer.BANNED, "Something else.")


def test_a_moderator_brings_back_what_was_shut_out_or_says_why_not(story):
    ban(kind=BanKind.NAME, value="Ada")
    first, second = posted(story, "One."), posted(story, "Two.")

    moderate.approve(comments=[first])
    moderate.reject(comments=[second], reason=Reason.TOPIC)

    first.refresh_from_db()
    second.refresh_from_db()
    assert first.is_visible
    assert not second.is_shut_out


def test_a_connections_hash_is_forgotten_with_all_others(story, settings):
    ban_origin_of(comment=posted(story))
    ban(kind=BanKind.NAME, value="Ada")

    forget_origins(now=clock.now() + timedelta(days=settings.COMMENT_ORIGIN_DAYS, hours=1))

    assert [one.kind for one in Ban.objects.all()] == [BanKind.NAME]


def test_asking_is_one_query(db, django_assert_num_queries):
    ban(kind=BanKind.NAME, value="buy*now")
    with django_assert_num_queries(1):
        assert Ban.objects.meets(origin="0" * 32, name="buy it now", domains=["a.b.example"])


def test_moderators_ban_and_lift_at_the_desk(client, story):
    client.force_login(make_user("moderator", username="moderator"))
    comment = posted(story)
    client.post("/admin/comments/comment/", {"action": "ban_origins", "_selected_action": [comment.pk]})
    client.post("/admin/comments/ban/add/", {"kind": "name", "value": "Ada*Love"})
    again = client.post("/admin/comments/ban/add/", {"kind": "name", "value": "ada*love", "reason": "Floods."})
    made = Ban.objects.get(kind=BanKind.NAME)

    assert again.status_code == 302
    assert (made.value, made.reason, made.by.username) == ("ada*love", "Floods.", "moderator")
    assert Ban.objects.get(kind=BanKind.ORIGIN).value == comment.address_key
    client.post("/admin/comments/ban/", {"action": "lift", "_selected_action": [made.pk]})
    client.get("/admin/comments/ban/")
    assert "ada*love" not in client.get("/admin/comments/ban/").content.decode()
    assert "ada*love" in client.get("/admin/comments/ban/?standing=all").content.decode()


@pytest.mark.parametrize("typed", ["*", "", " ", "\0", "x" * 400])
def test_what_cannot_be_banned_comes_back_to_be_mended(client, db, typed):
    client.force_login(make_user("moderator"))

    answer = client.post("/admin/comments/ban/add/", {"kind": "name", "value": typed})

    assert answer.status_code == 200
    assert not Ban.objects.exists()


def test_writers_ban_nobody(client, db):
    client.force_login(make_user("author"))

    assert client.get("/admin/comments/ban/").status_code == 403
    assert client.post("/admin/comments/ban/add/", {"kind": "name", "value": "Ada"}).status_code == 403


def test_a_receipt_of_what_was_shut_out_has_the_address_of_one_that_waits(story):
    ban(kind=BanKind.NAME, value="Ada")

    assert receipt_address(posted(story)).endswith("#receipt")
