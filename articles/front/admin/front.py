"""The list of fronts, and the addresses of everything that the desk does with one."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from articles.context import tree_of
from articles.front.actions import may_arrange, may_launch
from articles.front.admin import arrange, details, history, preview
from articles.front.models import Front, Launch, place_of
from newsroom import clock
from newsroom.audit.recorded import RecordedAdmin

VIEWS = {
    "": ("arrange", arrange.arrange_view),
    "preview/": ("preview", preview.frames_view),
    "page/": ("page", preview.page_view),
    "history/": ("history", history.history_view),
}


@admin.register(Front)
class FrontAdmin(RecordedAdmin):
    is_recorded_by_actions = True

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002  # Django's signature
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  # Django's signature
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  # for every front
        return may_arrange(request.user)  # type: ignore[arg-type]  # who has the permission is somebody

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def may_launch(self, request: HttpRequest) -> bool:
        return may_launch(request.user)  # type: ignore[arg-type]  # who has the permission is somebody

    def get_urls(self) -> list[URLPattern]:
        def door(view: Callable[..., HttpResponse]) -> Any:
            def opened(request: HttpRequest, **where: Any) -> HttpResponse:
                return view(self, request, **where)

            return self.admin_site.admin_view(opened)

        found = [
            path(f"<str:name>/{end}", door(view), name=f"front_front_{called}") for end, (called, view) in VIEWS.items()
        ]
        return [
            path("", self.admin_site.admin_view(self.changelist_view), name="front_front_changelist"),
            path("<str:name>/slots/<int:number>/", door(details.slot_view), name="front_front_slot"),
            path("<str:name>/cards/<int:number>/", door(details.card_view), name="front_front_card"),
            *found,
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        arrange.refuse(self, request)
        kept = {front.category_id: front for front in Front.objects.select_related("changed_by")}
        live, coming = _launches()
        rows = [
            {
                "name": str(category) if category else "Home",
                "depth": len(category.chain()) if category else 0,
                "at": place_of(category.pk if category else None),
                "front": kept.get(category.pk if category else None),
                "live": live.get(category.pk if category else None),
                "coming": coming.get(category.pk if category else None),
            }
            for category in [None, *_in_order(request)]
        ]
        context = self.admin_site.each_context(request) | {"title": "Fronts", "rows": rows, "opts": self.opts}
        return TemplateResponse(request, "admin/front/list.html", context | (extra_context or {}))


def _in_order(request: HttpRequest) -> list[Any]:
    """Sections, each before those below it."""
    found: list[Any] = []

    def add(category: Any) -> None:
        found.append(category)
        for child in category.children_listed:
            add(child)

    for category in tree_of(request):
        if category.parent_id is None:
            add(category)
    return found


def _launches() -> tuple[dict[int | None, Launch], dict[int | None, Launch]]:
    """The launch that stands on each front, and the next one to come. Three queries."""
    coming = Launch.objects.filter(at__gt=clock.now()).order_by("-at", "-pk").defer("content")
    standing = Launch.objects.defer("content").standing_everywhere()
    return {one.category_id: one for one in standing}, {one.category_id: one for one in coming}
