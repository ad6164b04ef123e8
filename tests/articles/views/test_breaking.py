"""Breaking news stands above every page while it runs, and goes by itself."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from articles.models import BreakingNews
from newsroom import clock
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_draft, make_story

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def break_news(text="Bridge falls", **given):
    bar = BreakingNews(text=text, **given)
    bar.full_clean()
    bar.save()
    return bar


def test_it_stands_above_every_page_and_leads_to_its_story(client):
    story = make_story(headline="The bridge has fallen", category=make_category(slug="world"))
    break_news(story=story)

    for path in ("/", "/world/", "/latest/", "/nowhere/", story.get_absolute_url()):
        assert f'<a href="{story.get_absolute_url()}">Bridge falls</a>' in client.get(path).text


def test_without_a_public_story_it_is_words(client):
    break_news(story=make_draft())

    assert "<span>Bridge falls</span>" in client.get("/").text


def test_it_runs_from_its_first_moment_to_its_last(client):
    now = clock.now()
    break_news(starts_at=now, ends_at=now + HOUR)

    for moment, seen in ((now - HOUR, False), (now, True), (now + HOUR, False)):
        with clock.as_of(moment):
            assert ("Bridge falls" in client.get("/").text) is seen


def test_the_one_that_began_last_stands_alone(client):
    break_news("First", starts_at=clock.now() - HOUR)
    break_news("Second")

    page = client.get("/").text
    assert "Second" in page
    assert "First" not in page


def test_it_ends_in_two_hours_unless_somebody_says_otherwise():
    bar = break_news()

    assert bar.ends_at - bar.starts_at == pytest.approx(2 * HOUR, abs=timedelta(seconds=5))


def test_it_cannot_end_before_it_begins():
    with pytest.raises(ValidationError, match="must end after it begins"):
        break_news(ends_at=clock.now() - HOUR)


def test_an_editor_takes_it_off(client):
    bar = break_news()
    client.force_login(make_user("editor"))

    client.post("/admin/articles/breakingnews/", {"action": "end_now", "_selected_action": [bar.pk]})

    assert "Bridge falls" not in client.get("/").text


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_only_editors_break_news(client, role):
    client.force_login(make_user(role))

    assert client.get("/admin/articles/breakingnews/add/").status_code == 403
