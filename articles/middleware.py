"""What holds for every request: the site's own time zone and language, and the way on from an address that moved."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone, translation
from django.utils.encoding import iri_to_uri

from articles.addresses import tidied
from articles.context import site_of
from articles.models import Redirect
from articles.models.redirect import written
from newsroom.caching.counting import count

NOT_FOUND = 404


class SiteMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        site = site_of(request)
        with timezone.override(site.zone), translation.override(site.language):
            return self.get_response(request)


class Moved(HttpResponsePermanentRedirect):
    """A form that was open while its page moved is sent on with what was typed: 308, and 301 for what is only read."""

    def __init__(self, target: str, *, is_form: bool) -> None:
        super().__init__(iri_to_uri(target))
        self.status_code = 308 if is_form else 301
        # A browser would keep it for ever, also when the page has moved back.
        self["Cache-Control"] = "no-cache"


class RedirectMiddleware:
    """Asks for a redirect only where nothing stands, so a page always wins over one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if answer.status_code != NOT_FOUND:
            return answer
        path = tidied(request.path_info)
        found = Redirect.objects.answering(path) if path else None
        if path is None or found is None:
            return answer
        count(f"redirect:{found.pk}")
        is_form = request.method not in {"GET", "HEAD"}
        return Moved(written(found.onward(path), request.META.get("QUERY_STRING", "")), is_form=is_form)
