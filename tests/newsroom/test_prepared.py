"""Queries that are put into SQL once and asked with many values."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import models

from articles.models import Story
from newsroom.caching.recording import recorded
from newsroom.prepared import prepared
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


@prepared(ids=models.BigIntegerField(), since=models.DateTimeField())
def recent(*, ids, since):
    return Story.objects.filter(pk__in=ids, published_at__gte=since).newest_first()


LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)


def test_each_asking_is_answered_by_its_own_values():
    old, new = make_story(published_at=LONG_AGO), make_story()

    assert recent(ids=[old.pk, new.pk], since=LONG_AGO) == [new, old]
    assert recent(ids=[old.pk, new.pk], since=LONG_AGO + timedelta(1)) == [new]
    assert recent(ids=[old.pk], since=LONG_AGO) == [old]


def test_what_it_finds_is_what_is_there_now():
    story = make_story(headline="Before")
    assert recent(ids=[story.pk], since=LONG_AGO)[0].headline == "Before"

    Story.objects.filter(pk=story.pk).update(headline="After")

    assert recent(ids=[story.pk], since=LONG_AGO)[0].headline == "After"


def test_every_asking_notes_for_its_page_what_the_query_shows():
    make_story()

    for _ in range(2):
        with recorded() as recording:
            recent(ids=[1], since=LONG_AGO)
        assert "latest" in recording.keys
