"""`manage.py warm`: makes the pages that will be asked for first, before anybody asks."""

import time
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser

from newsroom.caching.pages import Pages, pages
from newsroom.caching.warming import Warmed, warm
from newsroom.request import Handler
from newsroom.settings.addresses import site

MOST = 200
TOLD = 3


class Command(BaseCommand):
    help = "Make the pages that readers will ask for first: fronts, the latest stories, feeds."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--most", type=int, default=MOST, help=f"how many pages at most, {MOST} if not said")
        parser.add_argument("--address", default="", help="where readers ask a paper that has no SITE_ADDRESS")

    def handle(self, *, most: int, address: str, **_: Any) -> None:
        if most < 1:
            raise CommandError("--most is a number of pages, 1 or more.")
        origin, found = _origin(address), _pages()
        began = time.monotonic()
        try:
            warmed = warm(Handler(), found, origin=origin, most=most)
        except ValueError as refusal:
            raise CommandError(f"{refusal} Is its host one of ALLOWED_HOSTS?") from None
        if warmed.refused and not (warmed.made or warmed.there):
            raise CommandError(f"No page could be kept: {_named(warmed.refused)}.")
        self.stdout.write(_told(warmed, time.monotonic() - began))


def _pages() -> Pages:
    if not settings.PAGES:
        raise CommandError("PAGES is off, so no page is kept and none can be warmed.")
    found = pages()
    if found is None:
        raise CommandError(f"{settings.PAGES_FOLDER} takes no files. Run this as the user who runs the paper.")
    return found


def _origin(address: str) -> str:
    """Scheme and host as readers use them: a paper without SITE_ADDRESS keeps pages for each host by itself."""
    if not (address or settings.SITE_ADDRESS):
        raise CommandError("Say where readers ask this paper, for instance --address http://127.0.0.1:8000.")
    try:
        origin = site(address) or settings.SITE_ADDRESS
    except ImproperlyConfigured:
        raise CommandError("--address is http:// or https:// with a host, such as http://127.0.0.1:8000.") from None
    parts = urlsplit(origin)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _told(warmed: Warmed, seconds: float) -> str:
    said = f"Made {_pages_of(warmed.made)}, {warmed.there} were there already, in {seconds:.1f} seconds."
    if warmed.refused:
        said += f" {len(warmed.refused)} could not be kept: {_named(warmed.refused)}."
    return said


def _pages_of(number: int) -> str:
    return f"{number} page{'' if number == 1 else 's'}"


def _named(refused: list[str]) -> str:
    named = ", ".join(refused[:TOLD])
    return f"{named} and others" if len(refused) > TOLD else named
