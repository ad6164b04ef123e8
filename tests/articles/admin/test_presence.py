"""Who opens a story's form finds who else has it open."""

from datetime import timedelta

import pytest

from newsroom import clock
from tests.factories.people import make_user
from tests.factories.stories import make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_draft()


def form_of(client, story, user):
    client.force_login(user)
    return client.get(f"/admin/articles/story/{story.pk}/change/").text


def beat(client, story, user, **more):
    client.force_login(user)
    return client.post(f"/admin/articles/story/{story.pk}/presence/", more)


def test_the_second_is_told_of_the_first_and_never_of_themselves(client, story):
    ana, bela = make_user("editor", username="ana"), make_user("editor", username="bela")
    assert "is editing since" not in form_of(client, story, ana)

    assert "ana is editing since" in form_of(client, story, bela)
    assert beat(client, story, ana).json()["others"][0].startswith("bela is editing since")
    assert "ana is editing" not in form_of(client, story, ana)


def test_the_time_is_when_they_came(client, story):
    ana, bela = make_user("editor", username="ana"), make_user("editor", username="bela")
    begun = clock.now()
    with clock.as_of(begun - timedelta(minutes=2)):
        form_of(client, story, ana)
    with clock.as_of(begun - timedelta(minutes=1)):
        beat(client, story, ana)

    came = f"{begun - timedelta(minutes=2):%H:%M}"
    assert beat(client, story, bela).json()["others"] == [f"ana is editing since {came}."]


def test_who_left_or_fell_silent_is_not_there(client, story):
    ana, bela = make_user("editor", username="ana"), make_user("editor", username="bela")
    form_of(client, story, ana)
    beat(client, story, ana, leave="1")
    assert beat(client, story, bela).json()["others"] == []

    form_of(client, story, ana)
    with clock.as_of(clock.now() + timedelta(minutes=2)):
        assert beat(client, story, bela).json()["others"] == []


def test_another_story_is_another_matter(client, story):
    form_of(client, make_draft(), make_user("editor"))

    assert beat(client, story, make_user("editor")).json()["others"] == []


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_who_may_not_change_it_is_told_nothing(client, story, role):
    assert beat(client, story, make_user(role)).status_code == 403
