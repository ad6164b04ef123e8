"""“Finished pages” at the desk: how much is kept, what was purged, and what stands at any address."""

from typing import Any, Final

from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode

from newsroom.caching.addresses import Typed, UnreadableAddressError, path_key, request_for, typed
from newsroom.caching.asked import policy
from newsroom.caching.models import Purge
from newsroom.caching.pages import Pages, pages
from newsroom.caching.purging import is_wanted, purge
from newsroom.caching.standing import Standing
from newsroom.caching.trimming import weigh
from newsroom.panel.answer import Answer, answer
from newsroom.panel.naming import MOST, named

NEWEST: Final = 20
# Of a purge of many things it is said how many more there were.
NAMED: Final = 4
OFF: Final = "No page is kept: PAGES is off."
NO_FOLDER: Final = "No page is kept: the folder of finished pages takes no files. The operator finds why in the log."


def may_see(request: HttpRequest) -> bool:
    return request.user.has_perm("caching.view_purge")


def may_purge(request: HttpRequest) -> bool:
    return may_see(request) and request.user.has_perm("caching.add_purge")


def entry(request: HttpRequest) -> dict[str, Any] | None:
    """Its line among the lists of the desk, for those who may see it."""
    if not may_see(request):
        return None
    return {
        "name": "Finished pages",
        "object_name": "FinishedPages",
        "admin_url": reverse("admin:pages"),
        "add_url": None,
    }


def panel(desk: AdminSite, request: HttpRequest) -> HttpResponse:
    """`?address=` says what stands there; posted, the same purges it."""
    if not may_see(request):
        raise PermissionDenied
    text = (request.POST if request.method == "POST" else request.GET).get("address", "")
    try:
        wanted, refusal = (typed(text), "") if text or request.method == "POST" else (None, "")
    except UnreadableAddressError as reason:
        wanted, refusal = None, str(reason)
    if request.method == "POST" and wanted:
        return _purge(request, wanted)
    context = {
        "title": "Finished pages",
        "typed": text,
        "refusal": refusal,
        **_whole(),
        **_about(desk, request, wanted),
    }
    return TemplateResponse(request, "admin/newsroom/pages.html", desk.each_context(request) | context)


def _purge(request: HttpRequest, wanted: Typed) -> HttpResponse:
    if not may_purge(request):
        raise PermissionDenied
    if not is_wanted() or policy(request_for(wanted.path, "http://localhost")) is None:
        messages.error(request, f"Nothing is kept at {wanted.shown}, so nothing was purged.")
    else:
        purge([path_key(wanted.path)], because=f"{request.user.get_username()} purged {wanted.shown}")
        messages.success(request, f"{wanted.shown} is purged. The next reader has it made anew.")
    return redirect(f"{reverse('admin:pages')}?{urlencode({'address': wanted.origin + wanted.shown})}")


def _whole() -> dict[str, Any]:
    found = pages()
    newest = [
        {"purge": row, "named": row.keys[:NAMED], "more": max(len(row.keys) - NAMED, 0)}
        for row in Purge.objects.newest_first()[:NEWEST]
    ]
    if found is None:
        return {"off": NO_FOLDER if settings.PAGES else OFF, "newest": newest}
    kept, taken = weigh(found.shelf)
    return {
        "kept": kept,
        "taken": taken,
        "allowed": found.shelf.most_bytes,
        "at_hand": len(found.memory),
        "memory": found.memory.bytes,
        "memory_allowed": found.memory.most_bytes,
        "newest": newest,
    }


def _about(desk: AdminSite, request: HttpRequest, wanted: Typed | None) -> dict[str, Any]:
    found: Pages | None = pages()
    if wanted is None or found is None:
        return {}
    told: Answer = answer(found, request, wanted)
    return {
        "answer": told,
        "groups": _groups(desk, request, told.page) if told.page else [],
        "purge_button": told.may_purge and may_purge(request),
    }


def _groups(desk: AdminSite, request: HttpRequest, page: Standing) -> list[dict[str, Any]]:
    known = page.page.known
    levels = (
        ("It is about", "When one of these changes, the page is gone at once.", known.owned),
        ("It shows", "When one of these changes, the next request makes the page anew.", known.shown),
        ("It mentions", "When one of these changes, the page follows within half a minute.", known.mentioned),
    )
    groups = []
    for heading, help_text, keys in levels:
        names = named(desk, request, keys)
        if names:
            groups.append({"heading": heading, "help": help_text, "names": names, "more": max(len(keys) - MOST - 1, 0)})
    return groups
