"""Texts that are not news."""

import pytest

from tests.factories.stories import make_page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("is_public", [True, False])
def test_a_page_answers_and_is_linked_when_it_is_public_and_else_not(client, is_public):
    make_page(slug="privacy", is_public=is_public)

    assert client.get("/privacy/").status_code == (200 if is_public else 404)
    assert ("/privacy/" in client.get("/").text) is is_public
    assert ("/privacy/" in client.get("/sitemaps/sections.xml").text) is is_public
