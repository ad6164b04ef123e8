"""The numbers that lists' pages are cut by are always those of the lines, whoever writes them and however."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.actions.filing import file_story
from articles.actions.publish import publish
from articles.actions.withdraw import withdraw
from articles.models import Byline, Filing, State, Story, StorySource, StoryTag, Tag, Tally
from articles.tallies import ALL, Roll
from newsroom import clock
from tests.factories.stories import make_author, make_category, make_source, make_story

pytestmark = pytest.mark.django_db

MAY, JUNE = datetime(2026, 5, 31, 23, 59, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)
LINES = {"category": Filing, "author": Byline, "source": StorySource, "tag": StoryTag}


def counted():
    """Every line of every list, counted one by one."""
    found = {}
    for of, model in LINES.items():
        for subject, time in model.objects.exclude(published_at=None).values_list(
            f"{model.list_of}_id", "published_at"
        ):
            found.setdefault((of, subject, f"{time:%Y-%m}"), []).append(1)
    for time in Story.objects.filter(state=State.PUBLISHED).values_list("published_at", flat=True):
        found.setdefault(("latest", ALL, f"{time:%Y-%m}"), []).append(1)
    return {place: len(lines) for place, lines in found.items()}


def tallies():
    rows = Tally.objects.exclude(stories=0).values_list("list_of", "subject", "month", "stories")
    return {row[:3]: row[3] for row in rows}


@pytest.fixture
def story():
    company = {"byline": [(make_author(), "")], "sources": [make_source()], "tags": ["Rivers", "Ports"]}
    make_story(published_at=MAY, **company)
    return make_story(category=make_category(parent=make_category()), published_at=MAY, **company)


def moved_to_june(story):
    publish(story=story, at=JUNE)


def deleted(story):
    story.delete()


def withdrawn(story):
    withdraw(story=story, reason="Wrong.")


def filed_elsewhere(story):
    story.category = make_category()
    story.save()
    file_story(story=story)


def filed_again(story):
    file_story(story=story)


def given_other_tags(story):
    story.tags.set(["Rivers", "Fish"])
    file_story(story=story)


def given_another_author(story):
    Byline.objects.filter(story=story).update(author=make_author())


def deprived_of_a_tag(_):
    Tag.objects.named("Rivers").delete()


def deprived_of_lines(story):
    Filing.objects.filter(story=story).delete()


@pytest.mark.parametrize(
    "happens",
    [
        moved_to_june,
        deleted,
        withdrawn,
        filed_elsewhere,
        filed_again,
        given_other_tags,
        given_another_author,
        deprived_of_a_tag,
        deprived_of_lines,
    ],
    ids=lambda change: change.__name__,
)
def test_the_numbers_follow_when_a_story_is(happens, story):
    assert tallies() == counted() != {}

    happens(story)

    assert tallies() == counted()


def test_what_is_still_to_come_does_not_count():
    for time in (MAY, JUNE, JUNE + timedelta(hours=1), JUNE + timedelta(hours=2), JUNE + timedelta(days=40)):
        make_story(published_at=time)

    with clock.as_of(JUNE + timedelta(hours=1)):
        assert [month.lines for month in Roll("latest").months()] == [2, 1]
    with clock.as_of(MAY):
        assert [month.lines for month in Roll("latest").months()] == [1]
