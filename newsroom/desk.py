"""The admin as the newsroom's desk: whose it is, and its lists in the order in which a day needs them."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse

from articles.context import site_of
from articles.models import State, Story

GROUPS = {
    "The day": ("story", "image", "comment"),
    "The order of things": ("category", "author", "source", "tag", "page"),
    "The site": ("sitesettings", "profile"),
    "People": ("user", "group"),
}
OTHERS = "Everything else"
DRAFTS = 8


class Desk(AdminSite):
    index_title = "The desk"
    index_template = "admin/desk.html"

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        name = f"{site_of(request).name} newsroom"
        return super().each_context(request) | {"site_header": name, "site_title": name}

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """What this person may open, in groups; those of one app alone stay as Django has them."""
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        lists = {entry["object_name"].lower(): entry for app in apps for entry in app["models"]}
        groups = [(group, [lists.pop(noun) for noun in nouns if noun in lists]) for group, nouns in GROUPS.items()]
        groups.append((OTHERS, list(lists.values())))
        return [
            {"name": name, "app_label": "", "app_url": "", "models": entries} for name, entries in groups if entries
        ]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        desk = self._registry[Story]
        context: dict[str, Any] = {"may_write": desk.has_add_permission(request)}
        if desk.has_change_permission(request):
            drafts = desk.get_queryset(request).filter(state=State.DRAFT).select_related("category", "created_by")
            context["drafts"] = drafts.only(
                "headline", "changed_at", "category__name", "created_by__username", "created_by__first_name"
            ).order_by("-changed_at")[:DRAFTS]
        return super().index(request, context | (extra_context or {}))
