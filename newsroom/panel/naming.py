"""The keys of pages in words, with the way to what they stand for at the desk."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.admin import AdminSite
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse

from articles.models import Category, Page, Profile, SiteSettings
from articles.models.category import SECTIONS
from articles.models.keys import ARCHIVE, CORRECTIONS, LATEST
from articles.models.page import PAGES
from articles.models.site import PROFILES, SITE
from newsroom.caching.addresses import AT
from newsroom.caching.purging import EVERYTHING, SCHEDULE
from newsroom.caching.shown import Shown

# Of more it is said how many there are.
MOST: Final = 200
WHOLE: Final[dict[str, tuple[str, type[Model] | None]]] = {
    EVERYTHING: ("everything", None),
    LATEST: ("the latest stories", None),
    CORRECTIONS: ("what was corrected", None),
    ARCHIVE: ("which months have stories", None),
    SCHEDULE: ("what comes by itself", None),
    SITE: ("the site's settings", SiteSettings),
    PROFILES: ("the social profiles", Profile),
    SECTIONS: ("the sections", Category),
    PAGES: ("which pages there are", Page),
}
PERIODS: Final = {"year": "the stories of", "month": "the stories of", "day": "the stories of"}
# What stands before a row's name when the key is about something of it.
ABOUT: Final = {"comments": ("comments on", "story"), "list": ("stories of", "")}


@dataclass(frozen=True, slots=True)
class Named:
    """A key, what it stands for, and where that is at the desk: empty where this person may not open it."""

    key: str
    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The row that a key is about: the model's name, its number, and the words before it."""

    noun: str
    number: int
    before: str = ""


def named(desk: AdminSite, request: HttpRequest, keys: Iterable[str]) -> list[Named]:
    """At most MOST keys, in words; the page's own address among them is left out."""
    shown = [key for key in keys if not key.startswith(AT)][:MOST]
    rows = {key: row for key in shown if (row := row_of(key))}
    name = _names(desk, request, rows.values())
    return [_whole(desk, request, key) if key not in rows else name(key, rows[key]) for key in shown]


def row_of(key: str) -> Row | None:
    noun, _, rest = key.partition(":")
    before, of = ABOUT.get(noun, ("", noun))
    if noun == "list":
        of, _, rest = rest.partition(":")
    # Longer numbers are no row's, and more than a database takes.
    if of in PERIODS or not (rest.isascii() and rest.isdecimal() and len(rest) < 19):
        return None
    return Row(of, int(rest), before)


def _names(desk: AdminSite, request: HttpRequest, rows: Iterable[Row]) -> Callable[[str, Row], Named]:
    """What names a key by its row; each kind of row is asked for once."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        numbers[row.noun].add(row.number)
    desks: dict[str, Any] = {
        str(of._meta.model_name): own for of, own in desk._registry.items() if issubclass(of, Shown)
    }
    found = {noun: desks[noun].model._base_manager.in_bulk(numbers[noun]) for noun in numbers if noun in desks}

    def name(key: str, row: Row) -> Named:
        thing = found.get(row.noun, {}).get(row.number)
        if thing is None or not desks[row.noun].has_view_or_change_permission(request, thing):
            return Named(key, " ".join(filter(None, [row.before, row.noun, str(row.number)])))
        opts = thing._meta
        words = f"{row.before or opts.verbose_name} “{thing}”"
        return Named(key, words, reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=(thing.pk,)))

    return name


def _whole(desk: AdminSite, request: HttpRequest, key: str) -> Named:
    kind, _, rest = key.partition(":")
    if kind in PERIODS:
        return Named(key, f"{PERIODS[kind]} {rest}")
    words, model = WHOLE.get(key, (key, None))
    own = desk._registry.get(model) if model else None
    if model is None or own is None or not own.has_view_or_change_permission(request):
        return Named(key, words)
    return Named(key, words, reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"))
