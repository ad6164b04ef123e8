"""The archive by year, month and day, in the site's time zone."""

from datetime import date, datetime
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.formats import date_format

from articles.models import Story
from articles.paging import River, addresses, river_of_days
from articles.periods import month_of, which_have_stories
from newsroom.caching.policy import kept


class Step(NamedTuple):
    """A longer period, as a step of the breadcrumb."""

    name: str
    address: str

    def get_absolute_url(self) -> str:
        return self.address


@kept
def year(request: HttpRequest, year: str) -> HttpResponse:
    months = [month_of(_date(year, f"{number:02}")) for number in range(1, 13)]
    periods = [
        {"url": reverse("articles:month", args=(year, f"{first:%m}")), "label": MONTHS[first.month]}
        for first, _ in which_have_stories(months)
    ]
    if not periods:
        raise Http404("Nothing was published in that year.")
    return render(request, "articles/archive.html", {"heading": year, "periods": periods, "trail": []})


@kept
def month(request: HttpRequest, year: str, month: str, number: int = 1) -> HttpResponse:
    first, last = month_of(_date(year, month))
    lines = Story.objects.published_between(first, last)
    page = river_of_days(lines, number=number, address=addresses("month", year=year, month=month))
    _refuse_empty(page, first, last)
    days = [(first.replace(day=one), first.replace(day=one)) for one in range(1, last.day + 1)]
    periods = [
        {"url": reverse("articles:day", args=(year, month, f"{day:%d}")), "label": str(day.day)}
        for day, _ in which_have_stories(days)
    ]
    context = {"heading": date_format(first, "F Y"), "page": page, "periods": periods, "trail": [_above(year)]}
    return render(request, "articles/archive.html", context)


@kept
def day(request: HttpRequest, year: str, month: str, day: str, number: int = 1) -> HttpResponse:
    on = _date(year, month, day)
    lines = Story.objects.published_between(on, on)
    page = river_of_days(lines, number=number, address=addresses("day", year=year, month=month, day=day))
    _refuse_empty(page, on, on)
    trail = [_above(year), _above(year, month)]
    context = {
        "heading": date_format(on, "l, F j, Y"),
        "on": datetime(on.year, on.month, on.day, hour=12, tzinfo=timezone.get_current_timezone()),
        "page": page,
        "periods": [],
        "trail": trail,
    }
    return render(request, "articles/archive.html", context)


def _refuse_empty(page: River, first: date, last: date) -> None:
    """Http404 for days without a public story. One page of them may be empty: what has expired keeps its place."""
    if not (page.stories or which_have_stories([(first, last)])):
        raise Http404("Nothing was published then.")


def _date(year: str, month: str = "01", day: str = "01") -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise Http404("There is no such day.") from None


def _above(year: str, month: str = "") -> Step:
    if month:
        return Step(str(MONTHS[int(month)]), reverse("articles:month", args=(year, month)))
    return Step(year, reverse("articles:year", args=(year,)))
