"""The pages on which an editor says what was wrong in a story, and takes such a note back."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from articles.actions.correct import correct_story, withdraw_correction
from articles.models import Correction, State, Story
from articles.models.correction import LONGEST, Place
from articles.permissions import Somebody, may_publish
from newsroom import clock

if TYPE_CHECKING:
    from articles.admin.story import StoryAdmin


class CorrectionForm(forms.Form):
    text = forms.CharField(
        label="Correction",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
        help_text="What was wrong, and what is right: “An earlier version said that … In fact …”",
        error_messages={"required": "Say what was wrong and what is right."},
    )
    place = forms.ChoiceField(choices=Place, initial=Place.FOOT, help_text="Above, if it matters to the whole story.")


class ReasonForm(forms.Form):
    reason = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text="For the desk. Readers do not see it.",
        error_messages={"required": "Say why the correction is withdrawn; the desk keeps the reason."},
    )


def may_correct(user: Somebody, story: Story | None) -> bool:
    """Whoever may publish a story may correct it, once it is before readers."""
    known = story is not None and story.state == State.PUBLISHED and story.published_at
    return bool(known and story and story.published_at <= clock.now()) and may_publish(user, story)  # type: ignore[operator]  # published


def correct_view(desk: "StoryAdmin", request: Any, pk: int) -> HttpResponse:
    story = get_object_or_404(Story, pk=pk)
    if not may_publish(request.user, story):
        raise PermissionDenied
    form = CorrectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            correct_story(story=story, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            desk.message_user(request, "The correction stands on the story and in the list of corrections.")
            return redirect("admin:articles_story_correct", pk)
    corrections = story.corrections.select_related("made_by", "withdrawn_by").order_by("-corrected_at", "-pk")
    return _page(desk, request, story, form, title="Correct this story", corrections=corrections)


def withdraw_correction_view(desk: "StoryAdmin", request: Any, pk: int) -> HttpResponse:
    correction = get_object_or_404(Correction.objects.select_related("story"), pk=pk)
    story = correction.story
    if not may_publish(request.user, story):
        raise PermissionDenied
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_correction(correction=correction, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            desk.message_user(request, "The correction is withdrawn. The desk keeps it, with your reason.")
            return redirect("admin:articles_story_correct", story.pk)
    return _page(desk, request, story, form, title="Withdraw this correction", correction=correction)


def _page(
    desk: "StoryAdmin", request: HttpRequest, story: Story, form: forms.Form, *, title: str, **more: Any
) -> HttpResponse:
    template = "correct.html" if "corrections" in more else "withdraw_correction.html"
    context = desk.admin_site.each_context(request) | {"story": story, "form": form, "title": title, **more}
    return render(request, f"admin/articles/story/{template}", context)
