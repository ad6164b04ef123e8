"""Answering an address as readers are answered, from within the desk."""

from datetime import datetime
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve


class Preview(NamedTuple):
    """What a page says of itself at its top when it is not the page that readers have: as of which `moment`, and the
    way `back`; without a moment it is a draft.
    """

    moment: datetime | None = None
    back: str = ""


# What the desk knows of who asks stays at the desk.
OF_THE_PLACE = ("HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "wsgi.url_scheme")


def look(request: HttpRequest, path: str, *, preview: Preview | None = None) -> HttpResponse:
    """What a reader with no cookie gets who asks for `path` with GET where `request` was asked. Http404 if nothing.

    `preview` is told to the templates, which then say that this is one and take no comments.
    """
    asked = stranger(request, path, preview=preview)
    try:
        match = resolve(path)
    except Resolver404:
        raise Http404("There is no such address.") from None
    asked.resolver_match = match
    answer: HttpResponse = match.func(asked, *match.args, **match.kwargs)
    return answer


def stranger(request: HttpRequest, path: str, *, preview: Preview | None = None) -> HttpRequest:
    """A reader's request for `path` at the same site: with no cookie, login or header of whoever asks here."""
    asked = HttpRequest()
    asked.method, asked.path, asked.path_info = "GET", path, path
    asked.META = {name: request.META[name] for name in OF_THE_PLACE if name in request.META}
    asked.META |= {"REQUEST_METHOD": "GET", "PATH_INFO": path}
    asked.preview = preview  # type: ignore[attr-defined]  # for templates
    # Said so and not by a header, since only the proxies' word counts.
    asked._get_scheme = lambda: request.scheme  # type: ignore[attr-defined]  # Django's own seam
    return asked


def closed(page: HttpResponse) -> HttpResponse:
    """Kept by nobody, and found by nobody."""
    page["Cache-Control"] = "no-store, private"
    page["X-Robots-Tag"] = "noindex, nofollow"
    return page
