"""The desk's first page: what waits, what comes, and what is read."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import moving
from articles.actions.ranking import rank
from articles.models import Reading, Span
from articles.models.reading import hour_of
from comments.models import State
from newsroom import clock
from tests.factories.comments import make_comment
from tests.factories.people import make_user
from tests.factories.stories import make_draft, make_story

pytestmark = pytest.mark.django_db


def page_of(client, user):
    client.force_login(user)
    answer = client.get("/admin/")
    return answer, {block.name: block for block in answer.context["blocks"]}


def test_a_contributor_finds_their_drafts_and_what_came_back(client):
    user = make_user("contributor")
    make_draft(headline="Mine", created_by=user)
    make_draft(headline="Somebody else's")
    returned = make_draft(headline="Came back", created_by=user)
    moving.submit(story=returned)
    moving.return_to_writer(story=returned, note="Who says so?")

    answer, blocks = page_of(client, user)

    assert {story.headline for story in blocks["mine"].items} == {"Mine", "Came back"}
    assert "Returned: Who says so?" in answer.text
    assert "Somebody else" not in answer.text
    assert "others" not in blocks


def test_an_editor_finds_what_waited_longest_first(client):
    for headline in ("First in line", "Second in line"):
        moving.submit(story=make_draft(headline=headline))

    _, blocks = page_of(client, make_user("editor"))

    assert [story.headline for story in blocks["review"].items] == ["First in line", "Second in line"]


def test_the_week_has_what_is_scheduled_on_its_day_and_nothing_later(client):
    make_story(headline="In two days", published_at=clock.now() + timedelta(days=2))
    make_story(headline="In nine days", published_at=clock.now() + timedelta(days=9))
    make_story(headline="Out already")

    _, blocks = page_of(client, make_user("editor"))

    days = [[story.headline for story in day.stories] for day in blocks["week"].items]
    assert days == [[], [], ["In two days"], [], [], [], []]


def test_a_moderator_finds_the_comments_that_are_held_and_nothing_of_stories(client):
    make_comment(name="Jo", text="Please look.", state=State.HELD)
    make_comment(text="Shown already.")

    answer, blocks = page_of(client, make_user("moderator"))

    assert set(blocks) == {"held"}
    assert "Please look." in answer.text
    assert "Shown already." not in answer.text


def test_what_is_read_most_stands_with_its_hours(client):
    story = make_story(headline="Read by many")
    now = hour_of(clock.now())
    Reading.objects.create(story=story, hour=now, views=10)
    Reading.objects.create(story=story, hour=now - timedelta(hours=3), views=5)
    rank(span=Span.DAY, now=clock.now())

    answer, blocks = page_of(client, make_user("author"))

    read = blocks["read"].items[0]
    assert (read.story, read.views) == (story, 15)
    assert [(n, bar.height) for n, bar in enumerate(read.bars) if bar.height] == [(20, 12), (23, 24)]
    assert "15 views" in answer.text


def test_an_empty_paper_shows_no_empty_blocks(client):
    assert page_of(client, make_user("administrator"))[1] == {}


def test_it_asks_as_much_of_a_large_paper_as_of_a_small_one(client):
    user = make_user("administrator")

    def fill():
        moving.submit(story=make_draft())
        make_draft(created_by=user)
        make_draft()
        make_story(published_at=clock.now() + timedelta(days=1))
        comment = make_comment(state=State.HELD)
        Reading.objects.create(story=comment.story, hour=hour_of(clock.now()), views=3)
        rank(span=Span.DAY, now=clock.now())

    def asked():
        with CaptureQueriesContext(connection) as queries:
            page_of(client, user)
        return len(queries)

    fill()
    few = asked()
    for _ in range(20):
        fill()

    assert asked() <= few
