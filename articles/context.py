"""What every page shows: the site, its sections and today's date, remembered from one page to the next."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from articles.models import Category, SiteSettings
from articles.models.category import SECTIONS
from articles.models.site import SITE
from newsroom import clock
from newsroom.caching.memo import remembered
from newsroom.caching.recording import ends


def site_of(request: HttpRequest) -> SiteSettings:
    """The site's settings."""
    return remembered(SITE, SiteSettings.objects.current, within=request)


def tree_of(request: HttpRequest) -> list[Category]:
    """Every category."""
    return remembered(SECTIONS, Category.objects.tree, within=request)


def site_address(request: HttpRequest) -> str:
    """Scheme and host, without a slash at the end: from the settings, so that no Host header can change it."""
    address: str = settings.SITE_ADDRESS or f"{request.scheme}://{request.get_host()}"
    return address.rstrip("/")


def navigation(request: HttpRequest) -> list[Category]:
    return [category for category in tree_of(request) if category.parent_id is None and category.in_navigation]


def furniture(request: HttpRequest) -> dict[str, Any]:
    """Context processor."""
    if request.path.startswith("/admin/"):
        return {}
    today = timezone.localtime(clock.now())
    # The masthead has the date.
    ends(today.replace(hour=0, minute=0, second=0, microsecond=0, fold=0) + timedelta(days=1))
    return {
        "site": site_of(request),
        "today": today,
        "site_address": site_address(request),
        "canonical": site_address(request) + request.path,
        "feed_url": "/feed/",
    }
