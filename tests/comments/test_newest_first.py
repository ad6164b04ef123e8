"""The same comments in the other order, at an address for ever, and for programs."""

import json

import pytest

from articles.actions.withdraw import withdraw
from comments.actions.moderate import reject
from comments.models import THREADS_A_PAGE
from tests.comments.test_threads import anchors
from tests.factories.comments import make_comment


@pytest.fixture
def threads(story):
    return [make_comment(story=story) for _ in range(THREADS_A_PAGE + 2)]


def test_the_last_thread_comes_first_and_its_answers_by_time(client, story, threads):
    answers = [make_comment(parent=threads[-1]) for _ in range(2)]
    address = f"{story.get_absolute_url()}comments/newest/"

    first, second = client.get(address).text, client.get(f"{address}page/2/").text

    found = anchors(first) + anchors(second)
    assert found[:4] == [threads[-1].pk, *(one.pk for one in answers), threads[-2].pk]
    assert [pk for pk in found if pk not in {one.pk for one in answers}] == [one.pk for one in reversed(threads)]
    assert 'content="noindex"' in first
    assert f'href="{address}page/2/#comments" rel="next">Earlier comments' in first
    assert f'href="{address}#comments" rel="prev">Later comments' in second


def test_each_order_leads_to_the_other_where_there_is_something_to_order(client, story):
    for _ in range(3):
        make_comment(story=story)
    assert "Newest first" not in client.get(story.get_absolute_url()).text

    make_comment(story=story)
    article, newest = story.get_absolute_url(), f"{story.get_absolute_url()}comments/newest/"
    assert f'<a href="{newest}#comments">Newest first</a>' in client.get(article).text
    assert f'<a href="{article}#comments">Oldest first</a>' in client.get(newest).text


def test_pages_that_are_not_there(client, story):
    address = f"{story.get_absolute_url()}comments/newest/"

    assert client.get(address).headers["Location"] == f"{story.get_absolute_url()}#comments"
    assert client.get(f"{address}page/2/").status_code == 404
    assert client.get(f"{story.get_absolute_url()}comments/json/page/2/").status_code == 404


def test_a_comment_has_an_address_that_finds_it_on_whichever_page_it_stands(client, story, threads):
    story.refresh_from_db()

    answer = client.get(threads[-1].permalink)

    assert answer.status_code == 303
    assert answer.headers["Location"].endswith(f"comments/page/2/#comment-{threads[-1].pk}")
    reject(comments=[threads[-1]])
    assert client.get(threads[-1].permalink).status_code == 404


def test_programs_get_what_readers_see_newest_first(client, story):
    first = make_comment(story=story, name="Ada", text="“Yes” & <no>")
    reply = make_comment(parent=first, by_staff=True)
    reject(comments=[make_comment(story=story)])

    told = json.loads(client.get(f"{story.get_absolute_url()}comments/json/").content)

    assert (told["count"], told["next"]) == (2, None)
    assert [one["id"] for one in told["comments"]] == [reply.pk, first.pk]
    assert [one["by_staff"] for one in told["comments"]] == [True, False]
    assert told["comments"][1] == {
        "id": first.pk,
        "thread": first.pk,
        "parent": None,
        "name": "Ada",
        "text": "“Yes” & <no>",
        "posted_at": first.posted_at.isoformat(timespec="seconds"),
        "by_staff": False,
        "is_pick": False,
        "url": f"http://testserver{first.permalink}",
    }


def test_programs_walk_through_all_of_it(client, story, threads):
    page = json.loads(client.get(f"{story.get_absolute_url()}comments/json/").content)
    rest = json.loads(client.get(page["next"]).content)

    assert [one["id"] for one in page["comments"] + rest["comments"]] == [one.pk for one in reversed(threads)]
    assert rest["next"] is None


def test_a_story_that_is_gone_has_none_of_it(client, story, threads):
    withdraw(story=story, reason="It was not true.")

    for where in ("newest/", "json/", f"{threads[0].pk}/"):
        assert client.get(f"{story.get_absolute_url()}comments/{where}").status_code == 410
