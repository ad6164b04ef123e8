import pytest

from articles.actions.filing import refile_all_under
from articles.actions.withdraw import withdraw
from articles.models import Filing, StoryTag, Tag
from tests.factories.stories import make_author, make_category, make_draft, make_story

pytestmark = pytest.mark.django_db


def filed(category) -> list[int]:
    return list(Filing.objects.in_list_of(category).values_list("story_id", flat=True))


def test_a_story_is_filed_under_its_category_and_everything_above():
    world = make_category(slug="world")
    asia = make_category(slug="asia", parent=world)

    story = make_story(category=asia)

    assert filed(world) == filed(asia) == [story.pk]


def test_a_further_category_lists_the_story_too():
    business = make_category()

    story = make_story(further_categories=[business])

    assert filed(business) == [story.pk]


def test_a_draft_stands_in_no_list():
    assert filed(make_draft().category) == []


def test_a_withdrawn_story_leaves_every_list():
    story = make_story(tags=["Rivers"], byline=[(make_author(), "")])

    withdraw(story=story, reason="The court asked us to.")

    assert filed(story.category) == []
    assert not StoryTag.objects.in_list_of(story.tags.get()).exists()


def test_moving_a_category_files_its_stories_under_the_new_parent():
    asia, world = make_category(slug="asia"), make_category(slug="world")
    story = make_story(category=asia)
    asia.parent = world
    asia.save()

    assert refile_all_under(category=asia) == 1
    assert filed(world) == [story.pk]


def test_tags_that_differ_in_case_or_accents_are_one():
    first = make_story(tags=["Élections"])
    second = make_story(tags=["elections", "ELECTIONS "])

    assert Tag.objects.count() == 1
    assert list(first.tags.all()) == list(second.tags.all())
