"""A draft is the editors' own; what they launch is readers' at its second, and can be taken back."""

from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from articles.front.actions import arrange, cancel, discard, launch, roll_back
from articles.front.arranging import pin
from articles.front.content import Content, Slot
from articles.front.layouts import Layout
from articles.front.models import Front, Launch
from newsroom import clock
from newsroom.audit.models import Line
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_story

pytestmark = pytest.mark.django_db
START = Content((Slot(1, Layout.LEAD), Slot(2, Layout.LIST)), last=2)
HOUR = timedelta(hours=1)


@pytest.fixture
def front():
    return Front(category=None)


def place(front, story, slot=1, **more):
    return arrange(front=front, start=START, change=partial(pin, story=story.pk, slot=slot), said="x", **more)


def standing(category=None):
    found = Launch.objects.standing(category)
    return found and [card.story for card in found.read.cards()]


def test_readers_get_nothing_of_a_draft_until_it_is_launched(front, client):
    old, _ = make_story(headline="Old one"), make_story(headline="New one")
    place(front, old)
    page = client.get("/").text
    assert page.index("New one") < page.index("Old one")

    launch(front=front)

    page = client.get("/").text
    assert page.index("Old one") < page.index("New one")
    assert Front.objects.get().draft is None


def test_it_is_readers_at_its_second(front):
    story, moment = make_story(), clock.now() + HOUR
    place(front, story)
    launch(front=front, at=moment)

    with clock.as_of(moment - timedelta(seconds=1)):
        assert standing() is None
    with clock.as_of(moment):
        assert standing() == [story.pk]


def test_a_time_that_has_passed_is_refused_and_the_draft_stays(front):
    place(front, make_story())

    with pytest.raises(ValidationError, match="That time has passed"):
        launch(front=front, at=clock.now() - HOUR)
    assert Front.objects.get().draft is not None


def test_there_must_be_something_to_launch(front):
    with pytest.raises(ValidationError, match="nothing to launch"):
        launch(front=front)


def test_a_launch_that_is_to_come_can_be_stopped_and_is_a_draft_again(front):
    story = make_story()
    place(front, story)
    coming = launch(front=front, at=clock.now() + HOUR)

    cancel(front=front, coming=coming)

    assert not Launch.objects.exists()
    assert [card.story for card in Front.objects.get().drafted.cards()] == [story.pk]


def test_what_readers_have_cannot_be_stopped(front):
    place(front, make_story())
    with pytest.raises(ValidationError, match="cannot be stopped"):
        cancel(front=front, coming=launch(front=front))


def test_one_step_brings_back_what_readers_had(front):
    first, second = make_story(), make_story()
    place(front, first)
    before = launch(front=front)
    place(front, second)
    arrange(front=front, start=START, change=lambda _: pin(START, second.pk, 1), said="x")
    launch(front=front)
    assert standing() == [second.pk]

    roll_back(front=front, to=before)

    assert standing() == [first.pk]
    assert Launch.objects.count() == 3


def test_the_way_back_to_the_rule_is_open(front, client):
    make_story(headline="Old one")
    place(front, make_story(headline="In between", published_at=clock.now() - HOUR))
    make_story(headline="New one")
    launch(front=front)

    roll_back(front=front, to=None)

    page = client.get("/").text
    assert page.index("New one") < page.index("In between")


def test_a_draft_outlives_a_step_back(front):
    place(front, make_story())
    before = launch(front=front)
    place(front, make_story())

    roll_back(front=front, to=before)

    assert Front.objects.get().draft is not None


def test_discarded_it_is_again_as_readers_have_it(front):
    place(front, make_story())

    discard(front=front)

    assert Front.objects.get().draft is None


@pytest.mark.parametrize("verb", [launch, discard])
def test_nobody_launches_or_discards_what_another_changed_since(front, verb):
    place(front, make_story())
    seen = Front.objects.get().version
    place(front, make_story(), by=make_user("editor", username="bela"))

    with pytest.raises(ValidationError, match="bela changed this front after you opened it"):
        verb(front=front, seen=seen)
    assert Front.objects.get().draft is not None


def test_two_editors_fronts_are_both_kept(front):
    hers, his = make_story(), make_story()
    same = Front(category=None)  # both opened it while there was none

    place(front, hers)
    place(same, his, slot=2)

    assert {card.story for card in Front.objects.get().drafted.cards()} == {hers.pk, his.pk}


def test_each_section_has_its_own():
    sport, story = make_category(), make_story()
    place(Front(category=sport), story)
    launch(front=Front.objects.get())

    assert standing(sport.pk) == [story.pk]
    assert standing() is None


def test_what_was_launched_cannot_be_changed_by_anybody(front):
    place(front, make_story())
    made = launch(front=front)

    for change in ({"at": clock.now()}, {"content": {}}, {"category": make_category()}):
        with pytest.raises(DatabaseError, match="stays as it was"), transaction.atomic():
            Launch.objects.filter(pk=made.pk).update(**change)


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_who_may_not_is_refused_every_verb(front, role):
    place(front, make_story())
    made, somebody = launch(front=front), make_user(role)
    for verb in (
        partial(place, front, make_story()),
        partial(launch, front=front),
        partial(discard, front=front),
        partial(roll_back, front=front, to=made),
        partial(cancel, front=front, coming=made),
    ):
        with pytest.raises(PermissionDenied):
            verb(by=somebody)


def test_the_log_says_who_did_what(front):
    editor = make_user("editor", username="ana")
    place(front, make_story(), by=editor)
    made = launch(front=front, note="Election night", by=editor)
    roll_back(front=front, to=made, by=editor)

    lines = list(Line.objects.filter(kind__startswith="front").order_by("pk").values_list("verb", "by_name", "reason"))

    assert lines[:2] == [("arranged", "ana", "x"), ("launched", "ana", "Election night")]
    assert lines[2][:2] == ("rolled back", "ana")
