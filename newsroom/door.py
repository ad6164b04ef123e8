"""The door of the desk: whoever guesses passwords waits."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from comments.address import address_of, block_of

NAME_LENGTH = 150


def knocker(request: HttpRequest) -> str | None:
    """The first address of the block from which somebody logs in: a household's, so that another address is no key."""
    return block_of(address_of(request))


def called(_request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The name that was given, as far as a name may go."""
    return str((credentials or {}).get("username") or "")[:NAME_LENGTH]


def shut(request: HttpRequest, _response: HttpResponse | None, _credentials: dict[str, Any] | None) -> HttpResponse:
    """The answer after too many wrong passwords for one name from one block."""
    wait: timedelta = settings.AXES_COOLOFF_TIME
    context = {**admin.site.each_context(request), "minutes": int(wait.total_seconds() // 60)}
    answer = render(request, "admin/shut.html", context, status=429)
    answer["Retry-After"] = str(int(wait.total_seconds()))
    return answer
