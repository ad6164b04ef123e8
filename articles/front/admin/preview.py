"""A front as its page will be: the draft, now or at another time, as a telephone and a desk show it."""

from typing import TYPE_CHECKING

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from articles.admin.framing import framed, framing
from articles.front.admin.arrange import refuse
from articles.front.admin.places import Standing, front_at
from articles.front.standing import DRAFT
from articles.front.views import home
from articles.looking import Preview, closed, stranger
from articles.moments import MomentInput
from articles.views.section import section
from newsroom import clock

if TYPE_CHECKING:
    from articles.front.admin.front import FrontAdmin


class WhenForm(forms.Form):
    at = forms.DateTimeField(label="As of", required=False, widget=MomentInput, help_text="Empty: as of now.")


def frames_view(desk: "FrontAdmin", request: HttpRequest, name: str) -> HttpResponse:
    """Two windows onto the page. `?at=` is the time for both."""
    refuse(desk, request)
    standing = front_at(request, name)
    form = WhenForm(request.GET)
    at = form.cleaned_data["at"] if form.is_valid() else None
    page = reverse("admin:front_front_page", args=(name,))
    context = desk.admin_site.each_context(request) | {
        "title": "Preview",
        "opts": desk.opts,
        "standing": standing,
        "form": form,
        "page": f"{page}?{urlencode({'at': request.GET['at']})}" if at else page,
    }
    windows: HttpResponse = framing(render)(request, "admin/front/preview.html", context)
    return windows


def page_view(desk: "FrontAdmin", request: HttpRequest, name: str) -> HttpResponse:
    """The page itself, as a reader with no cookie would get it were the draft launched. Nobody keeps it."""
    refuse(desk, request)
    standing = front_at(request, name)
    form = WhenForm(request.GET)
    at = form.cleaned_data["at"] if form.is_valid() else None
    back = reverse("admin:front_front_arrange", args=(name,))
    with clock.as_of(at or clock.now()):
        page: HttpResponse = framed(_page)(request, standing, Preview(at, back))
    return page


def _page(request: HttpRequest, standing: Standing, preview: Preview) -> HttpResponse:
    front = standing.front
    asked = stranger(request, front.get_absolute_url(), preview=preview)
    setattr(asked, DRAFT, standing.content)
    page = section(asked, path=front.category.path) if front.category else home(asked)
    return closed(page)
