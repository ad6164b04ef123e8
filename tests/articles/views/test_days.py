from datetime import UTC, datetime

import pytest

from tests.factories.stories import make_category, make_story

pytestmark = pytest.mark.django_db


def test_the_page_of_a_day_shows_hours(client):
    make_story(published_at=datetime(2024, 4, 24, 11, 5, tzinfo=UTC))

    shown = client.get("/2024/04/24/").content.decode()

    assert ">11:05</time>" in shown
    assert ">Apr 24, 2024</time>" not in shown


def test_a_section_of_opinions_does_not_call_each_an_opinion(client):
    section = make_category(name="Opinion", slug="opinion")
    make_story(category=section, kind="opinion", kicker="Column")

    shown = client.get("/opinion/").content.decode()

    assert '<p class="card-kicker">Column</p>' in shown
    assert 'data-kind="opinion"' not in shown
