"""What robots are told: robots.txt, and sitemaps in parts of a month that seldom change."""

import re
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from articles.context import site_address, tree_of
from articles.models import Page, Series, Story
from articles.models.story import article_path, told_at
from articles.periods import month_of, months_with_stories
from newsroom.caching.policy import kept

ADDRESSES_A_PART = 50_000
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")


@kept
def robots(request: HttpRequest) -> HttpResponse:
    rules = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search/",
        "",
        f"Sitemap: {site_address(request)}/sitemap.xml",
        "",
    ]
    return HttpResponse("\n".join(rules), content_type="text/plain; charset=utf-8")


@kept
def index(request: HttpRequest) -> HttpResponse:
    parts = ["sections", *(f"{first:%Y-%m}" for first, _ in months_with_stories())]
    return _xml(request, "syndication/sitemap-index.xml", {"parts": parts})


@kept
def sections(request: HttpRequest) -> HttpResponse:
    paths = ["/", *(node.get_absolute_url() for node in tree_of(request))]
    paths += [reverse("articles:corrections")]
    paths += [page.get_absolute_url() for page in Page.objects.public()]
    paths += [series.get_absolute_url() for series in Series.objects.with_stories()]
    return _xml(request, "syndication/sitemap.xml", {"entries": [{"path": path} for path in paths]})


@kept
def month(request: HttpRequest, part: str) -> HttpResponse:
    stories = Story.objects.published_between(*_days_of(part)).public()
    # Not as rows: a part may have thousands, and follows every change of its month.
    rows = stories.values_list("published_on", "slug", "published_at", "updated_at", "corrected_at")[:ADDRESSES_A_PART]
    entries = [
        {"path": article_path(on, slug), "changed": timezone.localtime(told_at(published, updated, corrected))}
        for on, slug, published, updated, corrected in rows
    ]
    if not entries:
        raise Http404("Nothing was published in that month.")
    return _xml(request, "syndication/sitemap.xml", {"entries": entries})


def _days_of(part: str) -> tuple[date, date]:
    found = _MONTH.fullmatch(part)
    try:
        first = date(int(found[1]), int(found[2]), 1) if found else None
    except ValueError:
        first = None
    if first is None:
        raise Http404("There is no such part.")
    return month_of(first)


def _xml(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    return render(request, template, context, content_type="application/xml; charset=utf-8")
