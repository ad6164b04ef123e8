"""The page on which an editor hides a version of a story from readers, or shows it again."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from articles.actions.hiding import LONGEST, hide_version, show_version
from articles.models import Revision
from articles.permissions import may_hide

if TYPE_CHECKING:
    from articles.admin.story import StoryAdmin


class HideForm(forms.Form):
    reason = forms.CharField(
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text="Readers see it in the place of the version.",
        error_messages={"required": "Say why; readers see it in the place of the version."},
    )


def urls(desk: "StoryAdmin") -> list[URLPattern]:
    def hide(request: Any, pk: int, number: int) -> HttpResponse:
        return hide_view(desk, request, pk, number)

    address = "<int:pk>/history/<ordinal:number>/hide/"
    return [path(address, desk.admin_site.admin_view(hide), name="articles_story_hide_version")]


def hide_view(desk: "StoryAdmin", request: Any, pk: int, number: int) -> HttpResponse:
    """Posted with `show`, the version that is hidden is shown again."""
    versions = Revision.objects.select_related("story").read_by_readers()
    revision = get_object_or_404(versions, story=pk, number=number)
    if not desk.has_change_permission(request, revision.story) or not may_hide(request.user, revision.story):
        raise PermissionDenied
    form = HideForm(request.POST if request.method == "POST" and "show" not in request.POST else None)
    if request.method == "POST" and ("show" in request.POST or form.is_valid()):
        try:
            told = _done(request, revision, form)
        except ValidationError as refusal:
            form.errors.setdefault("__all__", form.error_class(refusal.messages))
        else:
            desk.message_user(request, told)
            return redirect("admin:articles_story_history", pk)
    context = desk.admin_site.each_context(request) | {
        "story": revision.story,
        "revision": revision,
        "form": form,
        "title": "Hide this version",
    }
    return render(request, "admin/articles/story/hide_version.html", context)


def _done(request: Any, revision: Revision, form: HideForm) -> str:
    if "show" in request.POST:
        show_version(revision=revision, by=request.user)
        return f"Readers can read version {revision.number} again."
    hide_version(revision=revision, by=request.user, **form.cleaned_data)
    return f"Readers see the reason in the place of version {revision.number}. The desk keeps its text."
