"""The page of a series: its stories from the first to the last."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles.fetching import cards
from articles.models import Series
from articles.paging import addresses
from articles.series import parts_of
from newsroom.caching.policy import kept

PARTS_A_PAGE = 50


@kept
def series(request: HttpRequest, slug: str, number: int = 1) -> HttpResponse:
    found = get_object_or_404(Series, slug=slug)
    start = (number - 1) * PARTS_A_PAGE
    ids = list(parts_of(found).values_list("story", flat=True)[start : start + PARTS_A_PAGE + 1])
    if not ids:
        raise Http404("Nothing in this series can be read.")
    told, address = cards(ids[:PARTS_A_PAGE]), addresses("series", slug=slug)
    context = {
        "series": found,
        "stories": [told[pk] for pk in ids if pk in told],
        "first": start + 1,
        "number": number,
        "earlier_url": address(number - 1) if number > 1 else "",
        "later_url": address(number + 1) if len(ids) > PARTS_A_PAGE else "",
    }
    return render(request, "articles/series.html", context)
