"""A real browser beside a served site."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.db import connections

from tests.browser.watching import Watch
from tests.browser.writing import writing_surface

# Playwright drives the browser from an event loop in the tests' own thread; Django's caution about that is not needed,
# as nothing else runs in the loop.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
FOLDER = TemporaryDirectory(prefix="newsroom-browser-")


def pytest_collection_modifyitems():
    """The served site answers in several threads: SQLite bears that in a file, as in production, but not in memory."""
    for connection in connections.all():
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(Path(FOLDER.name) / f"{connection.alias}.sqlite3")


def pytest_unconfigure():
    FOLDER.cleanup()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args, needs):
    return browser_type_launch_args | {"executable_path": needs("chromium"), "args": ["--no-sandbox", "--disable-quic"]}


@pytest.fixture
def browser_context_args(browser_context_args, request):
    return browser_context_args | getattr(request, "param", {})


@pytest.fixture
def watch(page):
    """What the browser of this test complains about, which site it asks and what it is told to keep."""
    return Watch(page)


@pytest.fixture(scope="session")
def axe(needs):
    return Path(needs("axe-core")).read_text()


@pytest.fixture
def form(page, live_server, admin_client, settings):
    """Opens a text in the admin as a logged-in editor; fails on anything that the browser complains about."""
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies(
        [{"name": name, "value": admin_client.cookies[name].value, "url": f"{live_server.url}/admin/"}]
    )
    complaints = []
    page.on("console", lambda message: complaints.extend(complaint_of(message)))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def open_form(text):
        page.goto(f"{live_server.url}/admin/articles/page/{text.pk}/change/")
        writing_surface(page)
        return page

    yield open_form
    assert complaints == []


def complaint_of(message):
    is_ours = message.type == "error" and not message.location["url"].endswith("/favicon.ico")
    return [f"{message.text} {message.location}"] if is_ours else []
