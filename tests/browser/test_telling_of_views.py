"""A page that something in front of the paper keeps tells by itself that it is read, in a real browser."""

from types import SimpleNamespace

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test.testcases import LiveServerThread

from newsroom.caching import counting
from newsroom.caching.layer import FinishedPages
from newsroom.caching.pages import Pages
from tests.browser.watching import Watch
from tests.factories.stories import make_story
from tests.newsroom.caching.test_counting import CHROME

# The browser of the tests says that nobody sits before it.
as_a_reader = pytest.mark.parametrize(
    "browser_context_args", [{"user_agent": CHROME}], ids=["as a reader"], indirect=True
)
IN_A_TAB_BEHIND = (
    "Object.defineProperty(document, 'visibilityState', { get: () => window.isShown ? 'visible' : 'hidden' })"
)
SHOW = "isShown = true; document.dispatchEvent(new Event('visibilitychange'))"
pytestmark = as_a_reader


@pytest.fixture
def served(transactional_db, settings, tmp_path, page):
    """A story on a paper whose finished pages stand before everything, and what the browser asks of it."""
    settings.VIEWS_BEACON = True
    story = make_story()
    kept = Pages(tmp_path / "pages", edition="tests", most_bytes=10**8, memory_bytes=10**7)
    server = LiveServerThread("127.0.0.1", lambda inner: FinishedPages(StaticFilesHandler(inner), kept))
    server.daemon = True
    server.start()
    server.is_ready.wait()
    counting.drain()
    address = f"http://127.0.0.1:{server.port}"
    yield SimpleNamespace(
        page=page,
        watch=Watch(page),
        story=address + story.get_absolute_url(),
        home=f"{address}/",
        told=f"{address}/seen/story/{story.pk}/",
        subject=f"story:{story.pk}",
    )
    page.context.close()  # so that the server need not wait for it
    server.terminate()
    counting.drain()


def read(served):
    """Read the story, and give what the page told the paper."""
    with served.page.expect_response(served.told) as answer:
        served.page.goto(served.story)
    return answer.value


def test_each_reading_is_told_once_without_a_cookie_and_counted(served):
    answer = read(served)
    read(served)
    served.page.wait_for_load_state("networkidle")

    assert answer.status == 204
    assert answer.request.method == "POST"
    assert not answer.request.post_data
    assert "cookie" not in answer.request.all_headers()
    assert served.watch.requests.count(served.told) == 2
    assert served.watch.complaints == []
    assert served.page.context.cookies() == []
    assert counting.drain() == {served.subject: 2}


def test_a_page_in_a_tab_behind_tells_when_it_is_looked_at(served):
    served.page.add_init_script(IN_A_TAB_BEHIND)
    served.page.goto(served.story)
    served.page.wait_for_load_state("networkidle")
    assert served.told not in served.watch.requests

    with served.page.expect_response(served.told):
        served.page.evaluate(SHOW)
    served.page.evaluate(SHOW)
    served.page.wait_for_load_state("networkidle")

    assert served.watch.requests.count(served.told) == 1


def test_other_pages_tell_nothing(served):
    served.page.goto(served.home)
    served.page.wait_for_load_state("networkidle")

    assert [address for address in served.watch.requests if "/seen" in address] == []
