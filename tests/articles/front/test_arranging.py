"""What is done to a front is done to it as it stands then, so nobody overwrites anybody."""

import pytest
from django.core.exceptions import ValidationError

from articles.front.arranging import (
    add_slot,
    change_card,
    change_slot,
    pin,
    put,
    remove_slot,
    shift,
    shift_slot,
    unpin,
)
from articles.front.content import Card, Content, Rule, Slot
from articles.front.layouts import MOST_CARDS, MOST_SLOTS, Layout

TWO = Content(
    (
        Slot(1, Layout.TOP, cards=(Card(10, 100), Card(11, 101))),
        Slot(2, Layout.MOST_READ),
        Slot(3, Layout.LIST, cards=(Card(12, 102),)),
    ),
    last=12,
)


def order(content):
    return {slot.number: [card.story for card in slot.cards] for slot in content.slots if slot.cards}


def test_a_story_is_placed_at_the_end_or_before_another():
    assert order(pin(TWO, 103, 3)) == {1: [100, 101], 3: [102, 103]}
    assert order(pin(TWO, 103, 1, at=1)) == {1: [100, 103, 101], 3: [102]}


def test_a_story_that_stands_there_already_moves_with_what_was_said_of_it():
    said = change_card(TWO, 11, headline="Ours")

    moved = pin(said, 101, 3, at=0)

    assert order(moved) == {1: [100], 3: [101, 102]}
    assert moved.card(11).headline == "Ours"


@pytest.mark.parametrize(
    ("card", "by", "stands"),
    [
        (11, -1, {1: [101, 100], 3: [102]}),
        (10, 1, {1: [101, 100], 3: [102]}),
        (11, 1, {1: [100], 3: [101, 102]}),  # past what readers compose
        (12, -1, {1: [100, 101, 102]}),
        (10, -1, {1: [100, 101], 3: [102]}),
        (12, 1, {1: [100, 101], 3: [102]}),
    ],
)
def test_a_card_goes_step_by_step_through_the_whole_page(card, by, stands):
    assert order(shift(TWO, card, by)) == stands


def test_slots_move_and_go_and_come_at_the_end():
    assert [slot.number for slot in shift_slot(TWO, 3, -1).slots] == [1, 3, 2]
    assert [slot.number for slot in shift_slot(TWO, 1, -1).slots] == [1, 2, 3]
    assert [slot.number for slot in remove_slot(TWO, 1).slots] == [2, 3]
    assert add_slot(TWO, Layout.LEAD).slots[-1] == Slot(13, Layout.LEAD)


def test_what_two_editors_do_is_both_done_in_either_order():
    def hers(content):
        return put(content, 10, 3, at=0)

    def his(content):
        return change_slot(unpin(content, 12), 1, title="Today")

    assert hers(his(TWO)) == his(hers(TWO))
    assert order(hers(his(TWO))) == {1: [101], 3: [100]}


@pytest.mark.parametrize("verb", [lambda c: unpin(c, 99), lambda c: put(c, 10, 99), lambda c: shift_slot(c, 99, 1)])
def test_what_somebody_took_off_meanwhile_is_told(verb):
    with pytest.raises(ValidationError, match="taken off this front meanwhile"):
        verb(TWO)


def test_a_slot_and_a_front_have_only_so_much_room():
    full = TWO
    for story in range(MOST_CARDS - 1):
        full = pin(full, 1_000 + story, 3)
    with pytest.raises(ValidationError, match="up to 20 cards"):
        pin(full, 2_000, 3)
    with pytest.raises(ValidationError, match="Readers compose"):
        pin(TWO, 2_000, 2)
    long = TWO
    for _ in range(MOST_SLOTS - 3):
        long = add_slot(long, Layout.LIST)
    with pytest.raises(ValidationError, match="up to 30 slots"):
        add_slot(long, Layout.LIST)


def test_a_number_is_never_given_twice():
    again = pin(unpin(pin(TWO, 103, 1), 13), 104, 1)

    assert again.card(14).story == 104
    assert again.card(13) is None


def test_it_is_kept_and_read_as_it_was():
    content = change_slot(change_card(TWO, 10, sublinks=(5,), headline="H"), 3, rule=Rule(category=4, hours=6))

    assert Content.read(content.written()) == content


def test_what_another_release_kept_is_read_as_far_as_it_is_known():
    kept = TWO.written()
    kept["slots"][0]["cards"][0]["sparkle"] = True
    kept["slots"] += ({"number": 14, "layout": "hologram"},)

    assert Content.read(kept) == TWO
    assert Content.read({}) == Content()
