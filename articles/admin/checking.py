"""“Before it goes out”: what the checks found in a story, and how it will look as a card, a result and a link."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse

from articles.admin.framing import framed, framing
from articles.checking.examining import examine
from articles.context import site_of
from articles.models import Story
from articles.models.checks import CheckLevel, HouseWord
from articles.permissions import may_know
from articles.views.preview import as_if_public
from newsroom import clock
from newsroom.audit.recorded import RecordedAdmin

if TYPE_CHECKING:
    from articles.admin.story import StoryAdmin


def urls(desk: "StoryAdmin") -> list[URLPattern]:
    def check(request: HttpRequest, pk: int) -> HttpResponse:
        return check_view(desk, request, pk)

    def cards(request: HttpRequest, pk: int) -> HttpResponse:
        return cards_view(desk, request, pk)

    door = desk.admin_site.admin_view
    return [
        path("<int:pk>/check/", door(check), name="articles_story_check"),
        path("<int:pk>/cards/", door(cards), name="articles_story_cards"),
    ]


def check_view(desk: "StoryAdmin", request: HttpRequest, pk: int) -> HttpResponse:
    story = _story(desk, request, pk)
    context = desk.admin_site.each_context(request) | {
        "title": "Before it goes out",
        "opts": desk.opts,
        "story": story,
        "findings": examine(story),
        "cards": reverse("admin:articles_story_cards", args=(pk,)),
    }
    page: HttpResponse = framing(render)(request, "admin/articles/story/check.html", context)
    return page


def cards_view(desk: "StoryAdmin", request: HttpRequest, pk: int) -> HttpResponse:
    """The story as cards, in the paper's own clothes. Nobody keeps it."""
    _story(desk, request, pk)
    context = {"story": as_if_public(pk), "site": site_of(request), "today": clock.now()}
    page: HttpResponse = framed(render)(request, "admin/articles/story/cards.html", context)
    page["Cache-Control"] = "no-store, private"
    return page


def _story(desk: "StoryAdmin", request: HttpRequest, pk: int) -> Story:
    story: Story = get_object_or_404(Story.objects.select_related("lead_image", "category"), pk=pk)
    if not (desk.has_view_permission(request, story) and may_know(request.user, story)):
        raise PermissionDenied
    return story


@admin.register(CheckLevel)
class CheckLevelAdmin(RecordedAdmin):
    fields = ("level",)
    list_display = ("check_of", "level")
    actions = None

    def has_add_permission(self, request: Any) -> bool:  # noqa: ARG002  # one for each check is there
        return False

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:  # noqa: ARG002  # one for each check is there
        return False


@admin.register(HouseWord)
class HouseWordAdmin(RecordedAdmin):
    fields = ("word", "instead")
    list_display = ("word", "instead")
    search_fields = ("word", "instead")
