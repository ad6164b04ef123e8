"""What the buttons of a story's form do, and what an embargo, a schedule and a killed story hold."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.actions import moving
from articles.actions.making import ACTIONS, make
from articles.actions.publish import publish
from articles.actions.withdraw import withdraw
from articles.models import State, Story
from newsroom import clock
from newsroom.audit.models import Line
from tests.articles.admin.forms import typed_into
from tests.articles.admin.moves import EVERY, LIST, MAY, REASON, STATES, WAYS, door, make_standing, state_of
from tests.factories.people import make_user
from tests.factories.stories import make_draft

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", MAY)
@pytest.mark.parametrize("state", STATES)
def test_the_form_has_a_button_for_each_move_that_can_be_made_and_no_other(client, role, state):
    user = make_user(role)
    client.force_login(user)
    story = make_standing(state, created_by=user)

    page = client.get(f"{LIST}{story.pk}/change/").text

    offered = {
        move for move in EVERY if f'name="_move" value="{move}"' in page or f'href="{door(story, move)}"' in page
    }
    offered |= {"publish"} if 'name="_publish"' in page else set()
    assert offered == {move for move in MAY[role][0] if state in WAYS[move][0]}


def test_a_button_saves_what_was_typed_before_it_moves(client):
    user = make_user("contributor")
    client.force_login(user)
    story = make_draft(created_by=user)

    page = client.post(
        f"{LIST}{story.pk}/change/", typed_into(story, headline="Rewritten", _move="submit"), follow=True
    )

    story.refresh_from_db()
    assert (story.headline, story.state) == ("Rewritten", "in_review")
    assert "an editor looks at it next" in page.text


def test_a_button_that_needs_words_saves_and_asks_for_them(client):
    client.force_login(make_user("editor"))
    story = make_standing("in_review")

    page = client.post(
        f"{LIST}{story.pk}/change/", typed_into(story, headline="Rewritten", _move="return"), follow=True
    )

    assert page.redirect_chain[-1][0] == door(story, "return")
    story.refresh_from_db()
    assert (story.headline, story.state) == ("Rewritten", "in_review")


def test_a_form_with_a_fault_moves_nothing(client):
    client.force_login(make_user("editor"))
    story = make_draft()

    page = client.post(f"{LIST}{story.pk}/change/", typed_into(story, headline="", _move="submit"))

    assert "A story needs a headline." in page.text
    assert state_of(story) == "draft"


def test_a_move_that_the_form_did_not_offer_is_refused(client):
    user = make_user("contributor")
    client.force_login(user)
    story = make_draft(created_by=user)

    answer = client.post(f"{LIST}{story.pk}/change/", typed_into(story, _move="approve"))

    assert answer.status_code in {302, 403}
    assert state_of(story) == "draft"


def test_a_contributor_hands_over_what_is_submitted(client):
    user = make_user("contributor")
    client.force_login(user)
    story = make_standing("in_review", created_by=user)

    assert client.post(f"{LIST}{story.pk}/change/", typed_into(story, headline="Changed")).status_code == 403
    assert Story.objects.get().headline == story.headline


def test_its_writer_finds_the_note_until_it_is_submitted_again(client):
    user = make_user("contributor")
    client.force_login(user)
    story = make_standing("in_review", created_by=user)
    moving.return_to_writer(story=story, note="Who says so?", by=make_user("editor"))

    assert "Who says so?" in client.get(f"{LIST}{story.pk}/change/").text
    client.post(door(story, "submit"))

    assert Story.objects.get().returned_because == ""


def test_saving_alone_publishes_nothing(client):
    client.force_login(make_user("editor"))
    story = make_standing("approved")

    client.post(f"{LIST}{story.pk}/change/", typed_into(story, headline="Changed", published_at=clock.now()))

    assert state_of(story) == "approved"


def test_nothing_appears_before_its_embargo(client):
    client.force_login(make_user("editor"))
    story, ends = make_draft(), clock.now().replace(microsecond=0) + timedelta(days=1)
    form = f"{LIST}{story.pk}/change/"

    page = client.post(form, typed_into(story, embargo_until=ends, _publish="1"), follow=True)
    assert "under embargo until" in page.text
    assert state_of(story) == "draft"

    story.refresh_from_db()
    client.post(form, typed_into(story, published_at=ends, _publish="1"))
    story.refresh_from_db()
    assert (story.state, story.published_at) == ("published", ends)

    page = client.post(form, typed_into(story, published_at=ends - timedelta(hours=1)))
    assert "appears before this moment" in page.text
    with pytest.raises(ValidationError, match="embargo"):
        publish(story=Story.objects.get(), at=ends - timedelta(seconds=1))


def test_a_scheduled_story_moves_with_its_time_expiry_and_embargo_at_once(client):
    client.force_login(make_user("editor"))
    day = clock.now().replace(microsecond=0) + timedelta(days=5)
    story = make_draft(expires_at=day + timedelta(days=2))
    publish(story=story, at=day)

    earlier = day - timedelta(days=3)
    typed = typed_into(
        story, published_at=earlier, expires_at=earlier + timedelta(hours=1), embargo_until=earlier - timedelta(hours=1)
    )
    client.post(f"{LIST}{story.pk}/change/", typed)

    story = Story.objects.get()
    assert (story.state, story.published_at, story.published_on) == ("published", earlier, earlier.date())
    assert Line.objects.latest("pk").verb in {"rescheduled", "changed"}
    assert Line.objects.filter(verb="rescheduled").count() == 1


def test_unscheduled_it_gives_back_an_address_that_nobody_knows():
    story = make_standing("scheduled")

    moving.unschedule(story=story)

    story.refresh_from_db()
    assert (story.state, story.published_on) == ("approved", None)


def test_unscheduled_it_keeps_an_address_that_readers_know():
    story = make_draft()
    publish(story=story, at=datetime(2026, 3, 1, 12, tzinfo=UTC))
    address = story.get_absolute_url()
    withdraw(story=story, reason="Wrong.")
    publish(story=story, at=clock.now() + timedelta(days=1))

    moving.unschedule(story=story)
    publish(story=story, at=clock.now())

    assert Story.objects.get().get_absolute_url() == address


def test_of_two_who_press_at_once_the_second_is_told():
    first = make_standing("in_review")
    second = Story.objects.get(pk=first.pk)
    moving.approve(story=first)

    with pytest.raises(ValidationError, match="the story is approved now"):
        moving.approve(story=second)

    assert state_of(first) == "approved"


@pytest.mark.parametrize("move", ACTIONS, ids=lambda move: move.name)
def test_the_action_itself_refuses_whoever_may_not(move):
    story = make_standing(min(WAYS[move.name][0]))

    with pytest.raises(PermissionDenied):
        make(move, story=story, by=make_user("contributor"), words=REASON)


@pytest.mark.parametrize("name", ["reschedule", "explode"])
def test_there_is_no_door_for_what_is_no_button(client, name):
    client.force_login(make_user("editor"))

    assert client.get(door(make_draft(), name)).status_code == 404


def test_what_was_killed_is_left_as_it_is(client):
    client.force_login(make_user("editor"))
    story = make_standing("killed")

    assert client.post(f"{LIST}{story.pk}/change/", typed_into(story, headline="Changed")).status_code == 403
    assert state_of(story) == State.KILLED
