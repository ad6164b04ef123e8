"""The form of the word lists, with what they would catch."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from comments.actions.words import catch_of, set_words
from comments.models import WordLists
from newsroom.lists import LargeModelAdmin

LISTS = "admin:comments_wordlists_changelist"


class WordListsForm(forms.ModelForm):  # type: ignore[type-arg]  # generic to the checker only
    class Meta:
        model = WordLists
        fields = ("banned", "suspect")


class WordListsAdmin(LargeModelAdmin):
    """One page in the place of a list."""

    is_recorded_by_actions = True

    def has_view_permission(self, request: HttpRequest, obj: WordLists | None = None) -> bool:  # noqa: ARG002
        return request.user.has_perm("comments.moderate_comment")

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002  # there is one row
        return False

    def has_change_permission(self, request: HttpRequest, obj: WordLists | None = None) -> bool:
        return self.has_view_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: WordLists | None = None) -> bool:  # noqa: ARG002
        return False

    def changelist_view(self, request: Any, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Saves only when “Save” is pressed; anything else shows."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        form = WordListsForm(request.POST or None, instance=WordLists.objects.current())
        catch = None
        if request.method == "POST" and form.is_valid():
            if "save" in request.POST:
                set_words(**form.cleaned_data, by=request.user)
                messages.success(request, "Saved. Comments from now on meet these lists.")
                return redirect(LISTS)
            catch = catch_of(**form.cleaned_data)
        context = self.admin_site.each_context(request) | {"opts": self.opts, "title": "Word lists"}
        context |= {"form": form, "catch": catch} | (extra_context or {})
        return render(request, "admin/comments/words.html", context)
