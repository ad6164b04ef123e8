"""What every page shows: the site, its sections, its footer and today's date. Three queries, when a template asks."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from articles.models import Category, Page, SiteSettings
from newsroom import clock
from newsroom.caching.recording import ends


def site_of(request: HttpRequest) -> SiteSettings:
    """The site's settings, read once a request."""
    if not hasattr(request, "_site_settings"):
        request._site_settings = SiteSettings.objects.current()  # type: ignore[attr-defined]
    return request._site_settings  # type: ignore[attr-defined, no-any-return]


def tree_of(request: HttpRequest) -> list[Category]:
    """Every category, read once a request."""
    if not hasattr(request, "_category_tree"):
        request._category_tree = Category.objects.tree()  # type: ignore[attr-defined]
    return request._category_tree  # type: ignore[attr-defined, no-any-return]


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
        "sections": lambda: navigation(request),
        "footer_pages": Page.objects.for_footer,
        "today": today,
        "site_address": site_address(request),
        "canonical": site_address(request) + request.path,
        "feed_url": "/feed/",
    }
