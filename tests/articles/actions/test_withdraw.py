from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from articles.actions.publish import publish
from articles.actions.withdraw import withdraw
from articles.models import State, Story
from newsroom import clock
from tests.factories.stories import make_draft, make_story

pytestmark = pytest.mark.django_db


def test_a_withdrawn_story_leaves_every_public_list():
    story = make_story()

    withdraw(story=story, reason="The court asked us to.")

    assert story not in Story.objects.public()


def test_its_address_answers_410_with_the_reason(client):
    story = make_story()
    withdraw(story=story, reason="The court asked us to.")

    page = client.get(story.get_absolute_url())

    assert page.status_code == 410
    assert "The court asked us to." in page.text


def test_a_reason_is_required_and_without_one_nothing_changes():
    story = make_story()

    with pytest.raises(ValidationError, match="Say why"):
        withdraw(story=story, reason="  ")

    assert Story.objects.get().state == State.PUBLISHED


def test_a_story_that_is_published_again_forgets_why_it_was_withdrawn(client):
    story = make_story()
    withdraw(story=story, reason="A name was wrong.")
    publish(story=story)
    expiry = clock.now() + timedelta(hours=1)
    Story.objects.update(expires_at=expiry)

    with clock.as_of(expiry):
        answer = client.get(story.get_absolute_url())

    assert answer.status_code == 410
    assert "A name was wrong." not in answer.text


def test_a_draft_cannot_be_withdrawn():
    with pytest.raises(ValidationError, match="the story is a draft now"):
        withdraw(story=make_draft(), reason="Never mind.")
