from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import feedparser
import pytest
from lxml import etree

from articles.models import SiteSettings
from tests.factories.images import make_image
from tests.factories.stories import make_author, make_category, make_draft, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_media_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def feed(client, path: str):
    return feedparser.parse(client.get(path).content)


def test_the_sites_feed_holds_public_stories_newest_first(client):
    make_story(headline="First")
    make_story(headline="Second", byline=[(make_author(name="Ada Marsh"), "")])
    make_draft(headline="Not yet")

    read = feed(client, "/feed/")

    assert not read.bozo
    assert [entry.title for entry in read.entries] == ["Second", "First"]
    assert read.entries[0].author == "Ada Marsh"


def test_a_category_has_a_feed_of_its_own_and_its_childrens_stories(client):
    world = make_category(slug="world")
    make_story(headline="In Asia", category=make_category(slug="asia", parent=world))
    make_story(headline="Elsewhere")

    assert [entry.title for entry in feed(client, "/world/feed/").entries] == ["In Asia"]


def test_an_items_id_does_not_change_with_its_slug(client):
    story = make_story(slug="one")
    before = feed(client, "/feed/").entries[0].id
    story.slug = "two"
    story.save()

    assert feed(client, "/feed/").entries[0].id == before


def test_a_section_that_does_not_exist_has_no_feed(client):
    assert client.get("/nowhere/feed/").status_code == 404


def test_the_feed_costs_few_queries(client, django_assert_max_num_queries):
    for _ in range(10):
        make_story()

    with django_assert_max_num_queries(4):
        client.get("/feed/")


@pytest.mark.parametrize(
    "words",
    [
        "</title><script>alert(1)</script>",
        "]]> & <![CDATA[ \"quotes\" 'too'",
        "😀 العبّارة \u2028 \ufffd",
        "&amp; &lt;b&gt; &#x41;",
        "x" * 300,
    ],
    ids=range(5),
)
def test_whatever_a_name_holds_the_feed_is_read_back_as_written(client, words):
    SiteSettings(name=words[:60], description=words[:200]).save()
    category = make_category(name=words[:60], slug="world", description=words[:200])
    make_story(headline=words, deck=words, category=category, byline=[(make_author(name=words[:60]), "")])

    for path in ("/feed/", "/world/feed/"):
        read = feedparser.parse(client.get(path).content, sanitize_html=False)
        tree = etree.fromstring(client.get(path).content)
        assert not read.bozo
        assert tree.findtext("channel/item/title") == words
        assert tree.findtext("channel/item/description") == words
        assert tree.findtext("channel/item/category") == words[:60]
        assert tree.findtext("channel/item/{*}creator") == words[:60]


@pytest.mark.parametrize("sign", ["\x01", "\x0b", "\x1f", "\x7f", "\x85", "\ufffe", "\uffff"])
def test_a_control_character_cannot_break_a_feed(client, sign):
    SiteSettings(name=f"Pa{sign}per", description=f"a{sign}b").save()
    category = make_category(name=f"Wor{sign}ld", slug="world", description=f"a{sign}b")
    company = {"category": category, "byline": [(make_author(name=f"A{sign}da"), "")]}
    make_story(headline=f"Fer{sign}ry", deck=f"a{sign}b", **company)

    for path in ("/feed/", "/world/feed/"):
        read = feed(client, path)
        assert not read.bozo
        assert (read.entries[0].title, read.entries[0].summary, read.entries[0].author) == ("Ferry", "ab", "Ada")


def test_a_page_break_in_a_headline_parts_words_in_a_feed(client):
    make_story(headline="Ferry\fbridge")

    assert feed(client, "/feed/").entries[0].title == "Ferry bridge"


def test_a_feed_says_what_a_feed_must_say(client, settings):
    settings.SITE_ADDRESS = "https://meridian.example"
    SiteSettings(name="The Meridian", time_zone="Asia/Kathmandu").save()
    category = make_category(name="World", slug="world")
    make_story(
        slug="ferry", category=category, lead_image=make_image(), published_at=datetime(2024, 4, 24, 23, tzinfo=UTC)
    )

    for path, link in (("/feed/", "/"), ("/world/feed/", "/world/")):
        answer = client.get(path, headers={"Host": "localhost"})
        channel = etree.fromstring(answer.content).find("channel")
        own, item = channel.find("{http://www.w3.org/2005/Atom}link"), channel.find("item")
        site = "https://meridian.example"
        assert answer["Content-Type"] == "application/rss+xml; charset=utf-8"
        assert channel.findtext("link") == f"{site}{link}"
        assert (own.get("href"), own.get("rel")) == (f"{site}{path}", "self")
        assert item.findtext("link") == f"{site}/2024/04/25/ferry/"
        assert item.find("guid").get("isPermaLink") == "false"
        assert parsedate_to_datetime(item.findtext("pubDate")) == datetime(2024, 4, 24, 23, tzinfo=UTC)
        assert channel.findtext("lastBuildDate")
        assert item.find("{*}content").get("url").startswith(f"{site}/media/")


def test_an_empty_feed_can_be_read_too(client):
    make_category(slug="world")

    for path in ("/feed/", "/world/feed/"):
        assert not feed(client, path).bozo
