from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from articles.actions.publish import publish
from articles.announcements import story_published
from articles.models import SiteSettings, Story
from newsroom import clock
from tests.factories.stories import make_draft, make_story

pytestmark = pytest.mark.django_db

EVENING = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)


def test_the_address_takes_the_date_of_the_sites_own_time_zone():
    SiteSettings(time_zone="Asia/Tokyo").save()

    story = make_story(published_at=EVENING, slug="late")

    assert story.get_absolute_url() == "/2026/03/02/late/"


def test_the_address_of_a_story_that_readers_know_never_changes():
    story = make_story(published_at=EVENING)
    address = story.get_absolute_url()

    publish(story=story, at=EVENING + timedelta(days=9))

    assert Story.objects.get().get_absolute_url() == address


def test_a_scheduled_story_that_is_moved_takes_its_new_day():
    story = make_story(published_at=clock.now() + timedelta(days=3))

    publish(story=story, at=datetime(2099, 1, 5, tzinfo=UTC))

    assert Story.objects.get().published_on == date(2099, 1, 5)


def test_a_slug_that_the_day_already_has_is_numbered():
    make_story(published_at=EVENING, slug="flood")

    assert make_story(published_at=EVENING, slug="flood").slug == "flood-2"


def test_a_story_is_public_at_its_second_and_not_before():
    story = make_story(published_at=EVENING)

    with clock.as_of(EVENING - timedelta(seconds=1)):
        assert story not in Story.objects.public()
    with clock.as_of(EVENING):
        assert story in Story.objects.public()


def test_an_expired_story_is_no_longer_public():
    story = make_story(published_at=EVENING, expires_at=EVENING + timedelta(hours=1))

    with clock.as_of(EVENING + timedelta(hours=1)):
        assert story not in Story.objects.public()
        assert not story.is_public()


def test_a_story_cannot_expire_before_it_appears():
    draft = make_draft()
    draft.expires_at = EVENING

    with pytest.raises(ValidationError, match="expire after"):
        publish(story=draft, at=EVENING)

    assert Story.objects.get().state == "draft"


def test_publication_is_announced_once_it_is_committed(django_capture_on_commit_callbacks):
    heard = []
    story_published.connect(lambda story, **_: heard.append(story), weak=False, dispatch_uid="test")

    with django_capture_on_commit_callbacks(execute=True):
        story = make_story()
        assert heard == []

    assert heard == [story]
    story_published.disconnect(dispatch_uid="test")
