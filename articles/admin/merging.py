"""The page on which an editor makes one tag of two."""

from typing import TYPE_CHECKING

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from articles.actions.merge import merge_tag
from articles.admin.deleting import stories
from articles.models import StoryTag, Tag

if TYPE_CHECKING:
    from articles.admin.tag import TagAdmin


class IntoForm(forms.Form):
    into = forms.ModelChoiceField(
        Tag.objects.all(), label="Merge into", error_messages={"required": "Choose the tag that stays."}
    )


def merge_view(desk: "TagAdmin", request: HttpRequest, pk: int) -> HttpResponse:
    tag = get_object_or_404(Tag, pk=pk)
    if not (desk.has_change_permission(request, tag) and desk.has_delete_permission(request, tag)):
        raise PermissionDenied
    form = IntoForm(request.POST or None)
    form.fields["into"].widget = AutocompleteSelect(StoryTag._meta.get_field("tag"), desk.admin_site)
    form.fields["into"].widget.choices = form.fields["into"].choices  # type: ignore[attr-defined]  # a choice field's
    if request.method == "POST" and form.is_valid():
        into: Tag = form.cleaned_data["into"]
        name = tag.name
        try:
            borne = merge_tag(tag=tag, into=into, by=request.user)  # type: ignore[arg-type]  # nobody anonymous comes here
        except ValidationError as refusal:
            form.add_error("into", refusal)
        else:
            desk.message_user(request, f"“{name}” is “{into.name}” now, on {stories(borne)}. Its address leads there.")
            return redirect("admin:articles_tag_change", into.pk)
    context = desk.admin_site.each_context(request) | {
        "tag": tag,
        "form": form,
        "media": desk.media + form.media,
        "title": "Merge this tag",
    }
    return render(request, "admin/articles/tag/merge.html", context)
