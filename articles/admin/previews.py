"""A draft's page at the desk, and the links by which outsiders see it."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from articles.actions.preview_links import HOURS, USUAL, make_preview_link, path_of_link, revoke_preview_link
from articles.admin.typed import whole_number
from articles.context import site_address
from articles.models import PreviewLink, Story
from articles.permissions import may_change, may_know
from articles.views.preview import draft_page

if TYPE_CHECKING:
    from articles.admin.story import StoryAdmin

SHOWN = 50


class LinkForm(forms.Form):
    hours = forms.TypedChoiceField(
        label="It shows the story for", choices=list(HOURS.items()), coerce=int, initial=USUAL
    )
    note = forms.CharField(
        max_length=120, required=False, label="For whom", widget=forms.TextInput(attrs={"class": "vTextField"})
    )


def urls(desk: "StoryAdmin") -> list[URLPattern]:
    def seen(request: HttpRequest, pk: int) -> HttpResponse:
        return preview_view(desk, request, pk)

    def links(request: HttpRequest, pk: int) -> HttpResponse:
        return links_view(desk, request, pk)

    door = desk.admin_site.admin_view
    return [
        path("<int:pk>/preview/", door(seen), name="articles_story_preview"),
        path("<int:pk>/previews/", door(links), name="articles_story_previews"),
    ]


def preview_view(desk: "StoryAdmin", request: HttpRequest, pk: int) -> HttpResponse:
    story = get_object_or_404(Story, pk=pk)
    if not (desk.has_view_permission(request, story) and may_know(request.user, story)):
        raise PermissionDenied
    return draft_page(request, story.pk)


def links_view(desk: "StoryAdmin", request: Any, pk: int) -> HttpResponse:
    story = get_object_or_404(Story, pk=pk)
    if not (desk.has_change_permission(request, story) and may_change(request.user, story)):
        raise PermissionDenied
    form = LinkForm(request.POST if "_make" in request.POST else None)
    if request.method == "POST" and "_revoke" in request.POST:
        link = get_object_or_404(PreviewLink.objects.filter(story=story), pk=whole_number(request.POST["_revoke"], 0))
        revoke_preview_link(link=link, by=request.user)
        desk.message_user(request, "The link shows nothing any more.")
        return redirect("admin:articles_story_previews", pk)
    if form.is_bound and form.is_valid():
        make_preview_link(story=story, by=request.user, **form.cleaned_data)
        desk.message_user(request, "The link is made: copy it from the list and send it to whom it may concern.")
        return redirect("admin:articles_story_previews", pk)
    links = story.preview_links.select_related("made_by").order_by("-pk")[:SHOWN]
    context = desk.admin_site.each_context(request) | {
        "story": story,
        "form": form,
        "links": [(link, site_address(request) + path_of_link(link)) for link in links],
        "title": "Preview links",
    }
    return render(request, "admin/articles/story/previews.html", context)
