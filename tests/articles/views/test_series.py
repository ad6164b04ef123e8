"""Stories that belong together, in their order: a page of them all, and ways from each to the next."""

import json
import re
from datetime import timedelta
from html import unescape

import pytest

from articles.actions.series import order_series
from articles.actions.withdraw import withdraw
from articles.models import Redirect, Series, SeriesPart
from articles.views.series import PARTS_A_PAGE
from newsroom import clock
from tests.articles.admin.forms import typed_into
from tests.factories.people import make_user
from tests.factories.stories import make_category, make_draft, make_story

pytestmark = pytest.mark.django_db
ADDRESS = "/series/the-water/"


def make_series(stories, **given):
    series = Series.objects.create(**{"title": "The water", "slug": "the-water", "description": "Who owns it."} | given)
    SeriesPart.objects.bulk_create(SeriesPart(series=series, story=story) for story in stories)
    order_series(series=series)
    return series


@pytest.fixture
def stories():
    return [make_story(headline=f"Part {name}") for name in ("one", "two", "three")]


@pytest.fixture
def series(stories):
    return make_series(stories)


def headlines(page):
    return re.findall(r">(Part \w+)</a>", page.split('<ol class="river series-parts"')[1].split("</ol>")[0])


def beside(client, story):
    """The series' words on a story's page, and where its links lead."""
    found = re.search(r'<nav class="series".*?</nav>', client.get(story.get_absolute_url()).text, re.DOTALL)
    if found is None:
        return None
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", found[0])).split())
    return words, dict(re.findall(r'href="([^"]+)" rel="(prev|next)"', found[0]))


def part_rows(*rows, existing=()):
    """What a browser sends for the rows of a series: (story, place), those that are there first."""
    sent = {"parts-TOTAL_FORMS": len(rows), "parts-INITIAL_FORMS": len(existing)}
    for n, (story, place) in enumerate(rows):
        sent |= {f"parts-{n}-story": story.pk, f"parts-{n}-position": place}
        if n < len(existing):
            sent[f"parts-{n}-id"] = existing[n].pk
    return sent


# For readers


def test_its_page_has_its_public_stories_in_their_order(client, stories, series):
    SeriesPart.objects.create(series=series, story=make_draft(headline="Part hidden"), position=4)

    page = client.get(ADDRESS).text

    assert headlines(page) == ["Part one", "Part two", "Part three"]
    assert "Who owns it." in page


def test_a_story_leads_to_the_part_before_and_the_part_after(client, stories, series):
    one, two, three = stories

    assert beside(client, one) == ("The water Part 1 of 3 Next Part two", {two.get_absolute_url(): "next"})
    words, links = beside(client, two)
    assert words == "The water Part 2 of 3 Previous Part one Next Part three"
    assert links == {one.get_absolute_url(): "prev", three.get_absolute_url(): "next"}
    assert beside(client, make_story()) is None


def test_what_is_not_public_is_stepped_over_and_not_counted(client, stories, series):
    one, two, three = stories
    withdraw(story=two, reason="It was not so.")

    assert beside(client, one) == ("The water Part 1 of 2 Next Part three", {three.get_absolute_url(): "next"})
    assert headlines(client.get(ADDRESS).text) == ["Part one", "Part three"]


def test_a_scheduled_part_appears_at_its_second(client, stories, series):
    now = clock.now()
    later = make_story(headline="Part four", published_at=now + timedelta(hours=1))
    SeriesPart.objects.create(series=series, story=later, position=4)

    assert "Part four" not in client.get(ADDRESS).text + client.get(stories[2].get_absolute_url()).text
    with clock.as_of(now + timedelta(hours=1)):
        assert headlines(client.get(ADDRESS).text)[-1] == "Part four"
        assert beside(client, stories[2])[0] == "The water Part 3 of 4 Previous Part two Next Part four"


def test_a_series_without_anything_to_read_has_no_page_and_is_not_told_to_robots(client, stories, series):
    assert f"{ADDRESS}<" in client.get("/sitemaps/sections.xml").text
    make_series([make_draft()], slug="to-come")
    assert client.get("/series/to-come/").status_code == 404
    assert "/series/to-come/" not in client.get("/sitemaps/sections.xml").text
    assert client.get("/series/nothing/").status_code == 404


def test_a_long_series_has_pages(client):
    category = make_category()
    make_series([make_story(headline=f"Part n{n}", category=category) for n in range(PARTS_A_PAGE + 1)])

    first, second = client.get(ADDRESS).text, client.get(f"{ADDRESS}page/2/").text

    assert len(headlines(first)) == PARTS_A_PAGE
    assert f'href="{ADDRESS}page/2/" rel="next"' in first
    assert headlines(second) == [f"Part n{PARTS_A_PAGE}"]
    assert f'start="{PARTS_A_PAGE + 1}"' in second
    assert f'href="{ADDRESS}" rel="prev"' in second
    assert client.get(f"{ADDRESS}page/3/").status_code == 404


def test_machines_are_told_of_what_a_story_is_a_part(client, stories, series):
    page = client.get(stories[0].get_absolute_url()).text
    facts = [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]

    told = next(fact for fact in facts if fact["@type"] == "NewsArticle")["isPartOf"]
    assert told == [{"@type": "CreativeWorkSeries", "name": "The water", "url": f"http://testserver{ADDRESS}"}]


# At the desk


def order_of(series):
    return [(part.position, str(part.story)) for part in SeriesPart.objects.filter(series=series)]


def test_an_editor_makes_a_series(client, stories):
    client.force_login(make_user("editor"))
    given = {"title": "The water", "slug": "the-water", "description": ""}

    client.post("/admin/articles/series/add/", given | part_rows((stories[1], ""), (stories[0], 1), (stories[2], "")))

    assert order_of(Series.objects.get()) == [(1, "Part one"), (2, "Part two"), (3, "Part three")]
    assert headlines(client.get(ADDRESS).text) == ["Part one", "Part two", "Part three"]


def test_a_part_moved_to_a_place_pushes_the_others_down(client, stories, series):
    client.force_login(make_user("editor"))
    parts = list(SeriesPart.objects.filter(series=series))
    rows = part_rows((stories[0], 1), (stories[1], 2), (stories[2], 1), existing=parts)
    given = {"title": "The water", "slug": "water"}

    client.post(f"/admin/articles/series/{series.pk}/change/", given | rows)

    assert order_of(series) == [(1, "Part three"), (2, "Part one"), (3, "Part two")]
    assert Redirect.objects.get().new == "/series/water", "whoever follows the old address is sent on"
    assert client.get(ADDRESS)["Location"] == "/series/water/"


def test_a_story_is_added_from_its_own_form(client, series):
    client.force_login(make_user("editor"))
    story = make_story(headline="Part four")
    row = {"series_parts-TOTAL_FORMS": 1, "series_parts-0-series": series.pk, "series_parts-0-position": ""}

    client.post(f"/admin/articles/story/{story.pk}/change/", typed_into(story, **row))

    assert order_of(series)[-1] == (4, "Part four")
    assert headlines(client.get(ADDRESS).text)[-1] == "Part four"


@pytest.mark.parametrize("role", ["contributor", "author", "moderator"])
def test_who_is_no_editor_arranges_no_series(client, series, role):
    writer = make_user(role)
    client.force_login(writer)
    mine = make_draft(created_by=writer)
    row = {"series_parts-TOTAL_FORMS": 1, "series_parts-0-series": series.pk, "series_parts-0-position": ""}

    client.post(f"/admin/articles/story/{mine.pk}/change/", typed_into(mine, **row))

    assert client.get("/admin/articles/series/").status_code == 403
    assert client.get(f"/admin/articles/series/{series.pk}/change/").status_code == 403
    assert not mine.series_parts.exists()
