"""Putting the finished pages before an application."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.conf import settings

from newsroom.caching.asked import Environ
from newsroom.caching.layer import FinishedPages
from newsroom.caching.pages import pages
from newsroom.caching.rendering import Application
from newsroom.caching.upkeep import begin


def with_finished_pages(application: Application) -> Application:
    """The application behind its finished pages, or as it is where none are kept."""
    found = pages()
    if found is not None:
        return FinishedPages(application, found)
    return ToldFront(application) if settings.FRONT else application


class ToldFront:
    """An application that keeps no page itself. What stands in front may still have some, and is told of changes."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def begin(self) -> None:
        """As `FinishedPages.begin`."""
        begin(Path(settings.PAGES_FOLDER))

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        return self.application(environ, start_response)
