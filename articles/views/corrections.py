"""What was wrong in the paper, newest first."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from articles.models import Correction
from articles.paging import addresses
from newsroom.caching.policy import kept

CORRECTIONS_A_PAGE = 30


@kept
def corrections(request: HttpRequest, number: int = 1) -> HttpResponse:
    start = (number - 1) * CORRECTIONS_A_PAGE
    found = list(Correction.objects.for_list()[start : start + CORRECTIONS_A_PAGE + 1])
    if not found and number > 1:
        raise Http404("There is no such page.")
    address = addresses("corrections")
    context = {
        "corrections": found[:CORRECTIONS_A_PAGE],
        "number": number,
        "newer_url": address(number - 1) if number > 1 else "",
        "older_url": address(number + 1) if len(found) > CORRECTIONS_A_PAGE else "",
        "feed_url": reverse("syndication:corrections_feed"),
    }
    return render(request, "articles/corrections.html", context)
