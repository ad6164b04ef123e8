"""Comments that arrive in the same moment, each at a thread and a database connection of its own."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from comments.models import Comment
from comments.token import sign
from tests.factories.forms import FORM, encoded
from tests.factories.stories import make_story

MANY = 8


@pytest.fixture
def send_at_once(paper):
    """Send each story the same good form, all together; the statuses that came back."""

    def send(form):
        address, body = form
        connection = HTTPConnection(urlsplit(paper).netloc, timeout=60)
        connection.request("POST", address, body, {"Content-Type": FORM})
        status = connection.getresponse().status
        connection.close()
        return status

    def send_at_once(stories):
        forms = [(f"{story.get_absolute_url()}comments/", encoded(story, token=sign(story.pk))) for story in stories]
        with ThreadPoolExecutor(MANY) as readers:
            return Counter(readers.map(send, forms))

    return send_at_once


def test_the_pace_holds_over_several_stories(send_at_once, settings):
    settings.COMMENT_PACE = "2/600"
    Comment.objects.all().delete()
    stories = [make_story() for _ in range(MANY)]

    assert send_at_once(stories) == {303: 2, 429: MANY - 2}
    assert Comment.objects.filter(story__in=stories).count() == 2


def test_a_form_pressed_many_times_is_one_comment(send_at_once):
    story = make_story()

    assert send_at_once([story] * MANY) == {303: MANY}
    assert Comment.objects.filter(story=story).count() == 1
