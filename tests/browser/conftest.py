"""A real browser beside a served site."""

import os

import pytest

# Playwright drives the browser from an event loop in the tests' own thread; Django's caution about that is not needed,
# as nothing else runs in the loop.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args, needs):
    return browser_type_launch_args | {"executable_path": needs("chromium"), "args": ["--no-sandbox", "--disable-quic"]}
