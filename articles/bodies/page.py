"""A page round a stored body: its pictures in one query, and in the page's policy the players that it may call."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csp import csp_override

from articles.bodies import rendering
from articles.bodies.providers import embed_for, origins_of
from articles.bodies.references import embed_addresses, image_ids
from articles.media.models import Image


def page_with_body(
    request: HttpRequest, template: str, stored: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """`template` with `stored` as its `body`; `players` says whether something in it can be played here."""
    ids = image_ids(stored)
    players = origins_of(embed_for(url) for url in embed_addresses(stored))
    body = rendering.render(stored, Image.objects.in_bulk(ids) if ids else {})
    policy: dict[str, Any] = {**settings.SECURE_CSP, "frame-src": players}
    show = csp_override(policy)(render) if players else render
    return show(request, template, {**context, "body": body, "players": bool(players)}, status=status)
