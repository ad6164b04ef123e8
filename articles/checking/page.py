"""What the text of a story holds, read from it as readers get it."""

from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve

from articles.addresses import tidied
from articles.checking.finding import Finding
from articles.models import Author, Category, Page, Redirect, Source, Story, Tag
from articles.models.checks import Check

LINKS = 50
LISTS: dict[str | None, Any] = {"author": Author, "source": Source, "tag": Tag}
HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Reading(HTMLParser):
    """Headings and links of a text, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in HEADINGS:
            self.levels.append(HEADINGS[tag])
        elif tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")


def of_text(reading: Reading) -> Iterator[Finding]:
    above = 1
    for level in reading.levels:
        if level > above + 1:
            yield Finding(Check.HEADINGS, f"A heading of level {level} follows one of level {above}: one is left out.")
            break
        above = level
    for path in dict.fromkeys(filter(None, map(_own_path, reading.links[:LINKS]))):
        if not _stands(path):
            yield Finding(Check.LINKS, f"Nothing stands at {path}, to which a link leads.")


def _own_path(link: str) -> str | None:
    """The path of a link to this site; None for others, and for a place in the same text."""
    parts = urlsplit(link)
    if parts.netloc and parts.netloc != urlsplit(settings.SITE_ADDRESS or "").netloc:
        return None
    return parts.path if parts.path.startswith("/") else None


def _stands(path: str) -> bool:
    """Asks no view: what a page of stories shows is no matter here."""
    try:
        match = resolve(path)
    except Resolver404:
        return _leads_on(path)
    given = match.kwargs
    if {"year", "slug"} <= given.keys():
        try:
            day = date(int(given["year"]), int(given["month"]), int(given["day"]))
        except ValueError:
            return False
        found = Story.objects.filter(published_on=day, slug=given["slug"]).first()
        return (found is not None and found.is_public()) or _leads_on(path)
    if match.url_name in LISTS:
        return LISTS[match.url_name].objects.filter(slug=given["slug"]).exists() or _leads_on(path)
    if match.url_name == "section":
        place = given["path"]
        known = Category.objects.filter(path=place).exists() or Page.objects.public().filter(slug=place).exists()
        return known or _leads_on(path)
    return True


def _leads_on(path: str) -> bool:
    known = tidied(path)
    return known is not None and Redirect.objects.answering(known) is not None
