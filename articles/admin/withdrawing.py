"""The page on which an editor says why a story is taken down."""

from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from articles.actions.withdraw import withdraw
from articles.models import Story
from articles.permissions import may_publish

if TYPE_CHECKING:
    from articles.admin.story import StoryAdmin


class ReasonForm(forms.Form):
    reason = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text="Readers who follow an old link will see it.",
        error_messages={"required": "Say why the story is withdrawn; readers will see it."},
    )


def withdraw_view(desk: "StoryAdmin", request: HttpRequest, pk: int) -> HttpResponse:
    story = get_object_or_404(Story, pk=pk)
    if not may_publish(request.user, story):
        raise PermissionDenied
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw(story=story, reason=form.cleaned_data["reason"])
        except ValidationError as refusal:
            form.add_error("reason", refusal)
        else:
            desk.log_change(request, story, f"Withdrawn: {story.withdrawn_because}")
            desk.message_user(request, "The story is withdrawn. Its address now says why.")
            return redirect("admin:articles_story_change", pk)
    context = {**desk.admin_site.each_context(request), "story": story, "form": form, "title": "Withdraw this story"}
    return render(request, "admin/articles/story/withdraw.html", context)
