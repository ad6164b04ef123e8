"""What an article weighs on its way to a reader, told in the words of the demo paper."""

import gzip
import re
from datetime import UTC, datetime

import pytest

from articles.actions.ranking import rank
from articles.actions.readings import roll_up
from articles.models import Span, Story
from newsroom import clock
from newsroom.demo.prose import Prose, read_paper
from tests.factories.comments import make_comment
from tests.factories.images import make_image
from tests.factories.stories import make_author, make_category, make_source, make_story

pytestmark = pytest.mark.django_db
COMMENTS, BESIDE = 20, 10


@pytest.fixture
def article():
    """A story of usual length with all its company, twenty comments, and others that are related, latest and read."""
    paper = read_paper(now=datetime(2024, 4, 24, 12, tzinfo=UTC))
    told = next(story for story in paper.stories if story.credit_line == "By Agencies")
    room = make_category(name="World News", slug="world-news")
    for other in [story for story in paper.stories if story != told][:BESIDE]:
        given = {"headline": other.headline, "deck": other.deck, "kicker": other.kicker, "tags": told.tags}
        make_story(category=room, lead_image=make_image(), **given)
    story = make_story(
        headline=told.headline,
        deck=told.deck,
        body="".join(block.html for block in told.body if isinstance(block, Prose)),
        category=room,
        lead_image=make_image(),
        byline=[(make_author(), "")],
        sources=[make_source(), make_source()],
        credit_line=told.credit_line,
        tags=told.tags,
    )
    roll_up(counts={pk: pk for pk in Story.objects.values_list("pk", flat=True)}, at=clock.now())
    rank(span=Span.DAY, now=clock.now())
    said = [comment for thread in paper.threads for comment in thread.comments]
    for comment in said[:COMMENTS]:
        make_comment(story=story, name=comment.name, text=comment.text)
    return story


def test_an_article_with_twenty_comments_weighs_at_most_14_kilobytes(client, article):
    page = client.get(article.get_absolute_url())

    assert len(re.findall(r'id="comment-\d+"', page.text)) == COMMENTS
    assert 'class="most-read"' in page.text
    assert len(gzip.compress(page.content, 6)) <= 14_000


def test_an_article_asks_for_two_scripts_which_it_can_do_without(client, article):
    page = client.get(article.get_absolute_url()).text

    assert re.findall(r'<script type="module" src="/static/js/([a-z-]+)', page) == ["theme", "comments"]
    assert page.count("<script") - page.count('type="application/ld+json"') == 2
