"""What a finished page says to what stands in front."""

import re

import pytest

from newsroom.caching.front.places import places
from newsroom.caching.purging import purge
from tests.factories.stories import make_story


@pytest.fixture
def in_front(settings):
    def stands(address):
        settings.FRONT = places([address], token="", site="https://example.com")

    return stands


@pytest.fixture
def story(keeping):
    return make_story(headline="Ferry sails at dawn")


def seconds(seen):
    return int(re.search(r"s-maxage=(\d+)", seen.headers["cache-control"])[1])


def test_where_its_keys_are_told_a_page_is_kept_until_it_changes(worker, story, in_front):
    in_front("varnish+http://127.0.0.1:6081")

    seen = worker.ask(story.get_absolute_url())

    keys = seen.headers["surrogate-key"].split()
    assert {f"story:{story.pk}", f"comments:{story.pk}", "~latest"} <= set(keys)
    assert "latest" not in keys
    assert "cache-tag" not in seen.headers
    assert seconds(seen) > 60


@pytest.mark.parametrize("address", [None, "nginx+http://127.0.0.1:8081"])
def test_elsewhere_for_seconds(worker, story, in_front, address):
    if address:
        in_front(address)

    seen = worker.ask(story.get_absolute_url())

    assert seconds(seen) <= 10
    assert "surrogate-key" not in seen.headers


def test_who_has_the_page_is_told_the_same(worker, story, in_front):
    in_front("varnish+http://127.0.0.1:6081")
    whole = worker.ask(story.get_absolute_url())

    again = worker.ask(story.get_absolute_url(), if_none_match=whole.headers["etag"])

    assert again.status == 304
    assert again.headers["surrogate-key"] == whole.headers["surrogate-key"]
    assert seconds(again) > 60


def test_a_page_of_before_the_front_was_named_is_kept_for_seconds(worker_of, story, in_front):
    worker_of().ask(story.get_absolute_url())
    in_front("varnish+http://127.0.0.1:6081")

    seen = worker_of().ask(story.get_absolute_url())

    assert seconds(seen) <= 10


def test_a_page_that_was_purged_while_it_was_made_is_for_nobody_else(worker, story, in_front):
    in_front("varnish+http://127.0.0.1:6081")
    inner = worker.layer.application

    def meanwhile(environ, start_response):
        parts = inner(environ, start_response)
        purge([f"story:{story.pk}"])
        return parts

    worker.layer.application = meanwhile

    assert worker.ask(story.get_absolute_url()).headers["cache-control"] == "private, no-cache"


def test_an_old_mention_is_kept_in_front_for_no_longer_than_here(worker, story, in_front):
    in_front("varnish+http://127.0.0.1:6081")
    worker.ask(story.get_absolute_url())
    purge(["latest"])

    assert seconds(worker.ask(story.get_absolute_url())) <= 30
