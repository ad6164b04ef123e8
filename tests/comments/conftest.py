"""A reader at the comment form."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from comments.token import sign
from tests.factories.stories import make_story


@pytest.fixture
def story(db):
    return make_story(headline="Harbour reopens")


@pytest.fixture
def reader() -> Client:
    """A browser without cookies, as strict about them as the real site."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def send(reader) -> Callable[..., Any]:
    """Send a story's form; valid unless told otherwise."""

    def send(story, *, headers=None, remote="198.51.100.7", **fields):
        typed = {"name": "Ada", "comment": "Well done.", "token": sign(story.pk)} | fields
        return reader.post(f"{story.get_absolute_url()}comments/", typed, headers=headers, REMOTE_ADDR=remote)

    return send


@pytest.fixture
def send_raw(reader) -> Callable[..., Any]:
    """Send bytes to a story's form with a content type of one's own."""

    def send_raw(story, body, content_type, **environ):
        address = f"{story.get_absolute_url()}comments/"
        return reader.generic("POST", address, body, content_type=content_type, **environ)

    return send_raw
