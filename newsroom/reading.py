"""Readers' addresses are read. What may be sent to one says so itself."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

SAFE = ("GET", "HEAD")


class ReadingMiddleware:
    """Refuses every other method, before anybody asks for a CSRF token that no reader's page has.

    Not at the desk, and not for a view that is `csrf_exempt`: it takes forms by a rule of its own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., HttpResponse], *_: Any) -> HttpResponse | None:
        found = request.resolver_match
        if request.method in SAFE or getattr(view, "csrf_exempt", False) or (found and "admin" in found.app_names):
            return None
        return HttpResponseNotAllowed(SAFE)
