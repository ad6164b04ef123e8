"""The page on which an editor gives a published story another address."""

from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from articles.actions.move import move_story
from articles.models import Story
from articles.permissions import Somebody, may_publish
from newsroom import clock

if TYPE_CHECKING:
    from articles.admin.story import StoryAdmin


class AddressForm(forms.Form):
    slug = forms.CharField(
        max_length=100,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="The last part of the address, for instance “ferry-sails-again”.",
    )
    on = forms.DateField(
        label="Day",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="The day in the address. When the story was published stays as it is.",
    )


def may_move(user: Somebody, story: Story | None) -> bool:
    """Whoever may publish a story may move it, once readers know its address."""
    known = story is not None and story.published_on and story.published_at and story.published_at <= clock.now()
    return bool(known) and may_publish(user, story)


def move_view(desk: "StoryAdmin", request: HttpRequest, pk: int) -> HttpResponse:
    story = get_object_or_404(Story, pk=pk)
    if not may_publish(request.user, story):
        raise PermissionDenied
    before = story.get_absolute_url() if story.published_on else ""
    form = AddressForm(request.POST or None, initial={"slug": story.slug, "on": story.published_on})
    if request.method == "POST" and form.is_valid() and _moved(request, story, form):
        desk.message_user(request, f"The story stands at {story.get_absolute_url()} now. {before} leads there.")
        return redirect("admin:articles_story_change", pk)
    context = desk.admin_site.each_context(request) | {
        "story": story,
        "before": before,
        "form": form,
        "title": "Move this story",
    }
    return render(request, "admin/articles/story/move.html", context)


def _moved(request: HttpRequest, story: Story, form: AddressForm) -> bool:
    try:
        move_story(story=story, slug=form.cleaned_data["slug"], on=form.cleaned_data["on"], by=request.user)  # type: ignore[arg-type]  # who may publish is nobody anonymous
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    return True
