"""Writers are told of answers by e-mail when they have asked for it and confirmed it, and of each once."""

import socketserver
import threading
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError

from comments.actions.moderate import approve, reject
from comments.actions.own import delete_own
from comments.actions.telling import due, send_due
from comments.actions.watching import ask, confirm, leave
from comments.letters import watch_address
from comments.models import Comment, State, Told, Watch
from comments.receipt import receipt_address
from newsroom import clock
from newsroom.settings.mail import mailers
from tests.factories.comments import make_comment

pytestmark = pytest.mark.django_db
ADDRESS = "ada@reader.example"


@pytest.fixture(autouse=True)
def offered(settings):
    settings.COMMENT_MAIL_FROM = "letters@paper.example"
    settings.SITE_ADDRESS = "https://paper.example"


@pytest.fixture
def comment(story):
    return make_comment(story=story, name="Ada", text="When does it open?")


@pytest.fixture
def watched(comment):
    watch = ask(comment=comment, email=ADDRESS)
    Watch.objects.update(letter_at=clock.now())
    confirm(watch=watch)
    return comment


def answered(comment, text="On Monday.", **given):
    return make_comment(parent=comment, name="Bo", text=text, posted_at=clock.now() + timedelta(seconds=1), **given)


def breaking(monkeypatch, problem):
    def send(self, **_):
        raise problem

    monkeypatch.setattr("django.core.mail.EmailMessage.send", send)


def test_a_reader_asks_confirms_is_told_and_leaves(client, comment, story):
    receipt = receipt_address(comment).partition("#")[0]
    assert "Be told of answers by e-mail" in client.get(receipt).content.decode()

    asked = client.post(receipt, {"act": "watch", "email": f" {ADDRESS.upper()} "})
    assert asked.status_code == 303
    assert "A letter is on its way to you." in client.get(receipt).content.decode()
    assert (send_due(), send_due()) == (1, 0)
    [letter] = mail.outbox
    assert letter.to == [ADDRESS]
    page = watch_address(Watch.objects.get())
    assert f"https://paper.example{page}" in letter.body

    assert "Shall we tell you" in client.get(page).content.decode()
    assert not Watch.objects.standing().exists()
    assert "You are told of answers to it by e-mail." in client.post(page, {"act": "confirm"}).content.decode()

    reply = answered(comment)
    assert (send_due(), send_due()) == (1, 0)
    letter = mail.outbox[-1]
    assert letter.subject == "Bo has answered your comment"
    assert "On Monday." in letter.body
    assert f"https://paper.example{story.get_absolute_url()}comments/{reply.pk}/" in letter.body
    sent = letter.message()
    assert sent["List-Unsubscribe"] == f"<https://paper.example{page}>"
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent["Auto-Submitted"] == "auto-generated"

    left = client.post(page, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert left.status_code == 200
    answered(comment, "On Tuesday.")
    assert send_due() == 0


def test_nothing_is_offered_where_no_mail_leaves(client, comment, settings):
    settings.COMMENT_MAIL_FROM = ""
    receipt = receipt_address(comment).partition("#")[0]
    assert "e-mail" not in client.get(receipt).content.decode()
    assert client.post(receipt, {"act": "watch", "email": ADDRESS}).status_code == 422
    assert not Watch.objects.exists()


@pytest.mark.parametrize(
    "email", ["", "ada", "ada@", "ada@reader.example\nBcc: all@reader.example", "a" * 300 + "@b.example"]
)
def test_what_is_no_address_comes_back_with_a_sentence(client, comment, email):
    answer = client.post(receipt_address(comment).partition("#")[0], {"act": "watch", "email": email})
    assert answer.status_code == 422
    assert "Please enter an e-mail address, for instance ada@example.com." in answer.content.decode()
    assert not Watch.objects.exists()


def test_nobody_is_bombed_with_letters(story, settings):
    settings.COMMENT_LETTERS_A_DAY = 2
    for _ in range(2):
        ask(comment=make_comment(story=story), email=ADDRESS)
    with pytest.raises(ValidationError, match="tomorrow"):
        ask(comment=make_comment(story=story), email=ADDRESS)


def test_what_nobody_confirms_is_forgotten(comment):
    ask(comment=comment, email=ADDRESS)
    send_due()
    with time_machine.travel(clock.now() + timedelta(hours=49)):
        send_due()
        assert not Watch.objects.exists()


def test_an_address_is_forgotten_after_its_time_and_with_the_comment(watched, settings):
    settings.COMMENT_WATCH_DAYS = 10
    with time_machine.travel(clock.now() + timedelta(days=9)):
        send_due()
        assert Watch.objects.exists()
    delete_own(comment=watched)
    assert not Watch.objects.exists()


def test_only_what_readers_see_is_told_and_only_direct_answers(watched):
    held = answered(watched, "I wait.", state=State.HELD)
    other = make_comment(story=watched.story, text="I answer nobody.")
    assert list(due()) == []

    approve(comments=[held])
    make_comment(parent=held, text="I answer the answer.", posted_at=clock.now() + timedelta(seconds=2))
    assert list(due()) == [held]

    reject(comments=[held])
    assert list(due()) == []
    assert other.is_visible


def test_a_letter_that_the_server_does_not_take_now_is_sent_later(watched, monkeypatch):
    answered(watched)
    with monkeypatch.context() as patch:
        breaking(patch, SMTPServerDisconnected("gone"))
        assert send_due() == 0
    assert send_due() == 1


def test_whoever_dies_while_sending_sends_no_letter_twice(watched, monkeypatch):
    answered(watched)
    with monkeypatch.context() as patch:
        breaking(patch, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            send_due()
    assert Told.objects.count() == 1
    assert send_due() == 0


@pytest.mark.parametrize(("code", "stands"), [(550, False), (450, True)])
def test_an_address_that_there_is_not_ends_the_watch(watched, monkeypatch, code, stands):
    answered(watched)
    breaking(monkeypatch, SMTPRecipientsRefused({ADDRESS: (code, b"no")}))
    send_due()
    assert Watch.objects.standing().exists() is stands


def test_who_has_left_may_ask_again(comment):
    watch = ask(comment=comment, email=ADDRESS)
    leave(watch=watch)
    assert not ask(comment=comment, email=ADDRESS).ended_at


@pytest.mark.parametrize("signed", ["1-abc", "x", "9" * 40])
def test_a_page_that_nobody_signed_is_not_there(client, db, signed):
    assert client.get(f"/comments/replies/{signed}/").status_code == 404


def test_a_name_from_an_archive_breaks_no_header(watched):
    Comment.objects.filter(pk=answered(watched).pk).update(name="Bo\r\nBcc: all@reader.example")
    assert send_due() == 1
    assert mail.outbox[-1].subject == "Bo Bcc: all@reader.example has answered your comment"


class Mailbox(socketserver.StreamRequestHandler):
    """As much of SMTP as takes letters."""

    def handle(self):
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                letter = b""
                while (line := self.rfile.readline()) != b".\r\n":
                    letter += line
                self.server.letters.append(letter.decode())
            self.wfile.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 ok\r\n")
            if verb == b"QUIT":
                return


def test_a_letter_leaves_by_smtp(watched, settings):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mailbox) as server:
        server.letters = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.MAILERS = mailers(f"smtp://127.0.0.1:{server.server_address[1]}")
        answered(watched, "Le lundi, à midi.")
        assert send_due() == 1
        server.shutdown()
    [letter] = server.letters
    assert f"To: {ADDRESS}" in letter
    assert "From: letters@paper.example" in letter
    assert "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in letter
