"""“As of another time” at the desk: any page of the site as it will be, or would have been, at a moment."""

from datetime import datetime
from typing import Any, Final

from django import forms
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode

from articles.addresses import path_of, tidied
from articles.looking import Preview, closed, look
from articles.models.redirect import written
from articles.moments import MomentInput
from articles.permissions import may_see_all
from newsroom import clock

NO_PAGE: Final = "At that time there is no page at this address."
SHOWN: Final = {200, 410}


class AsOfForm(forms.Form):
    at = forms.DateTimeField(
        label="Time",
        widget=MomentInput,
        help_text="In the site's own time zone.",
    )
    path = forms.CharField(label="Address", initial="/", help_text="As your browser shows it, or its path alone.")

    def clean_path(self) -> str:
        path = path_of(self.cleaned_data["path"])
        found = "/" if not path.strip("/") else tidied(path)
        if found is None:
            raise forms.ValidationError("Give the address of a page of the site, such as /latest/.")
        return "/" if found == "/" else written(found)


def entry(request: HttpRequest) -> dict[str, Any] | None:
    """Its line among the lists of the desk, for those who may see it."""
    if not may_see_all(request.user):
        return None
    return {
        "name": "The site at another time",
        "object_name": "AsOf",
        "admin_url": reverse("admin:as_of"),
        "add_url": None,
    }


def as_of(desk: AdminSite, request: HttpRequest) -> HttpResponse:
    """`?at=&path=` is that page; what is missing or cannot be read is asked for. Never kept: it stands at the desk."""
    if not may_see_all(request.user):
        raise PermissionDenied
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(["GET", "HEAD"])
    asked = "show" in request.GET
    initial = {"at": clock.now(), **request.GET.dict()}
    form = AsOfForm(request.GET) if asked else AsOfForm(initial=initial)
    if asked and form.is_valid():
        page = _page(request, form.cleaned_data["path"], form.cleaned_data["at"])
        if page is not None:
            return page
        form.add_error("path", NO_PAGE)
    context = {"title": "The site at another time", "form": form}
    return TemplateResponse(request, "admin/newsroom/as_of.html", desk.each_context(request) | context)


def _page(request: HttpRequest, path: str, at: datetime) -> HttpResponse | None:
    back = f"{reverse('admin:as_of')}?{urlencode({'path': path})}"
    with clock.as_of(at):
        try:
            page = look(request, path, preview=Preview(at, back))
        except Http404:
            return None
    if page.status_code not in SHOWN:
        return None
    return closed(page)
