"""A tag has a page as soon as two stories bear it."""

from datetime import timedelta

import pytest

from articles.models import Tag
from newsroom import clock
from tests.factories.people import make_user
from tests.factories.stories import make_draft, make_story

pytestmark = pytest.mark.django_db
LINK = '<a href="/tag/trade/" rel="tag">Trade</a>'


def test_under_two_stories_it_has_no_page_and_nothing_leads_there(client):
    story = make_story(tags=["Trade"])
    make_draft(tags=["Trade"])

    assert client.get("/tag/trade/").status_code == 404
    page = client.get(story.get_absolute_url()).text
    assert LINK not in page
    assert "<span>Trade</span>" in page


def test_with_the_second_story_it_has_one(client):
    story = make_story(tags=["Trade"])
    make_story(headline="The second", tags=["Trade"])

    assert "The second" in client.get("/tag/trade/").text
    assert LINK in client.get(story.get_absolute_url()).text


def test_it_comes_and_goes_with_the_moments_of_its_stories(client):
    now = clock.now()
    story = make_story(tags=["Trade"], published_at=now - timedelta(hours=1))
    make_story(tags=["Trade"], published_at=now + timedelta(hours=1), expires_at=now + timedelta(hours=2))

    for moment, status in ((now, 404), (now + timedelta(hours=1), 200), (now + timedelta(hours=2), 404)):
        with clock.as_of(moment):
            assert client.get("/tag/trade/").status_code == status
            assert (LINK in client.get(story.get_absolute_url()).text) == (status == 200)


def test_the_desk_leads_to_the_page_only_where_there_is_one(client):
    client.force_login(make_user("editor"))
    make_story(tags=["Trade"])
    form = f"/admin/articles/tag/{Tag.objects.get().pk}/change/"

    assert 'href="/tag/trade/"' not in client.get(form).text
    make_story(tags=["Trade"])
    assert 'href="/tag/trade/"' in client.get(form).text
