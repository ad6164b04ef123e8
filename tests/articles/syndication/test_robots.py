from datetime import UTC, datetime

import pytest
from lxml import etree

from articles.actions.withdraw import withdraw
from tests.factories.stories import make_category, make_page, make_story

pytestmark = pytest.mark.django_db

MAY = datetime(2026, 5, 31, 12, tzinfo=UTC)


def addresses(client, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.status_code == 200
    found = etree.fromstring(answer.content).iter("{*}loc")
    return [loc.text.removeprefix("http://testserver") for loc in found]


def test_the_index_names_a_part_for_each_month_that_has_stories(client):
    make_story(published_at=MAY)

    assert addresses(client, "/sitemap.xml") == ["/sitemaps/sections.xml", "/sitemaps/2026-05.xml"]


def test_a_months_part_holds_its_public_stories_and_no_others(client):
    story = make_story(published_at=MAY)
    withdraw(story=make_story(published_at=MAY), reason="Wrong.")

    assert addresses(client, "/sitemaps/2026-05.xml") == [story.get_absolute_url()]


def test_sections_and_pages_are_in_the_sitemap(client):
    make_category(slug="world")
    make_page(slug="about")

    assert addresses(client, "/sitemaps/sections.xml") == ["/", "/world/", "/corrections/", "/about/"]


@pytest.mark.parametrize("part", ["2026-13", "2026-04", "x", "0000-00", "２０２６-05"])
def test_a_part_that_does_not_exist_answers_404(client, part):
    assert client.get(f"/sitemaps/{part}.xml").status_code == 404


def test_robots_are_told_where_the_sitemap_is(client, settings):
    settings.SITE_ADDRESS = "https://meridian.example"

    assert "Sitemap: https://meridian.example/sitemap.xml" in client.get("/robots.txt").text
