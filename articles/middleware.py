"""The site's own time zone and language, in force while a request is answered."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from articles.context import site_of


class SiteMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        site = site_of(request)
        with timezone.override(site.zone), translation.override(site.language):
            return self.get_response(request)
