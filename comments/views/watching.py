"""The page to which letters lead: being told of answers is confirmed there, and left."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments.actions.watching import confirm, leave
from comments.letters import watch_of
from comments.submission import submitted


# The address is the key. Opening it changes nothing: mail programs look at what letters lead to.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def replies(request: HttpRequest, signed: str) -> HttpResponse:
    """Posted with `act=confirm` it is confirmed; posted otherwise, also by a mail program (RFC 8058), it is left."""
    watch = watch_of(signed)
    if watch is None:
        raise Http404("There is nothing to confirm or to leave.")
    if request.method == "POST":
        wants = submitted(request).fields.get("act") == "confirm"
        (confirm if wants else leave)(watch=watch)
        watch.refresh_from_db(fields=["confirmed_at", "ended_at"])
    context = {"watch": watch, "story": watch.comment.story, "address": request.path}
    page = render(request, "comments/replies.html", context)
    page["Referrer-Policy"] = "same-origin"
    page["X-Robots-Tag"] = "noindex"
    return page
