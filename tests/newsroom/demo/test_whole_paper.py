"""What the whole demo paper holds."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from articles.models import Story
from articles.views.section import STORIES_IN_A_SECTION
from comments.wording import refuse_bad_name, refuse_bad_text
from newsroom.demo.prose import body_html, read_paper
from newsroom.text.html import clean, plain

NOW = datetime(2024, 4, 24, 14, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def paper():
    return read_paper(now=NOW)


def test_every_body_passes_the_gate_unchanged(paper):
    bodies = [story.body for story in paper.stories] + [page.body for page in paper.pages]
    html = [body_html(body, placed=lambda _picture: 7) for body in bodies]
    assert [one for one in html if clean(one) != one] == []


def test_the_registers_hold_fourteen_authors_and_twelve_sources(paper):
    assert (len(paper.authors), len(paper.sources), len(paper.profiles)) == (14, 12, 5)


def test_it_has_sixty_days_of_stories_in_nine_sections(paper):
    sections = [category.path for category in paper.categories if not category.parent]
    parents = {category.parent for category in paper.categories if category.parent}
    assert len(paper.stories) >= 120
    assert (len(sections), len(parents)) == (9, 3)
    assert paper.stories[0].published_at - paper.stories[-1].published_at >= timedelta(days=60)


def test_world_news_goes_on_over_a_second_page(paper):
    filed = [story for story in paper.stories if any(path.startswith("world-news") for path in _places(story))]
    assert len(filed) >= 2 * STORIES_IN_A_SECTION


def _places(story):
    return (story.category, *story.further)


def test_it_has_one_long_read_one_live_story_and_galleries(paper):
    kinds = [story.kind for story in paper.stories]
    assert sum("Long read" in story.tags for story in paper.stories) == 1
    assert kinds.count("live") == 1
    assert kinds.count("gallery") >= 2


def test_every_story_has_three_to_five_tags_and_a_readable_length(paper):
    for story in paper.stories:
        length = len(plain(body_html(story.body, placed=lambda _picture: 7)).split())
        assert 3 <= len(story.tags) <= 5, story.slug
        assert length >= 100, f"{story.slug}: {length} words"


def test_every_section_has_something_from_the_last_two_days(paper):
    fresh = {story.category for story in paper.stories if story.published_at > NOW - timedelta(days=2)}
    assert {story.category for story in paper.stories} - fresh == set()


def test_what_a_story_says_fits_its_columns(paper):
    for story in paper.stories:
        lengths = [len(text) for text in (story.kicker, story.headline, story.deck, story.slug)]
        most = [Story._meta.get_field(name).max_length for name in ("kicker", "headline", "deck", "slug")]
        assert all(length <= limit for length, limit in zip(lengths, most, strict=True)), story.slug


def test_the_reported_visit_stands_under_world_news_by_agencies(paper):
    story = next(story for story in paper.stories if "Kim Jong Un" in story.headline)
    assert (story.category, story.credit_line, story.sources) == ("world-news", "By Agencies", ("TASS", "KCNA"))
    assert story.picture.subject == "cargo-drones"


def test_headlines_are_short_and_very_long(paper):
    lengths = [len(story.headline) for story in paper.stories]
    assert min(lengths) < 20
    assert max(lengths) > 195


def test_about_a_fifth_of_the_stories_has_no_picture(paper):
    without = [story for story in paper.stories if story.picture is None]
    assert 0.15 < len(without) / len(paper.stories) < 0.25


def test_readers_could_have_typed_every_comment(paper):
    refused = []
    for comment in (comment for thread in paper.threads for comment in thread.comments):
        for refuse, words in ((refuse_bad_name, comment.name), (refuse_bad_text, comment.text)):
            try:
                refuse(words)
            except ValidationError:
                refused.append(words)

    assert refused == []


def test_the_pages_are_the_four_of_the_footer(paper):
    assert [page.slug for page in paper.pages] == ["about", "contact", "privacy", "corrections-policy"]
