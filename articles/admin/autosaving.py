"""Keeping what is typed into a story's form before it is saved, for the person who typed it alone."""

from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from articles.models import Autosave, Story
from newsroom import clock

if TYPE_CHECKING:
    from articles.admin.story import StoryAdmin

# In bytes of a sent form: some twenty times a long read.
LONGEST: Final = 1_000_000
# Not typed by anybody.
OURS: Final = ("csrfmiddlewaretoken", "_save", "_publish", "_move", "_addanother", "_bring_back")
BROUGHT_BACK: Final = "This is what you typed and had not saved. Nothing is saved yet: look through it, and save."


def urls(desk: "StoryAdmin") -> list[URLPattern]:
    @require_POST
    def keep(request: HttpRequest, pk: int | None = None) -> HttpResponse:
        return keep_view(desk, request, pk)

    door = desk.admin_site.admin_view
    return [
        path("autosave/", door(keep), name="articles_story_autosave_new"),
        path("<int:pk>/autosave/", door(keep), name="articles_story_autosave"),
    ]


def keep_view(desk: "StoryAdmin", request: Any, pk: int | None) -> HttpResponse:
    """Keeps a sent form, in the place of what was kept before; with `_discard` it lets that go."""
    story = get_object_or_404(Story, pk=pk) if pk else None
    may = desk.has_change_permission(request, story) if story else desk.has_add_permission(request)
    if not may:
        raise PermissionDenied
    if "_discard" in request.POST:
        forget(request.user, story)
        address = "admin:articles_story_change" if story else "admin:articles_story_add"
        return redirect(address, *([story.pk] if story else []))
    typed = request.POST.copy()
    for name in OURS:
        typed.pop(name, None)
    encoded = typed.urlencode()
    if len(encoded) > LONGEST:
        return JsonResponse({"error": "This text is too long to be kept by itself. Save it."}, status=413)
    now = clock.now()
    Autosave.objects.update_or_create(user=request.user, story=story, defaults={"typed": encoded, "kept_at": now})
    return JsonResponse({"kept_at": now.isoformat()})


def forget(user: Any, story: Story | None) -> None:
    Autosave.objects.filter(user=user.pk, story=story).delete()


def told(request: HttpRequest, story: Story | None) -> dict[str, Any]:
    """For the form's template: where to keep, and what was kept and never saved."""
    address = (
        reverse("admin:articles_story_autosave", args=[story.pk])
        if story
        else reverse("admin:articles_story_autosave_new")
    )
    kept = Autosave.objects.filter(user=request.user.pk, story=story).first() if request.method == "GET" else None
    fields = [(name, value) for name, values in QueryDict(kept.typed).lists() for value in values] if kept else []
    return {"autosave_address": address, "autosaved": kept, "autosaved_fields": fields}
