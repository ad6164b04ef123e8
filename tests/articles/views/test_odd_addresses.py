"""Addresses that nobody was given: each has a calm answer, and none leads away from the site."""

import pytest
from django.test import Client

from tests.factories.stories import make_author, make_category, make_source, make_story

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path", ["/9999/", "/9999/12/", "/9999/12/31/", "/0000/", "/0001/01/", "/sitemaps/9999-12.xml"]
)
def test_a_year_at_the_end_of_time_has_no_stories(client, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("start", ["/%2Fevil.example", "//%2Fevil.example", "/%2F%2Fevil.example", "/%5Cevil.example"])
def test_the_first_page_of_another_site_is_not_ours_to_name(client, start):
    answer = client.get(f"{start}/page/1/")

    assert answer.status_code == 404
    assert "Location" not in answer


def test_the_first_page_of_a_list_has_one_address(client):
    answer = client.get("/latest/page/1/")

    assert (answer.status_code, answer["Location"]) == (301, "/latest/")


@pytest.mark.parametrize("number", ["02", "002", "0", "4", "²", "２", "9" * 5_000])
def test_a_page_of_a_list_has_one_address(client, number):
    world = make_category(slug="world")
    for _ in range(40):
        make_story(category=world)
    assert client.get("/world/page/2/").status_code == 200
    assert client.get(f"/world/page/{number}/").status_code == 404
    assert client.get(f"/latest/page/{number}/").status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "localhost:port", "a b", "localhost/evil"])
def test_a_host_that_is_not_ours_is_a_bad_request(host):
    answer = Client(raise_request_exception=False).get("/", headers={"host": host})

    assert answer.status_code == 400
    assert "That request could not be understood" in answer.text


def test_an_authors_links_lead_to_the_web_or_nowhere(client):
    links = [["Site", "https://ada.example/"], ["Bad", "javascript:alert(1)"], ["Data", "data:text/html,x"], "odd", [1]]
    author = make_author(links=links)

    page = client.get(author.get_absolute_url()).text

    assert 'href="https://ada.example/"' in page
    assert "javascript:" not in page
    assert "data:text" not in page


def test_a_session_that_is_over_leaves_no_cookie_on_a_readers_page(client):
    client.cookies["newsroom_session"] = "of-yesterday"

    answer = client.get("/")

    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_a_sources_site_leads_to_the_web_or_nowhere(client):
    source = make_source(site="javascript:alert(1)")

    assert "javascript:" not in client.get(source.get_absolute_url()).text
