"""How fast comments may come."""

from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

from comments.models import Comment
from newsroom import clock
from tests.factories.stories import make_story


@pytest.fixture(autouse=True)
def two_a_minute(settings):
    settings.COMMENT_PACE = "2/60"


def test_the_next_one_too_many_waits(story, send):
    send(story, comment="One.")
    send(story, comment="Two.")

    answer = send(story, comment="Three, with care.")

    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 60
    assert "Three, with care." in answer.content.decode()
    assert "Please wait" in answer.content.decode()
    assert Comment.objects.count() == 2


def test_after_the_time_it_names_it_is_taken(story, send):
    with time_machine.travel(clock.now(), tick=False) as time:
        send(story, comment="One.")
        send(story, comment="Two.")
        wait = int(send(story, comment="Three.")["Retry-After"])
        time.shift(timedelta(seconds=wait - 1))
        too_early = send(story, comment="Three.")
        time.shift(timedelta(seconds=1))

        assert too_early.status_code == 429
        assert send(story, comment="Three.").status_code == 303


def test_it_counts_over_all_stories(story, send):
    send(story)
    send(make_story())

    assert send(make_story()).status_code == 429


def test_it_counts_a_whole_block_and_no_other(story, send):
    send(story, comment="One.", remote="198.51.100.7")
    send(story, comment="Two.", remote="198.51.100.8")

    assert send(story, comment="Three.", remote="198.51.100.9").status_code == 429
    assert send(story, comment="Three.", remote="198.51.101.9").status_code == 303


def test_who_comes_through_a_socket_without_an_address_is_counted_too(story, send):
    send(story, comment="One.", remote="")
    send(story, comment="Two.", remote="")

    assert send(story, comment="Three.", remote="").status_code == 429


def test_a_refused_comment_does_not_count(story, send):
    for _ in range(3):
        send(story, name="")

    assert send(story).status_code == 303


def test_a_double_click_does_not_count(story, send):
    answers = [send(story).status_code for _ in range(3)]

    assert answers == [303, 303, 303]


def test_it_can_be_switched_off(story, send, settings):
    settings.COMMENT_PACE = "off"

    assert [send(story, comment=f"{n}").status_code for n in range(4)] == [303] * 4


@pytest.mark.parametrize(
    "words",
    ["", "5", "5/", "/300", "0/300", "5/0", "-5/300", "5/300/1", "five/300", "5 / 300", "OFF", "5/9999999999", "5/3e2"],
)
def test_a_pace_that_means_nothing_stops_the_start(settings, words):
    settings.COMMENT_PACE = words

    with pytest.raises(ImproperlyConfigured, match=r"COMMENT_PACE: .* is not a pace: write it like 5/300"):
        apps.get_app_config("comments").ready()


@pytest.mark.parametrize("name", ["COMMENT_LENGTH", "COMMENT_NAME_LENGTH", "COMMENT_BYTES", "COMMENT_TOKEN_HOURS"])
@pytest.mark.parametrize("number", [0, -1, 10**12])
def test_a_limit_that_limits_nothing_stops_the_start(settings, name, number):
    setattr(settings, name, number)

    with pytest.raises(ImproperlyConfigured, match=f"{name} must be from 1 to"):
        apps.get_app_config("comments").ready()
