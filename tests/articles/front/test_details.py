"""What an editor says of a slot or a card, and what becomes of it when another says something else."""

import re
from datetime import timedelta

import pytest

from articles.models import Tag
from newsroom import clock
from tests.articles.front.buttons import HOME, do, draft, in_fields, seen_on
from tests.factories.images import make_image
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_story

pytestmark = pytest.mark.django_db


def test_what_a_slot_is_can_be_said(desk):
    sport, _ = make_category(name="Sport"), make_story(tags=["Rowing"])
    do(desk, "slot-add", layout="list")
    number = draft().slots[-1].number
    said = {"layout": "row_of_three", "title": "On the water", "count": "6", "fills": "on", "category": sport.pk}
    address = f"{HOME}slots/{number}/"
    seen = re.search(r'name="seen" value="([^"]*)"', desk.get(address).text)[1].replace("&quot;", '"')

    answer = desk.post(address, {**said, "tag": "rowing", "kind": "analysis", "hours": "48", "seen": seen})

    assert answer.status_code == 302
    slot = draft().slot(number)
    assert (slot.layout, slot.title, slot.places, slot.fills) == ("row_of_three", "On the water", 6, True)
    assert (slot.rule.category, slot.rule.tag, slot.rule.kind, slot.rule.hours) == (
        sport.pk,
        Tag.objects.get().pk,
        "analysis",
        48,
    )


def card_address(desk, story):
    do(desk, f"pin:{story.pk}:1")
    return f"{HOME}cards/{next(draft().cards()).number}/"


def test_a_card_has_its_own_words_picture_sublinks_and_end(desk):
    story, under, picture = make_story(), make_story(headline="Under it"), make_image()
    address = card_address(desk, story)
    ends = clock.now() + timedelta(days=1)
    said = {"headline": "Short", "kicker": "Now", "picture": picture.pk, "size": "feature", "until": in_fields(ends)}
    sublinks = f"https://paper.example{under.get_absolute_url()}?utm_source=x"

    desk.post(address, {**said, "sublinks": sublinks, "seen": seen_on(desk.get(address))})

    card = next(draft().cards())
    assert (card.headline, card.kicker, card.picture, card.size) == ("Short", "Now", picture.pk, "feature")
    assert card.sublinks == (under.pk,)
    assert abs(card.until - ends) < timedelta(minutes=1)
    page = desk.get(HOME).text
    assert "Short" in page
    assert "Under it" in page


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"sublinks": "/nowhere/"}, "There is no story at “/nowhere/”"),
        ({"sublinks": "/2026/13/45/x/"}, "There is no story at"),
        ({"until": "tomorrow"}, "Enter a valid date/time"),
        ({"headline": "x" * 301}, "at most 300 characters"),
    ],
)
def test_what_cannot_be_read_comes_back_with_everything_typed(desk, wrong, told):
    address = card_address(desk, make_story())

    page = desk.post(address, {"kicker": "Typed", "seen": seen_on(desk.get(address)), **wrong})

    assert told in page.text
    assert 'value="Typed"' in page.text
    assert next(draft().cards()).kicker == ""


def test_what_another_changed_meanwhile_is_shown_and_not_written_over(desk, client_class):
    address = card_address(desk, make_story())
    seen = seen_on(desk.get(address))
    other = client_class()
    other.force_login(make_user("editor", username="bela"))
    other.post(address, {"headline": "Theirs", "seen": seen_on(other.get(address))})

    page = desk.post(address, {"headline": "Mine", "seen": seen})

    assert "bela changed this while you were writing" in page.text
    assert "<td>Theirs</td>" in page.text
    assert 'value="Mine"' in page.text
    assert next(draft().cards()).headline == "Theirs"
    desk.post(address, {"headline": "Mine", "seen": seen_on(page)})
    assert next(draft().cards()).headline == "Mine"


@pytest.fixture
def client_class(client):
    return type(client)
