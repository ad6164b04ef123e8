import pytest

from articles.models import Story
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


def test_saving_a_story_that_was_opened_before_readers_wrote_keeps_their_count():
    opened = make_story()
    Story.objects.filter(pk=opened.pk).update(comment_count=7)

    opened.headline = "Corrected"
    opened.save()

    assert Story.objects.values_list("headline", "comment_count").get() == ("Corrected", 7)
