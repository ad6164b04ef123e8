"""Who may make which move with a story, at every door of the desk. The answers stand here in words of their own."""

import pytest

from articles.actions.making import ACTIONS
from articles.moves import MOVES
from newsroom.audit.models import Line
from newsroom.roles import ROLES
from tests.articles.admin.moves import EVERY, LIST, MAY, REASON, STATES, WAYS, door, make_standing, state_of
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


def test_the_table_of_this_test_is_whole():
    assert {move.name for move in ACTIONS} == EVERY
    assert set(MOVES) - EVERY == {"reschedule"}, "by the time on the form alone"
    assert set(MAY) == set(ROLES)


@pytest.mark.parametrize("own", [True, False], ids=["own", "another's"])
@pytest.mark.parametrize("role", MAY)
@pytest.mark.parametrize("move", WAYS)
def test_each_role_makes_its_moves_and_no_other(client, move, role, own):
    user = make_user(role)
    client.force_login(user)
    starts, ends = WAYS[move]
    stories = [make_standing(state, created_by=user if own else make_user("author")) for state in sorted(starts)]
    before = [state_of(story) for story in stories]
    allowed = move in MAY[role][0 if own else 1]

    asked = {client.get(door(story, move)).status_code for story in stories}
    answers = {client.post(door(story, move), {"reason": REASON}).status_code for story in stories}

    assert (asked, answers) == (({200}, {302}) if allowed else ({403}, {403}))
    assert [state_of(story) for story in stories] == ([ends] * len(stories) if allowed else before)
    made = Line.objects.filter(by=user)
    assert made.count() == (len(stories) if allowed else 0)


@pytest.mark.parametrize("own", [True, False], ids=["own", "another's"])
@pytest.mark.parametrize("role", MAY)
@pytest.mark.parametrize("move", WAYS)
def test_and_so_with_many_stories_at_once(client, move, role, own):
    user = make_user(role)
    client.force_login(user)
    starts, ends = WAYS[move]
    right = [make_standing(state, created_by=user if own else make_user("author")) for state in sorted(starts)]
    wrong = make_standing(min(set(STATES) - starts), created_by=user, headline="Stands elsewhere")
    before = [state_of(story) for story in (*right, wrong)]
    allowed = move in MAY[role][0 if own else 1]

    page = client.post(
        LIST,
        {"action": move, "_selected_action": [s.pk for s in (*right, wrong)], "reason": REASON, "_said": "1"},
        follow=True,
    )

    assert [state_of(story) for story in (*right, wrong)] == ([ends] * len(right) + before[-1:] if allowed else before)
    if allowed:
        assert "“Stands elsewhere”: Nothing was done" in page.text


@pytest.mark.parametrize(
    ("move", "state"), [(move, state) for move, (starts, _) in WAYS.items() for state in STATES if state not in starts]
)
def test_a_move_from_elsewhere_is_refused_in_a_sentence(client, move, state):
    client.force_login(make_user("editor"))
    story = make_standing(state)
    before = state_of(story)

    page = client.post(door(story, move), {"reason": REASON})

    assert page.status_code == 200
    assert "Nothing was done: the story is" in page.text
    assert "reason" not in page.context["form"].fields or REASON in page.text
    assert state_of(story) == before


@pytest.mark.parametrize("move", ["return", "withdraw", "kill"])
def test_what_must_be_said_is_asked_for(client, move):
    client.force_login(make_user("editor"))
    story = make_standing(min(WAYS[move][0]))
    before = state_of(story)

    page = client.post(door(story, move), {"reason": "  "})
    many = client.post(LIST, {"action": move, "_selected_action": [story.pk], "reason": "", "_said": "1"})

    assert "Say" in page.text
    assert "Say" in many.text
    assert story.headline in many.text
    assert state_of(story) == before
