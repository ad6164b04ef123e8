"""Pages that say what went wrong and where to go next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.models import Story

LATEST = 6


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  # Django's signature
    latest = list(Story.objects.for_latest()[:LATEST])
    return render(request, "404.html", {"latest": latest}, status=404)
