"""Telling a story live at the desk: one field and a button, and below it what was told."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.sites import site as desk
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.html import escape

from articles.admin.pictures import PictureSelect
from articles.admin.typed import whole_number
from articles.live.actions import end_coverage, may_tell, post_entry, remove_entry, resume_coverage, revise_entry
from articles.live.models import Coverage, Entry
from articles.media.models import Image
from articles.models import Kind, Story
from articles.permissions import may_see_all
from newsroom.audit.recorded import RecordedAdmin
from newsroom.text.typed import paragraphs

SHOWN = 50


class EntryForm(forms.Form):
    body = Entry._meta.get_field("body").formfield(label="What happened", required=False)
    headline = forms.CharField(
        label="Headline", required=False, max_length=140, widget=forms.TextInput(attrs={"class": "vTextField"})
    )
    picture = forms.ModelChoiceField(
        Image.objects.all(), required=False, widget=PictureSelect(Entry._meta.get_field("picture"), desk)
    )
    is_key = forms.BooleanField(label="A key event", required=False)
    is_pinned = forms.BooleanField(label="Pinned at the top", required=False)

    def clean_body(self) -> str:
        """Without scripts it is typed as plain text, with blank lines between paragraphs."""
        typed: str = self.cleaned_data["body"]
        if "<" in typed or not typed.strip():
            return typed
        # The gate has the last word, as for whatever the editor sends.
        lines = ("<br>".join(map(escape, part)) for part in paragraphs(typed))
        return "".join(f"<p>{line}</p>" for line in lines)


@admin.register(Coverage)
class CoverageAdmin(RecordedAdmin):
    """Its list is that of live stories; each leads to the page on which it is told."""

    is_recorded_by_actions = True

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002  # Django's signature
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  # Django's signature
        return False

    def get_urls(self) -> list[URLPattern]:
        door = self.admin_site.admin_view
        return [
            path("", door(self.changelist_view), name="live_coverage_changelist"),
            path("<int:story>/", door(self.tell), name="live_coverage_tell"),
            path("<int:story>/<int:number>/", door(self.revise), name="live_coverage_revise"),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:  # noqa: ARG002  # Django's signature
        if not self.has_view_permission(request):
            raise PermissionDenied
        stories = Story.objects.filter(kind=Kind.LIVE).order_by("-changed_at", "-pk")
        if not may_see_all(request.user):
            stories = stories.filter(created_by=request.user.pk)
        stories = stories.only("headline", "changed_at", "state", "published_at", "expires_at")
        shown = list(stories[:SHOWN])
        told = {coverage.story_id: coverage for coverage in Coverage.objects.filter(story__in=shown)}
        context = {"title": "Live coverage", "rows": [(story, told.get(story.pk)) for story in shown]}
        return render(request, "admin/live/list.html", self._context(request, **context))

    def tell(self, request: Any, story: int) -> HttpResponse:
        """Posted, `do` is `post`, `end`, `resume`, or `remove`, `pin`, `unpin` with an entry's number after a colon."""
        told = self._story(request, story)
        form = EntryForm(request.POST if request.POST.get("do") == "post" else None)
        token = _token(request.POST.get("token")) or uuid4()
        if request.method == "POST":
            try:
                self.message_user(request, _done(request, told, form, token))
                return redirect("admin:live_coverage_tell", story)
            except ValidationError as refusal:
                messages.error(request, " ".join(refusal.messages))
        entries = Entry.objects.of(story).select_related("by", "picture")[:SHOWN]
        coverage = Coverage.objects.of(story)
        context = {"title": f"Live: {told.headline}", "story": told, "form": form, "token": token}
        context |= {"entries": entries, "ended": bool(coverage and coverage.ended_at)}
        return render(request, "admin/live/tell.html", self._context(request, **context))

    def revise(self, request: Any, story: int, number: int) -> HttpResponse:
        told = self._story(request, story)
        entry = get_object_or_404(Entry.objects.of(story), pk=number)
        shown = {name: getattr(entry, name) for name in EntryForm.base_fields}
        form = EntryForm(request.POST or None, initial=shown)
        if form.is_bound and form.is_valid():
            try:
                revise_entry(entry=entry, by=request.user, **form.cleaned_data)
            except ValidationError as refusal:
                form.add_error(None, refusal)
            else:
                self.message_user(request, "It is changed. Readers see that it was edited.")
                return redirect("admin:live_coverage_tell", story)
        context = {"title": "Edit an entry", "story": told, "form": form}
        return render(request, "admin/live/revise.html", self._context(request, **context))

    def _story(self, request: Any, pk: int) -> Story:
        story: Story = get_object_or_404(Story, pk=pk)
        if not may_tell(request.user, story):
            raise PermissionDenied
        return story

    def _context(self, request: HttpRequest, **more: Any) -> dict[str, Any]:
        return self.admin_site.each_context(request) | {"opts": self.opts, **more}


def _done(request: Any, story: Story, form: EntryForm, token: UUID) -> str:
    verb, _, number = request.POST.get("do", "").partition(":")
    if verb == "post":
        if not form.is_valid():
            raise ValidationError("Nothing was posted yet: see below.")
        post_entry(story=story, token=token, by=request.user, **form.cleaned_data)
        return "It is posted."
    if verb in {"end", "resume"}:
        (end_coverage if verb == "end" else resume_coverage)(story=story, by=request.user)
        return "The coverage has ended." if verb == "end" else "The coverage goes on."
    entry = Entry.objects.filter(story=story, pk=whole_number(number, 0)).first()
    if entry is None or verb not in {"remove", "pin", "unpin"}:
        raise ValidationError("Nothing was done: use the buttons of this page.")
    if verb == "remove":
        remove_entry(entry=entry, by=request.user)
        return "It is removed. Its address says so."
    revise_entry(entry=entry, is_pinned=verb == "pin", by=request.user)
    return "It is pinned." if verb == "pin" else "It is not pinned any more."


def _token(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None
