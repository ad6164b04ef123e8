"""Home as it is composed until somebody arranges it."""

import pytest

from articles.front import defaults
from articles.front.composing import compose
from articles.front.layouts import Layout
from articles.models import Kind, Story
from newsroom import clock
from tests.factories.images import make_image
from tests.factories.stories import make_category, make_story

pytestmark = pytest.mark.django_db


def home(*sections):
    """The stories of each slot, by layout; of sections, by category."""
    filled = defaults.composed(sections)
    return {one.slot.rule.category or one.slot.layout: one.stories for one in filled}


def test_no_story_stands_twice_on_the_front_page():
    sections = [make_category() for _ in range(3)]
    for n in range(60):
        make_story(category=sections[n % 3], further_categories=sections)

    front = home(*sections)

    shown = [story for stories in front.values() for story in stories]
    assert len(shown) == len(set(shown)) == 6 + 10 + 15


def test_a_day_without_pictures_has_a_lead_too():
    make_story(kind=Kind.OPINION)
    news = make_story()
    make_story(kind=Kind.OPINION)

    assert home()[Layout.TOP] == [news]


def test_the_newest_story_with_a_picture_leads():
    pictured = make_story(lead_image=make_image())
    newer = make_story()

    assert home()[Layout.TOP] == [pictured, newer]


def test_a_section_is_full_though_its_newest_stories_have_expired():
    section = make_category()
    for _ in range(30):
        make_story(category=section)
    expired = [make_story(category=section).pk for _ in range(25)]
    Story.objects.filter(pk__in=expired).update(expires_at=clock.now())

    assert len(home(section)[section.pk]) == 5


def test_beneath_the_lead_stand_older_stories_than_beside_it():
    for _ in range(12):
        make_story()

    top = home()[Layout.TOP]

    times = [story.published_at for story in top]
    assert len(top) == 6
    assert times == sorted(times, reverse=True)


def test_a_section_without_stories_is_not_there():
    assert home(make_category()) == {}


def test_a_section_of_opinions_is_set_apart():
    views = make_category()
    story = make_story(category=views, kind=Kind.OPINION)

    [voices] = defaults.composed([views])

    assert (voices.slot.layout, voices.stories) == (Layout.OPINION, [story])


def test_a_single_column_does_not_make_a_section_one_of_opinions():
    sport, views = make_category(), make_category()
    make_story(category=sport, kind=Kind.OPINION)
    for _ in range(3):
        make_story(category=views, kind=Kind.OPINION)

    layouts = {one.slot.rule.category: one.slot.layout for one in defaults.composed([sport, views])}

    assert layouts == {views.pk: Layout.OPINION, sport.pk: Layout.SECTION}


def test_the_front_costs_the_same_for_one_section_and_for_nine(django_assert_num_queries):
    sections = [make_category() for _ in range(9)]
    for section in sections:
        make_story(category=section)

    with django_assert_num_queries(2):  # what the rules offer, the cards
        compose(defaults.home(sections))


def test_a_section_is_led_by_its_newest_story_with_a_picture():
    section = make_category()
    for _ in range(20):
        make_story(category=section)
    pictured = home(section)[section.pk][3]
    Story.objects.filter(pk=pictured.pk).update(lead_image=make_image(), kind=Kind.OPINION)

    assert home(section)[section.pk][0] == pictured


def test_news_leads_a_section_before_a_comment_on_it():
    section, picture = make_category(), make_image()
    news = make_story(category=section, lead_image=picture)
    make_story(category=section, lead_image=picture, kind=Kind.OPINION)
    for _ in range(20):  # what the top of the page and “Latest” take
        make_story(lead_image=picture)

    assert home(section)[section.pk][0] == news


def test_the_latest_leave_every_section_its_newest_story():
    section = make_category()
    for _ in range(6):
        make_story()
    newest = make_story(category=section, published_at=make_story().published_at)
    front = home(section)

    assert newest in front[Layout.TOP] or newest in front[section.pk]
    assert newest not in front.get(Layout.LIST, [])
