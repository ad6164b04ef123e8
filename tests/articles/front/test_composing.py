"""What editors placed comes first; rules fill what is left, and no story stands twice."""

from datetime import timedelta

import pytest

from articles.actions.withdraw import withdraw
from articles.front.candidates import REPORTING
from articles.front.composing import compose
from articles.front.content import Card, Content, Rule, Slot
from articles.front.layouts import Layout, Size
from articles.models import Kind, Tag
from newsroom import clock
from tests.factories.images import make_image
from tests.factories.stories import make_category, make_draft, make_source, make_story

pytestmark = pytest.mark.django_db


def content(*slots):
    return Content(tuple(slots), last=100)


def cards(*stories, **more):
    return tuple(Card(story.pk, story.pk, **more) for story in stories)


def stories(page):
    return [one.stories for one in compose(page)]


def test_a_placed_story_stands_where_it_was_placed_and_no_rule_above_takes_it():
    placed = make_story()
    others = [make_story() for _ in range(3)]
    page = content(Slot(1, Layout.LEAD_WITH_TWO, count=2), Slot(2, Layout.LIST, count=2, cards=cards(placed)))

    assert stories(page) == [[others[2], others[1]], [placed, others[0]]]


def test_a_placed_story_that_is_not_public_leaves_no_hole():
    draft, gone, expired, there, other = make_draft(), make_story(), make_story(), make_story(), make_story()
    withdraw(story=gone, reason="Untrue.")
    expired.expires_at = clock.now()
    expired.save()

    page = content(Slot(1, Layout.LIST, count=2, cards=cards(draft, gone, expired)))

    assert stories(page) == [[other, there]]


def test_it_comes_to_its_place_when_its_time_comes():
    now = make_story()
    coming = make_story(published_at=clock.now() + timedelta(hours=1))
    page = content(Slot(1, Layout.LEAD, cards=cards(coming)))

    assert stories(page) == [[now]]
    with clock.as_of(clock.now() + timedelta(hours=1)):
        assert stories(page) == [[coming]]


def test_a_place_that_has_ended_goes_back_to_the_rule():
    old, new = make_story(), make_story()
    page = content(Slot(1, Layout.LEAD, cards=cards(old, until=clock.now() + timedelta(hours=1))))

    assert stories(page) == [[old]]
    with clock.as_of(clock.now() + timedelta(hours=1)):
        assert stories(page) == [[new]]


def test_a_story_that_was_placed_twice_stands_once():
    story, other = make_story(), make_story()
    page = content(Slot(1, Layout.LEAD, cards=cards(story)), Slot(2, Layout.LIST, count=1, cards=cards(story)))

    assert stories(page) == [[story], [other]]


def test_more_cards_than_places_are_all_shown():
    placed = [make_story() for _ in range(3)]

    assert stories(content(Slot(1, Layout.LEAD, cards=cards(*placed)))) == [placed]


def test_a_slot_that_does_not_fill_shows_its_cards_alone():
    placed = make_story()
    make_story()

    assert stories(content(Slot(1, Layout.LIST, fills=False, cards=cards(placed)))) == [[placed]]
    assert stories(content(Slot(1, Layout.LIST, fills=False))) == []


def test_a_rule_asks_for_category_tag_source_kind_and_age_together():
    sport, agency = make_category(), make_source()
    fits = {"category": sport, "tags": ["Rowing"], "sources": [agency], "kind": Kind.ANALYSIS}
    wanted = make_story(**fits)
    for other in ({"category": None}, {"tags": []}, {"sources": []}, {"kind": Kind.NEWS}):
        make_story(**fits | other)
    make_story(**fits, published_at=clock.now() - timedelta(hours=3))
    rule = Rule(category=sport.pk, tag=Tag.objects.get().pk, source=agency.pk, kind=Kind.ANALYSIS, hours=2)

    assert stories(content(Slot(1, Layout.LIST, rule=rule))) == [[wanted]]


@pytest.mark.parametrize(
    ("kind", "shown"), [("", {"news", "opinion"}), ("opinion", {"opinion"}), (REPORTING, {"news"})]
)
def test_a_rule_may_ask_for_a_kind(kind, shown):
    make_story(kind=Kind.OPINION)
    make_story()

    assert {story.kind for story in stories(content(Slot(1, Layout.LIST, rule=Rule(kind=kind))))[0]} == shown


def test_a_row_of_pictures_is_filled_with_pictures():
    pictured = make_story(lead_image=make_image())
    make_story()

    assert stories(content(Slot(1, Layout.ROW_OF_FOUR))) == [[pictured]]


def test_several_slots_of_one_category_are_all_full():
    sport = make_category()
    for _ in range(24):
        make_story(category=sport)
    rule = Rule(category=sport.pk)
    page = content(*(Slot(n, Layout.LIST, count=8, rule=rule) for n in (1, 2, 3)))

    assert [len(found) for found in stories(page)] == [8, 8, 8]


def test_a_card_may_have_words_and_a_picture_of_its_own_here():
    story, picture = make_story(headline="Long and exact", kicker="Ports"), make_image()
    card = Card(1, story.pk, headline="Short", kicker="Now", picture=picture.pk, size=Size.LARGE)

    [place] = compose(content(Slot(1, Layout.LIST, count=1, cards=(card,))))[0].places

    assert (place.story.headline, place.story.kicker, place.story.lead_image) == ("Short", "Now", picture)
    assert place.variant == Size.LARGE
    story.refresh_from_db()
    assert story.headline == "Long and exact"


def test_what_stands_under_a_card_stands_nowhere_else():
    under, placed, other = make_story(), make_story(), make_story()
    page = content(Slot(1, Layout.LEAD, cards=cards(placed, sublinks=(under.pk,))), Slot(2, Layout.LIST, count=2))

    first, second = compose(page)

    assert first.places[0].sublinks == [under]
    assert second.stories == [other]


def test_a_story_with_a_place_of_its_own_does_not_stand_under_another():
    lead, placed = make_story(), make_story()
    first, second = content(
        Slot(1, Layout.LEAD, cards=cards(lead, sublinks=(placed.pk,))),
        Slot(2, Layout.LIST, count=1, cards=cards(placed)),
    ).slots

    above, below = compose(content(first, second))

    assert above.places[0].sublinks == []
    assert below.stories == [placed]


def test_a_full_front_has_its_queries_counted(django_assert_max_num_queries):
    picture = make_image()
    placed = [make_story() for _ in range(20)]
    for _ in range(60):
        make_story()
    slots = [Slot(n, Layout.LIST, cards=(Card(n, placed[n].pk, picture=picture.pk),)) for n in range(20)]

    with django_assert_max_num_queries(4):  # placed, pictures, offered, cards
        page = compose(content(*slots))
    assert len(page) == 20
