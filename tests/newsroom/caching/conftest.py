"""A paper that keeps its pages, in a folder of the test's own, and readers who ask it as a web server would."""

from datetime import UTC, datetime

import pytest

from newsroom.caching import memo
from newsroom.caching.layer import FinishedPages
from newsroom.caching.pages import Pages, pages
from newsroom.request import Handler
from tests.factories.stories import make_story
from tests.newsroom.caching.readers import Worker

SIZES = {"most_bytes": 10**8, "memory_bytes": 10**7}


@pytest.fixture
def folder(settings, tmp_path):
    """Where finished pages are kept; whatever is there is forgotten with the test."""
    settings.PAGES, settings.PAGES_FOLDER = True, tmp_path / "pages"
    pages.cache_clear()
    memo.forget()
    yield settings.PAGES_FOLDER
    pages.cache_clear()
    memo.forget()


@pytest.fixture
def keeping(folder, transactional_db):  # purges follow commits
    """Finished pages are kept, and forgotten with the test."""
    return pages()


@pytest.fixture
def worker(keeping):
    """One process that answers."""
    return Worker(FinishedPages(Handler(), keeping))


@pytest.fixture
def worker_of(keeping):
    """Another process that answers from the same shelf, begun when it is asked for."""
    return lambda: Worker(
        FinishedPages(Handler(), Pages(keeping.shelf.root, edition=keeping.shelf.folder.name, **SIZES))
    )


@pytest.fixture
def gulls(keeping):
    """A story of another month that has the tag “Ports” too, so that this has a page."""
    return make_story(headline="Gulls return", tags=["Ports"], published_at=datetime(2026, 2, 1, tzinfo=UTC))
