"""The threads under an article."""

import re
from datetime import timedelta

import pytest
from django.template import Context, Template

from articles.models import SiteSettings
from comments.actions.moderate import reject
from comments.actions.recount import recount
from comments.models import THREADS_A_PAGE, Comment, State
from comments.threads import thread_page
from newsroom import clock
from tests.factories.comments import make_comment

COMMENTS = Template("{% load comments %}{% comments_of story %}")


def shown(story, **more) -> str:
    return COMMENTS.render(Context({"story": story, "site": SiteSettings(), **more}))


def anchors(html) -> list[int]:
    return [int(pk) for pk in re.findall(r'<li class="comment" id="comment-(\d+)"', html)]


@pytest.fixture
def busy_story(story):
    """A thousand comments: two hundred threads of five."""
    start = clock.now() - timedelta(days=1)
    times = [start + timedelta(seconds=n) for n in range(1000)]
    first = [Comment(story=story, name="Ada", text=f"{n}", posted_at=times[n]) for n in range(200)]
    Comment.objects.bulk_create(first)
    Comment.objects.bulk_create(
        Comment(story=story, name="Bo", text=f"{n}", posted_at=times[n], thread=first[n % 200], parent=first[n % 200])
        for n in range(200, 1000)
    )
    recount(stories=[story.pk])
    story.refresh_from_db()
    return story


def test_a_thousand_comments_cost_one_query(busy_story, django_assert_num_queries):
    with django_assert_num_queries(1):
        html = shown(busy_story)

    assert len(anchors(html)) == THREADS_A_PAGE * 5


def test_no_comments_cost_none(story, django_assert_num_queries):
    with django_assert_num_queries(0):
        shown(story)


def test_pages_hold_every_comment_once(busy_story):
    found = [anchors(shown(busy_story, comment_page=thread_page(busy_story, page))) for page in range(1, 5)]

    assert sorted(pk for page in found for pk in page) == sorted(Comment.objects.values_list("pk", flat=True))
    assert thread_page(busy_story, 4).newer_url is None


def test_a_comment_leads_to_its_page_though_others_came_in_the_same_second(story):
    moment = clock.now()
    comments = [make_comment(story=story, posted_at=moment) for _ in range(THREADS_A_PAGE + 1)]

    addresses = [comment.get_absolute_url() for comment in comments[-2:]]

    assert [address.startswith(f"{story.get_absolute_url()}comments/page/2/") for address in addresses] == [False, True]


def test_threads_and_replies_stand_in_the_order_of_time(story):
    hour = timedelta(hours=1)
    late = make_comment(story=story, posted_at=clock.now() - hour)
    early = make_comment(story=story, posted_at=clock.now() - 3 * hour)
    second = make_comment(parent=early, posted_at=clock.now() - hour)
    first = make_comment(parent=early, posted_at=clock.now() - 2 * hour)
    story.refresh_from_db()

    assert anchors(shown(story)) == [early.pk, first.pk, second.pk, late.pk]


@pytest.mark.parametrize("state", [State.HELD, State.REJECTED, State.SPAM])
def test_readers_see_nothing_of_what_is_not_visible(story, state):
    seen = make_comment(story=story)
    make_comment(story=story, state=state)
    make_comment(parent=seen, state=state)
    story.refresh_from_db()

    assert anchors(shown(story)) == [seen.pk]


def test_answers_stay_when_what_they_answer_is_taken_down(story):
    first = make_comment(story=story, text="Something foul.")
    reply = make_comment(parent=first)
    reject(comments=[first])
    story.refresh_from_db()

    html = shown(story)

    assert anchors(html) == [first.pk, reply.pk]
    assert "Something foul." not in html
    assert first.name not in html
    assert "Removed: against the rules of this page" in html


def test_the_heading_counts_what_is_shown(story):
    make_comment(parent=make_comment(story=story))
    make_comment(story=story, state=State.HELD)
    story.refresh_from_db()

    assert "2 comments</h2>" in shown(story)


def test_times_are_absolute_with_their_offset(story):
    comment = make_comment(story=story)
    story.refresh_from_db()

    assert f'<time datetime="{comment.posted_at.isoformat(timespec="seconds")}">' in shown(story)
