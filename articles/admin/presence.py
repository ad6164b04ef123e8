"""“Bela is editing since 10:04”: who else has a story's form open, told as it opens and twice a minute."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from articles.models import Presence, Story
from articles.models.presence import HEARD_WITHIN
from articles.permissions import may_change
from newsroom import clock

if TYPE_CHECKING:
    from articles.admin.story import StoryAdmin


def urls(desk: "StoryAdmin") -> list[URLPattern]:
    @require_POST
    def beat(request: HttpRequest, pk: int) -> HttpResponse:
        return beat_view(desk, request, pk)

    return [path("<int:pk>/presence/", desk.admin_site.admin_view(beat), name="articles_story_presence")]


def beat_view(desk: "StoryAdmin", request: Any, pk: int) -> HttpResponse:
    """Notes that somebody still has the form open, or with `leave` that they have not; answers who else has."""
    story = get_object_or_404(Story, pk=pk)
    if not desk.has_change_permission(request, story):
        raise PermissionDenied
    if "leave" in request.POST:
        Presence.objects.filter(story=story, user=request.user.pk).delete()
        return JsonResponse({"others": []})
    note(request.user, story)
    return JsonResponse({"others": others(request.user, story)})


def note(user: Any, story: Story) -> None:
    """That somebody has it open: since now, unless they were heard of a moment ago."""
    now = clock.now()
    here, made = Presence.objects.get_or_create(story=story, user=user)
    if made:
        return
    if here.seen_at <= now - HEARD_WITHIN:
        here.since = now
    here.seen_at = now
    here.save(update_fields=["since", "seen_at"])


def others(user: Any, story: Story) -> list[str]:
    """In words, one for each."""
    found = Presence.objects.beside(user, story)
    return [f"{one.user.get_username()} is editing since {localtime(one.since):%H:%M}." for one in found]


def told(request: Any, story: Story | None) -> dict[str, Any]:
    """For the form's template. Opening the form is being there, for whoever may change the story."""
    if story is None or not may_change(request.user, story):
        return {}
    if request.method == "GET":
        note(request.user, story)
    address = reverse("admin:articles_story_presence", args=[story.pk])
    return {"presence_address": address, "others_here": others(request.user, story)}
