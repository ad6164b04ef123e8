"""Whoever guesses passwords at the door of the desk waits, and nobody else does."""

from datetime import timedelta

import pytest

from newsroom import clock
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/"


def knock(client, username="ed", address="192.0.2.7", **given):
    return client.post(LOGIN, {"username": username, "password": "guessed"} | given, REMOTE_ADDR=address)


def guess(client, times=5, **given):
    return [knock(client, **given) for _ in range(times)][-1]


@pytest.fixture(autouse=True)
def _editor():
    make_user("editor", username="ed")


def test_five_wrong_passwords_shut_the_door_and_a_sentence_says_for_how_long(client):
    guess(client, 4)
    answer = knock(client)
    assert (answer.status_code, answer["Retry-After"]) == (429, "900")
    assert "Wait 15 minutes and log in again" in answer.text


def test_the_right_password_does_not_open_a_door_that_is_shut(client):
    guess(client)
    assert knock(client, password="typed").status_code == 429


def test_another_address_of_the_same_household_is_no_key(client):
    guess(client)
    assert knock(client, address="192.0.2.99").status_code == 429
    guess(client, username="ann", address="2001:db8:1:2::1")
    assert knock(client, username="ann", address="2001:db8:1:ffff::9").status_code == 429


def test_an_editor_elsewhere_and_another_name_are_not_shut_out(client):
    guess(client)
    assert knock(client, password="typed", address="198.51.100.1").status_code == 302
    make_user("editor", username="bo")
    assert knock(client, username="bo", password="typed").status_code == 302


def test_who_remembers_in_time_begins_anew(client):
    guess(client, 4)
    assert knock(client, password="typed").status_code == 302
    client.logout()
    assert guess(client, 4).status_code == 200


def test_the_door_opens_after_the_time_that_was_said_though_somebody_tried_meanwhile(client, time_machine):
    now = clock.now()
    time_machine.move_to(now, tick=False)
    guess(client)
    time_machine.move_to(now + timedelta(minutes=14), tick=False)
    assert knock(client, password="typed").status_code == 429
    time_machine.move_to(now + timedelta(minutes=15, seconds=1), tick=False)
    assert knock(client, password="typed").status_code == 302


@pytest.mark.parametrize("username", ["x" * 400, "a\x00b", "имя", ""])
def test_strange_names_are_answered_in_words(client, username):
    assert guess(client, 6, username=username).status_code in {200, 429}
