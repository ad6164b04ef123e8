import pytest

from articles.composition import compose
from articles.models import Kind
from tests.factories.stories import make_category, make_story

pytestmark = pytest.mark.django_db


def test_no_story_stands_twice_on_the_front_page():
    sections = [make_category() for _ in range(3)]
    for n in range(60):
        make_story(category=sections[n % 3], further_categories=sections)

    front = compose(sections)

    shown = [front.lead, *front.seconds, *front.row, *front.latest, *(s for b in front.blocks for s in b.stories)]
    assert len(shown) == len(set(shown)) == 1 + 3 + 0 + 10 + 15


def test_a_section_without_stories_has_no_block():
    assert compose([make_category()]).blocks == []


def test_a_section_of_opinions_is_set_apart():
    views = make_category()
    story = make_story(category=views, kind=Kind.OPINION)

    front = compose([views])

    assert front.opinion.stories == [story]
    assert front.lead is None


def test_the_front_costs_the_same_for_one_section_and_for_nine(django_assert_num_queries):
    sections = [make_category() for _ in range(9)]
    for section in sections:
        make_story(category=section)

    with django_assert_num_queries(4):  # the newest, the sections' candidates, the cards, their bylines
        compose(sections)
