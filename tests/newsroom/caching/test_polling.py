"""A page that asks what was told since is answered without Django until there is something."""

from tests.articles.live.telling import at, make_live, tell


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
