"""What the head of each page tells machines: its address, what it is about, and facts that can be read."""

import json

import pytest
from lxml import html

from articles.models import SiteSettings
from tests.factories.images import make_file, make_image, make_picture
from tests.factories.papers import PAGES, STORY, make_paper
from tests.factories.stories import make_author, make_category, make_story

pytestmark = pytest.mark.django_db
SITE = "https://meridian.example"
HOSTILE = (
    "</script><script>alert(1)</script>",
    "He said \"no\" & 'yes' <b>",
    "Line\u2028separator\u2029here",
    "😀 العبّارة <!-- --> ]]>",
    "\\u003c \\\\ {{ name }} {% url %}",
    "x" * 300,
)


@pytest.fixture(autouse=True)
def _paper(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.SITE_ADDRESS = SITE


class Head:
    def __init__(self, answer):
        self.tree = html.fromstring(answer.text).find("head")

    def meta(self, name):
        return [tag.get("content") for tag in self.tree.iter("meta") if name in (tag.get("name"), tag.get("property"))]

    @property
    def canonical(self):
        return self.tree.xpath('link[@rel="canonical"]/@href')

    @property
    def facts(self):
        found = map(json.loads, self.tree.xpath('script[@type="application/ld+json"]/text()'))
        return {fact["@type"]: fact for fact in found}

    @property
    def trail(self):
        return [step["name"] for step in self.facts["BreadcrumbList"]["itemListElement"]]


def indexed(client):
    """Each page that a search engine may keep, by its address."""
    make_paper()
    pages = {place.address: Head(client.get(place.address)) for place in PAGES.values() if place.status == 200}
    return {address: head for address, head in pages.items() if head.meta("robots") != ["noindex"]}


def test_each_page_names_its_own_address_once_and_whole(client):
    for address, head in indexed(client).items():
        assert head.canonical == head.meta("og:url") == [SITE + address]
        assert head.meta("robots") == ["max-image-preview:large"]


def test_each_page_is_described_in_words_of_its_own(client):
    told = [head.meta("description") for address, head in indexed(client).items() if "/page/" not in address]
    assert all(len(words) == 1 and words[0] for words in told)
    lists = [
        Head(client.get(address)).meta("description")[0] for address in ("/", "/latest/", "/tag/rivers/", "/2024/")
    ]
    assert len(set(lists)) == len(lists)
    assert Head(client.get("/author/ada/")).meta("description") == ["Writes from ports. Lives in one."]


def test_a_page_that_shows_the_way_to_it_tells_machines_too(client):
    for address, head in indexed(client).items():
        if address == "/":
            assert "BreadcrumbList" not in head.facts
            continue
        page = html.fromstring(client.get(address).text)
        shown = [" ".join(step.text_content().split()) for step in page.xpath('//nav[@class="breadcrumb"]//li')]
        assert head.trail[:-1] == shown[:-1]
        assert head.trail[-1].startswith(shown[-1].removesuffix("…"))


def test_the_way_to_a_category_names_it_once(client):
    asia = make_category(name="Asia", parent=make_category(name="World"))
    assert Head(client.get(asia.get_absolute_url())).trail == ["Home", "World", "Asia"]


def test_a_page_that_is_not_to_be_kept_names_no_address(client):
    make_paper()
    for address in ("/nowhere/", "/search/?q=ferry", PAGES["withdrawn story"].address):
        head = Head(client.get(address))
        assert (head.canonical, head.meta("robots")) == ([], ["noindex"])


def test_a_refused_comment_stands_on_the_storys_page(client):
    make_paper()
    assert Head(client.post(f"{STORY}comments/", {"name": "", "comment": ""})).canonical == [SITE + STORY]


@pytest.mark.parametrize("asked", ["?utm_source=x", "?canonical=//evil.example", "?page=2", "?%22%3E%3Cscript%3E"])
def test_nothing_in_a_query_or_a_header_changes_what_a_page_says(client, asked):
    story = make_story(lead_image=make_image()).get_absolute_url()
    evil = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher", "Forwarded": "host=evil.example"}
    for address in (story, "/", "/latest/"):
        answer = client.get(address + asked, headers=evil | {"Host": "localhost:8123"})
        assert Head(answer).canonical == [SITE + address]
        for stranger in ("evil.example", "localhost:8123", "utm_source", "<script>"):
            assert stranger not in answer.text.partition("</head>")[0]


def test_the_picture_of_a_story_is_named_whole_with_its_size_and_words(client):
    image = make_image(upload=make_file(make_picture(1600, 900)), alt='A "harbour" & its <boats>')
    head = Head(client.get(make_story(lead_image=image).get_absolute_url()))
    assert head.meta("og:image")[0].startswith(f"{SITE}/media/")
    assert [head.meta(f"og:image:{name}") for name in ("width", "height")] == [["1200"], ["675"]]
    assert head.meta("og:image:alt") == ['A "harbour" & its <boats>']


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_headline_holds_the_facts_can_be_read(client, words):
    SiteSettings(name=words[:60], tagline=words[:100]).save()
    category = make_category(name=words[:60], slug="rivers", description=words[:200])
    given = {"deck": words, "dateline": words[:100], "byline": [(make_author(name=words[:60]), "")]}
    story = make_story(headline=words, category=category, **given)
    head = Head(client.get(story.get_absolute_url()))
    assert head.facts["NewsArticle"]["headline"] == words
    assert head.facts["NewsArticle"]["author"][0]["name"] == words[:60]
    assert head.trail == ["Home", words[:60], words]
    assert head.meta("og:title") == [words]
    assert head.meta("description") == [words]
    assert Head(client.get("/rivers/")).trail == ["Home", words[:60]]
    assert Head(client.get("/")).facts["NewsMediaOrganization"]["name"] == words[:60]


def test_times_are_told_with_the_offset_of_the_site(client):
    SiteSettings(time_zone="Asia/Kathmandu").save()
    story = make_story()
    head = Head(client.get(story.get_absolute_url()))
    told = [head.facts["NewsArticle"]["datePublished"], *head.meta("article:published_time")]
    assert [time[-6:] for time in told] == ["+05:45", "+05:45"]
    assert told[0] == told[1]
