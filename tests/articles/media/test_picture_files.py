"""Stored pictures over HTTP."""

import pytest

from tests.factories.images import make_image

pytestmark = pytest.mark.django_db


def test_a_rendition_may_be_kept_for_ever(client):
    response = client.get(make_image().rendition("wide", 100).url)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/jpeg"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.getvalue().startswith(b"\xff\xd8\xff")


def test_a_head_request_learns_the_length(client):
    response = client.head(make_image().made("wide")["avif"][0].url)
    assert (response.status_code, response["Content-Type"]) == (200, "image/avif")
    assert int(response["Content-Length"]) > 100
    response.close()


@pytest.mark.parametrize(
    "address",
    [
        "/media/r/0123456789abcdef/wide-320.avif",
        "/media/../db.sqlite3",
        "/media/r/../../db.sqlite3",
        "/media/r/%2e%2e/%2e%2e/db.sqlite3",
        "/media/r/0123456789abcdef/..%2f..%2fwide-1.jpg",
        "/media/waiting/" + "0" * 64,
        "/media/o/" + "0" * 32 + ".svg",
        "/media/o/" + "0" * 32 + ".jpg%0a",
        "/media/",
        "/media//etc/passwd",
    ],
)
def test_anything_else_is_not_there(client, address):
    assert client.get(address, follow=True).status_code == 404


def test_nothing_can_be_posted_to_a_picture(client):
    assert client.post(make_image().file.url).status_code == 405
