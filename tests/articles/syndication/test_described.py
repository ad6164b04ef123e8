import json
import re

import pytest

from articles.models import Kind
from articles.syndication.described import as_script
from tests.factories.stories import make_author, make_category, make_story

pytestmark = pytest.mark.django_db


def facts(client, path: str) -> dict[str, dict]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', client.get(path).text, re.DOTALL)
    return {fact["@type"]: fact for fact in map(json.loads, found)}


def test_an_article_says_who_wrote_it_when_and_where_it_stands(client):
    world = make_category(name="World News", slug="world-news")
    story = make_story(headline="Gifts", category=world, byline=[(make_author(name="Ada Marsh"), "")])

    told = facts(client, story.get_absolute_url())

    assert told["NewsArticle"]["headline"] == "Gifts"
    assert told["NewsArticle"]["author"][0]["name"] == "Ada Marsh"
    assert [step["name"] for step in told["BreadcrumbList"]["itemListElement"]] == ["Home", "World News", "Gifts"]


def test_an_opinion_is_marked_as_one(client):
    story = make_story(kind=Kind.OPINION)

    assert "OpinionNewsArticle" in facts(client, story.get_absolute_url())


def test_a_headline_cannot_end_the_script_it_stands_in():
    assert "</script>" not in as_script({"headline": "</script><script>alert(1)"})
    assert json.loads(as_script({"headline": "</script>"})) == {"headline": "</script>"}
