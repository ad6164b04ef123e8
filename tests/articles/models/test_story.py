import pytest
from django.db import IntegrityError

from articles.models import Story
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


def test_saving_a_story_that_was_opened_before_readers_wrote_keeps_their_count():
    opened = make_story()
    Story.objects.filter(pk=opened.pk).update(comment_count=7)

    opened.headline = "Corrected"
    opened.save()

    assert Story.objects.values_list("headline", "comment_count").get() == ("Corrected", 7)


@pytest.mark.parametrize("column", ["state", "kind", "comment_policy"])
def test_the_database_refuses_a_word_that_nobody_knows(column):
    story = make_story()

    with pytest.raises(IntegrityError, match=f"story_{column}_is_known"):
        Story.objects.filter(pk=story.pk).update(**{column: "unheard"})
