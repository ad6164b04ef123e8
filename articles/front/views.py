"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.front.standing import filled_home, laid_out
from newsroom.caching.policy import kept_front


@kept_front
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "articles/home.html", {"bands": laid_out(request, filled_home(request))})
