"""Sessions are the desk's alone."""

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse


class DeskSessionMiddleware(SessionMiddleware):
    """Says nothing about sessions on readers' pages: one copy serves everybody, also whoever sends a cookie along."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if not request.path.startswith(settings.SESSION_COOKIE_PATH):
            return response
        return super().process_response(request, response)
