"""How a front is told: at once, once more, and again until it is certain."""

import logging
import threading

import pytest

from newsroom.caching.front.asking import FrontError
from newsroom.caching.front.courier import AGAIN_AFTER, LONGEST_WAIT, MENTIONS_AFTER, MENTIONS_EACH, MOST_KEYS, Courier

TOLD_ALL = MENTIONS_AFTER + MENTIONS_EACH + 1


class Front:
    """One that notes what it was told, and answers as a test wants."""

    name = "The front"

    def __init__(self, *, by_key=True):
        self.by_key = by_key
        self.told = []
        self.failures = []
        self.answers = threading.Event()
        self.answers.set()

    def purge(self, keys, addresses, everything):
        self.answers.wait(30)
        if self.failures:
            raise self.failures.pop(0)
        self.told.append("everything" if everything else (*keys, *addresses))


@pytest.fixture
def hours():
    """What the courier's clock shows, in seconds."""
    return [1000.0]


@pytest.fixture
def courier_of(hours):
    return lambda front: Courier(front, moment=lambda: hours[0])


def goes(courier):
    """Set out, come back, and set out on what is due then."""
    courier.go()
    courier.rest(30)
    courier.go()
    courier.rest(30)


def test_a_purge_is_told_at_once_and_once_more(courier_of, hours):
    front = Front(by_key=False)
    courier = courier_of(front)
    courier.hear(1, ["story:1"], addresses=["/"])

    goes(courier)
    assert front.told == [("story:1", "/")]
    hours[0] += AGAIN_AFTER
    goes(courier)
    assert front.told == [("story:1", "/")] * 2
    hours[0] += 1000
    goes(courier)
    assert len(front.told) == 2


def test_what_mentions_it_is_purged_when_the_paper_has_made_it_anew(courier_of, hours):
    front = Front()
    courier = courier_of(front)
    courier.hear(1, ["story:1"])
    goes(courier)
    hours[0] += 10
    courier.hear(2, ["story:2"])
    goes(courier)
    front.told.clear()

    hours[0] += MENTIONS_AFTER
    goes(courier)
    assert all(not key.startswith("~") for told in front.told for key in told)
    hours[0] += MENTIONS_EACH
    goes(courier)
    assert front.told[-1] == ("~story:1", "~story:2")


def test_mentions_wait_for_no_more_than_three_quarters_of_a_minute(courier_of, hours):
    front = Front()
    courier = courier_of(front)
    for number in range(60):
        courier.hear(number, [f"story:{number}"])
        goes(courier)
        hours[0] += 1

    told = {key for told in front.told for key in told}
    assert {f"~story:{number}" for number in range(14)} <= told
    assert sum(any(key.startswith("~") for key in told) for told in front.told) <= 2


def test_what_was_taken_down_is_gone_from_what_mentions_it_at_once(courier_of):
    front = Front()
    courier = courier_of(front)
    courier.hear(1, ["story:1"], gone=True)

    goes(courier)

    assert front.told == [("story:1", "~story:1")]


def test_a_front_without_keys_is_emptied_when_something_is_taken_down(courier_of):
    front = Front(by_key=False)
    courier = courier_of(front)
    courier.hear(1, ["story:1"], addresses=["/"], gone=True)

    goes(courier)

    assert front.told == ["everything"]


def test_what_comes_together_is_told_together(courier_of):
    front = Front()
    courier = courier_of(front)
    for number in range(3):
        courier.hear(number, ["latest", f"story:{number}"])

    goes(courier)

    assert front.told == [("latest", "story:0", "story:1", "story:2")]


def test_thousands_of_keys_are_everything(courier_of):
    front = Front()
    courier = courier_of(front)
    courier.hear(1, [f"story:{number}" for number in range(MOST_KEYS)])
    courier.hear(2, ["latest"])

    goes(courier)

    assert front.told == ["everything"]


def test_a_purge_that_failed_is_told_again_until_it_is_certain(courier_of, hours, caplog):
    front = Front()
    front.failures = [FrontError("The front cannot be reached: Connection refused."), FrontError("No.")]
    courier = courier_of(front)
    courier.hear(1, ["story:1"])

    goes(courier)
    assert (front.told, courier.untold) == ([], {1})
    assert caplog.messages == ["The front cannot be reached: Connection refused. It is told again in 1 seconds."]
    hours[0] += 1
    goes(courier)
    assert caplog.messages[-1] == "No. It is told again in 2 seconds."
    hours[0] += 2
    goes(courier)
    assert front.told == [("story:1",)]
    assert courier.untold == set()


def test_a_front_that_is_away_for_long_is_asked_once_a_minute(courier_of, hours, caplog):
    front = Front()
    front.failures = [FrontError("No.")] * 100
    courier = courier_of(front)
    courier.hear(1, ["story:1"])
    for _ in range(600):
        goes(courier)
        hours[0] += 1

    assert 100 - len(front.failures) <= 7 + 600 / LONGEST_WAIT
    assert courier.untold == {1}


def test_a_front_that_says_for_how_long_is_left_alone(courier_of, hours):
    front = Front()
    front.failures = [FrontError("Too often.", again_after=90)]
    courier = courier_of(front)
    courier.hear(1, ["story:1"])
    goes(courier)

    hours[0] += 89
    goes(courier)
    assert front.told == []
    hours[0] += 1
    goes(courier)
    assert "story:1" in front.told[0]


def test_an_error_that_nobody_thought_of_loses_nothing(courier_of, hours, caplog):
    caplog.set_level(logging.CRITICAL)
    front = Front()
    front.failures = [ZeroDivisionError("division by zero")]
    courier = courier_of(front)
    courier.hear(1, ["story:1"])
    goes(courier)
    hours[0] += 1

    goes(courier)

    assert front.told == [("story:1",)]


def test_a_slow_front_keeps_nobody_waiting(courier_of):
    front = Front()
    front.answers.clear()
    courier = courier_of(front)
    courier.hear(1, ["story:1"])
    courier.go()
    courier.hear(2, ["story:2"])
    courier.go()
    assert (front.told, courier.untold) == ([], {1, 2})

    front.answers.set()
    courier.rest(30)
    goes(courier)

    assert front.told == [("story:1",), ("story:2",)]
    assert courier.untold == set()
