"""Pages that say what went wrong and where to go next."""

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from articles.models import State, Story

HIDDEN = _("This version is not shown")
WITHDRAWN, EXPIRED = _("This story was withdrawn"), _("This story has expired")


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # Django's signature
    """For a request of which nothing can be believed, its host neither: the page is made without it."""
    return HttpResponseBadRequest(render_to_string("400.html"))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # Django's signature
    return _for_now(render(request, "404.html", {}, status=404))


def gone(request: HttpRequest, story: Story) -> HttpResponse:
    """What a story's address answers for ever once the story was withdrawn or has expired."""
    heading = WITHDRAWN if story.state == State.WITHDRAWN else EXPIRED
    context = {"heading": heading, "reason": story.withdrawn_because}
    return _for_now(render(request, "410.html", context, status=410))


def hidden(request: HttpRequest, reason: str) -> HttpResponse:
    """What the address of a version answers that the desk has taken out of what readers see."""
    return _for_now(render(request, "410.html", {"heading": HIDDEN, "reason": reason}, status=410))


def _for_now(response: HttpResponse) -> HttpResponse:
    # Some caches in front would else hold it for minutes.
    response["Cache-Control"] = "no-cache"
    return response
