"""The comments of a story for feed readers."""

from datetime import timedelta

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.withdraw import withdraw
from comments.models import THREADS_A_PAGE, Comment, State
from newsroom import clock
from tests.factories.comments import make_comment
from tests.factories.stories import make_draft, make_story


def address(story):
    return f"{story.get_absolute_url()}feed/"


def read(client, story):
    found = feedparser.parse(client.get(address(story)).content)
    assert not found.bozo
    return found


def test_it_has_what_readers_see_newest_first(client, story):
    older = make_comment(
        story=story, name="Olga", text="First & <b>bold</b>\n\nand more", posted_at=clock.now() - timedelta(hours=1)
    )
    newer = make_comment(parent=older, name="Bo", text="No.")
    for state in (State.HELD, State.REJECTED, State.SPAM):
        make_comment(story=story, state=state)

    found = read(client, story)

    assert [entry.title for entry in found.entries] == ["Bo", "Olga"]
    assert found.entries[1].summary == "<p>First &amp; &lt;b&gt;bold&lt;/b&gt;</p><p>and more</p>"
    assert found.entries[0].link.endswith(f"{story.get_absolute_url()}#comment-{newer.pk}")
    assert found.feed.title == "Comments on “Harbour reopens”"
    assert f'href="{address(story)}"' in client.get(story.get_absolute_url()).text


def test_on_a_long_discussion_each_leads_to_its_own_page(client, story):
    now = clock.now()
    for n in range(THREADS_A_PAGE):
        make_comment(story=story, posted_at=now - timedelta(days=1, seconds=-n))
    last = make_comment(story=story, text="The fifty-first.")

    found = read(client, story)

    assert len(found.entries) == 50
    assert found.entries[0].link.endswith(f"comments/page/2/#comment-{last.pk}")
    assert found.entries[1].link.endswith(f"{story.get_absolute_url()}#comment-{last.pk - 1}")


def test_what_xml_cannot_hold_breaks_no_feed(client, story):
    Comment.objects.bulk_create([Comment(story=story, name="A\x01da", text="a\x0bb\ufffe", state=State.VISIBLE)])

    assert read(client, story).entries[0].title == "Ada"


def test_it_asks_few_queries_however_many_comments_there_are(client, story):
    for _ in range(THREADS_A_PAGE + 5):
        make_comment(story=story)
    client.get(address(story))

    with CaptureQueriesContext(connection) as asked:
        client.get(address(story))
    assert len(asked) <= 4, [query["sql"][:90] for query in asked]


def test_a_story_that_is_gone_or_not_there_has_none(client, story):
    draft = make_draft()
    assert client.get(f"/2026/01/01/{draft.slug or 'x'}/feed/").status_code == 404
    withdraw(story=story, reason="It was wrong.")
    assert client.get(address(story)).status_code == 410


@pytest.mark.django_db
def test_the_feed_of_a_section_stands_where_it_stood(client):
    story = make_story()

    assert feedparser.parse(client.get(f"{story.category.get_absolute_url()}feed/").content).entries
