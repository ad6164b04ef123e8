"""The admin as the newsroom's desk: whose it is, and its lists in the order in which a day needs them."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.admin import AdminSite
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import path

from articles.context import site_of
from articles.front.models import Front
from articles.models import Story
from comments.models import Comment
from newsroom.dashboard import blocks
from newsroom.panel import as_of
from newsroom.panel import views as panel

GROUPS = {
    "The day": ("story", "front", "coverage", "breakingnews", "image", "comment", "asof"),
    "The order of things": (
        "category",
        "author",
        "source",
        "tag",
        "series",
        "page",
        "redirect",
        "houseword",
        "checklevel",
    ),
    "The site": ("sitesettings", "profile", "finishedpages"),
    "People": ("user", "group", "line"),
}
OTHERS = "Everything else"


class Desk(AdminSite):
    index_title = "The desk"
    index_template = "admin/desk.html"

    def admin_view[View: Callable[..., HttpResponseBase]](self, view: View, cacheable: bool = False) -> View:
        """A refusal or a dead link at the desk is told at the desk, with the ways on from there."""

        @wraps(view)
        def told(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                return view(request, *args, **kwargs)
            except Http404:
                return self._tell(request, "admin/404.html", 404)
            except PermissionDenied:
                return self._tell(request, "admin/403.html", 403)

        return cast("View", super().admin_view(told, cacheable))

    def _tell(self, request: HttpRequest, template: str, status: int) -> HttpResponseBase:
        return TemplateResponse(request, template, self.each_context(request), status=status)

    def get_urls(self) -> list[Any]:
        address = "r/<path:content_type_id>/<path:object_id>/"
        return [
            path(address, self.admin_view(self.on_site), name="view_on_site"),
            path("pages/", self.admin_view(self.pages), name="pages"),
            path("as-of/", self.admin_view(self.as_of), name="as_of"),
            *super().get_urls(),
        ]

    def as_of(self, request: HttpRequest) -> HttpResponseBase:
        return as_of.as_of(self, request)

    def pages(self, request: HttpRequest) -> HttpResponseBase:
        return panel.panel(self, request)

    def on_site(self, request: HttpRequest, content_type_id: str, object_id: str) -> HttpResponseBase:
        """Django's way from the desk to a page, for those who see the thing at the desk. Whatever may not be public
        (stories, pages, comments) says its address itself, and has no other way.
        """
        kind = ContentType.objects.filter(pk=content_type_id).first() if content_type_id.isdecimal() else None
        model = kind and kind.model_class()
        desk = self._registry.get(model) if model else None
        if desk is None or desk.view_on_site is not True or not desk.has_view_or_change_permission(request):
            raise Http404
        return shortcut(request, content_type_id, object_id)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        name = f"{site_of(request).name} newsroom"
        return super().each_context(request) | {"site_header": name, "site_title": name}

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """What this person may open, in groups; those of one app alone stay as Django has them."""
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        lists = {entry["object_name"].lower(): entry for app in apps for entry in app["models"]}
        if pages := panel.entry(request):
            lists["finishedpages"] = pages
        if other_time := as_of.entry(request):
            lists["asof"] = other_time
        groups = [(group, [lists.pop(noun) for noun in nouns if noun in lists]) for group, nouns in GROUPS.items()]
        groups.append((OTHERS, list(lists.values())))
        return [
            {"name": name, "app_label": "", "app_url": "", "models": entries} for name, entries in groups if entries
        ]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        desk = self._registry[Story]
        context = {
            "may_write": desk.has_add_permission(request),
            "blocks": blocks(request, desk, self._registry[Comment], self._registry[Front]),
        }
        return super().index(request, context | (extra_context or {}))
