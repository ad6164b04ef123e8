"""Putting the finished pages before an application."""

from newsroom.caching.layer import FinishedPages
from newsroom.caching.pages import pages
from newsroom.caching.rendering import Application


def with_finished_pages(application: Application) -> Application:
    """The application behind its finished pages, or as it is where none are kept."""
    found = pages()
    return application if found is None else FinishedPages(application, found)
