"""What an import makes of the posts of an old site."""

import re
from datetime import UTC, datetime

import pytest

from articles.models import CommentPolicy, Kind, State, Story
from tests.factories import wordpress as old

pytestmark = pytest.mark.django_db


def story() -> Story:
    return Story.objects.get()


def test_a_post_is_published_at_its_own_time(bring):
    bring(old.item("The ferry sails again", "It <b>sailed</b>.", excerpt="At <i>last</i>.", post_name="ferry"))
    assert (story().headline, story().deck, story().slug) == ("The ferry sails again", "At last.", "ferry")
    assert story().body == "<p>It <strong>sailed</strong>.</p>"
    assert (story().state, story().published_at) == (State.PUBLISHED, datetime(2020, 3, 1, 9, tzinfo=UTC))


def test_its_author_is_named_in_the_byline(bring):
    bring(old.author("ana", "Ana Lima"), old.item(creator="ana"))
    assert story().byline_names == ["Ana Lima"]


def test_an_author_whom_only_an_item_names_is_known_by_login(bring):
    bring(old.item(creator="guest42"))
    assert story().byline_names == ["guest42"]


STATUSES = {
    "publish": (State.PUBLISHED, ""),
    "draft": (State.DRAFT, ""),
    "pending": (State.DRAFT, "waiting for review"),
    "private": (State.DRAFT, "private"),
    "in-progress": (State.DRAFT, "in-progress"),
}


@pytest.mark.parametrize("status", STATUSES)
def test_what_readers_did_not_see_they_do_not_see_now(bring, status):
    state, reason = STATUSES[status]
    _, told = bring(old.item(status=status))
    assert story().state == state
    assert reason in told


def test_a_draft_without_date_and_slug_comes(bring):
    zeros = "0000-00-00 00:00:00"
    bring(old.item(status="draft", post_date=zeros, post_date_gmt=zeros, post_name=""))
    assert story().state == State.DRAFT


def test_a_post_with_a_password_is_a_draft_and_says_so(bring):
    _, told = bring(old.item(post_password="secret"))
    assert story().state == State.DRAFT
    assert "password" in told
    assert "secret" not in told


def test_a_post_of_the_future_is_scheduled(bring):
    bring(old.item(status="future", post_date_gmt="2140-01-01 08:00:00"))
    assert story().published_at.year == 2140
    assert not Story.objects.public().exists()


def test_what_was_in_the_trash_is_left_with_a_reason(bring):
    ledger, told = bring(old.item("Gone", "b", old.comment(), status="trash"))
    assert (ledger.rows["posts"].left, ledger.rows["comments"].left) == (1, 1)
    assert "it was in the trash" in told


def test_a_post_without_title_is_headed_by_its_first_words(bring):
    _, told = bring(
        old.item("", "The pier closed. Nobody knows why, and nobody asked the harbour master about it at all.")
    )
    assert story().headline.startswith("The pier closed.")
    assert "no title" in told


def test_a_post_without_anything_still_has_a_headline(bring):
    bring(old.item("", "", post_name="edge"))
    assert story().headline == "Untitled (edge)"


def test_a_title_too_long_is_cut_and_kept_whole_in_the_text(bring):
    title = "word " * 80
    bring(old.item(title, "Body."))
    assert len(story().headline) <= 300
    assert story().body == f"<p>{title.strip()}</p><p>Body.</p>"


def test_markup_in_a_title_is_only_words(bring):
    bring(old.item("Fish &amp; <em>chips</em>"))
    assert story().headline == "Fish & chips"


def test_a_slug_of_another_script_is_transliterated_and_told(bring):
    _, told = bring(old.item(post_name="%d0%bf%d0%b0%d1%80%d0%be%d0%bc"))
    assert story().slug == "parom"
    assert "parom" in told


def test_two_posts_of_one_day_with_one_slug_both_come(bring):
    _, told = bring(old.item(post_name="ferry"), old.item(post_name="ferry"))
    assert {one.slug for one in Story.objects.all()} == {"ferry", "ferry-2"}
    assert "ferry-2" in told


def test_the_format_of_a_post_is_its_kind(bring):
    bring(old.item("T", "b", old.filed("post-format-gallery", "Gallery", "post_format")))
    assert story().kind == Kind.GALLERY


def test_closed_comments_stay_closed(bring):
    bring(old.item(comment_status="closed"))
    assert story().comment_policy == CommentPolicy.CLOSED


def test_a_sticky_post_is_told(bring):
    _, told = bring(old.item(is_sticky="1"))
    assert "sticky" in told


def test_a_scheduled_post_without_a_date_is_never_published(bring):
    _, told = bring(old.item(status="future", post_date="9999-12-31 23:59:59", post_date_gmt="9999-12-31 23:59:59"))
    assert story().state == State.DRAFT
    assert "without a date" in told


def test_a_missing_date_is_not_taken_for_one_of_this_century(bring):
    gone = "<pubDate>Wed, 30 Nov -0001 00:00:00 +0000</pubDate>"
    _, told = bring(old.item("T", "b", gone, post_date="", post_date_gmt="0000-00-00 00:00:00"))
    assert "no date" in told


def test_a_day_in_the_address_that_is_not_the_old_one_is_told(bring):
    _, told = bring(old.item(post_date="2020-02-29 21:00:00", post_date_gmt="2020-03-01 04:00:00"))
    assert "2020-03-01 (UTC), not 2020-02-29" in told


def test_an_excerpt_of_two_paragraphs_keeps_its_words_apart(bring):
    bring(old.item(excerpt="<p>One</p><p>two</p>[gallery]"))
    assert story().deck == "One two"


def test_a_title_that_cannot_be_seen_is_none(bring):
    bring(old.item("\u200b", "The ferry sailed."))
    assert story().headline == "The ferry sailed."


def test_two_posts_without_a_number_are_two_stories(bring):
    parts = [re.sub("<wp:post_id>[^<]*</wp:post_id>", "", old.item(title)) for title in ("One", "Two")]
    bring(*parts)
    bring(*parts)
    assert Story.objects.count() == 2


def test_a_post_with_the_number_of_another_is_left_and_told(bring):
    ledger, told = bring(old.item("One", number=5), old.item("Two", number=5))
    assert ledger.rows["posts"].left == 1
    assert "post 5 “Two”: a text before it has the same number" in told
