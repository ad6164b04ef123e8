import pytest

from articles.composition import BLOCK, CANDIDATES_A_SECTION, compose
from articles.models import Kind, Story
from newsroom import clock
from tests.factories.images import make_image
from tests.factories.stories import make_category, make_story

pytestmark = pytest.mark.django_db


def test_no_story_stands_twice_on_the_front_page():
    sections = [make_category() for _ in range(3)]
    for n in range(60):
        make_story(category=sections[n % 3], further_categories=sections)

    front = compose(sections)

    top = [front.lead, *front.seconds, *front.beneath, *front.row]
    shown = [*top, *front.latest, *(s for b in front.blocks for s in b.stories)]
    assert len(shown) == len(set(shown)) == 1 + 3 + 2 + 0 + 10 + 15


def test_a_day_without_pictures_has_a_lead_too():
    make_story(kind=Kind.OPINION)
    news = make_story()
    make_story(kind=Kind.OPINION)

    assert compose([]).lead == news


def test_a_block_is_full_though_its_newest_stories_have_expired():
    section = make_category()
    for _ in range(30):
        make_story(category=section)
    expired = [make_story(category=section).pk for _ in range(CANDIDATES_A_SECTION)]
    Story.objects.filter(pk__in=expired).update(expires_at=clock.now())

    [block] = compose([section]).blocks

    assert len(block.stories) == BLOCK


def test_two_stories_stand_beneath_the_lead_older_than_those_beside_it():
    for _ in range(12):
        make_story()

    front = compose([])

    assert len(front.beneath) == 2
    assert max(s.published_at for s in front.beneath) <= min(s.published_at for s in front.seconds)


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

    with django_assert_num_queries(3):  # the newest, the sections' candidates, the cards
        compose(sections)


def test_a_block_is_led_by_its_newest_story_with_a_picture():
    section = make_category()
    for _ in range(20):
        make_story(category=section)
    pictured = compose([section]).blocks[0].stories[3]
    Story.objects.filter(pk=pictured.pk).update(lead_image=make_image(), kind=Kind.OPINION)

    assert compose([section]).blocks[0].stories[0] == pictured


def test_news_leads_a_block_before_a_comment_on_it():
    section, picture = make_category(), make_image()
    news = make_story(category=section, lead_image=picture)
    make_story(category=section, lead_image=picture, kind=Kind.OPINION)
    for _ in range(20):  # what the top of the page and “Latest” take
        make_story(lead_image=picture)

    assert compose([section]).blocks[0].stories[0] == news


def test_a_single_column_does_not_make_a_section_one_of_opinions():
    sport, views = make_category(), make_category()
    make_story(category=sport, kind=Kind.OPINION)
    for _ in range(3):
        make_story(category=views, kind=Kind.OPINION)

    assert compose([sport, views]).opinion.category == views
