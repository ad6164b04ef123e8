"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.composition import compose
from articles.context import navigation
from newsroom.caching.policy import kept_front


@kept_front
def home(request: HttpRequest) -> HttpResponse:
    front = compose(navigation(request))
    return render(request, "articles/home.html", front.as_context())
