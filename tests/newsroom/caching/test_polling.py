"""A page that asks what was told since is answered without Django until there is something."""

import json

from comments.actions.pick import pick
from tests.articles.live.telling import at, make_live, tell
from tests.factories.comments import make_comment
from tests.factories.stories import make_story


def test_it_is_told_in_a_few_bytes_that_there_is_nothing_new(worker, keeping):
    story = make_live()
    [first] = tell(story, "First thing")
    piece = worker.ask(at(story, "after", first.pk))

    again = worker.ask(at(story, "after", first.pk), if_none_match=piece.headers["etag"])

    assert (again.status, again.body) == (304, b"")
    assert worker.made == 1


def test_what_is_told_is_there_at_once(worker, keeping, django_capture_on_commit_callbacks):
    story = make_live()
    [first] = tell(story, "First thing")
    address, page = at(story, "after", first.pk), story.get_absolute_url()
    piece = worker.ask(address)
    worker.ask(page)
    with django_capture_on_commit_callbacks(execute=True):
        tell(story, "Second thing")

    answer = worker.ask(address, if_none_match=piece.headers["etag"])

    assert answer.status == 200
    assert "Second thing" in answer.text
    assert "Second thing" in worker.ask(page).text


def test_who_waits_for_comments_is_answered_the_same_way(worker, keeping):
    story = make_story()
    make_comment(story=story)
    address = f"{story.get_absolute_url()}comments/json/"
    told = worker.ask(address)
    unchanged = worker.ask(address, if_none_match=told.headers["etag"])
    assert (unchanged.status, unchanged.body, worker.made) == (304, b"", 1)

    make_comment(story=story, text="A new one")

    answer = worker.ask(address, if_none_match=told.headers["etag"])
    assert (answer.status, json.loads(answer.text)["count"]) == (200, 2)


def test_a_pick_is_on_the_page_at_once(worker, keeping):
    story = make_story()
    comment = make_comment(story=story)
    addresses = [story.get_absolute_url(), f"{story.get_absolute_url()}comments/newest/"]
    for address in addresses:
        worker.ask(address)

    pick(comments=[comment])

    assert all("Editor’s pick" in worker.ask(address).text for address in addresses)
