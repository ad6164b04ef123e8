"""Things that stories rest on are not deleted while a story does; and nothing goes with a story unasked."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


class KeptWhileUsed(admin.ModelAdmin):  # type: ignore[type-arg]  # generic to the checker only
    """Answers a wish to delete with what stands in its way, in words, instead of with a list of rows."""

    def what_keeps(self, obj: Any) -> str:
        """A sentence that says what uses it and what to do, or nothing when it may go."""
        raise NotImplementedError

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        obj = self.get_object(request, object_id)
        if obj and self.has_delete_permission(request, obj) and (reason := self.what_keeps(obj)):
            messages.error(request, f"“{obj}” cannot be deleted: {reason}")
            return redirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=(obj.pk,)))
        return super().delete_view(request, object_id, extra_context)


class Company(NamedTuple):
    """What would be deleted with a story, in words ("3 comments"), and where it can be had before."""

    words: str
    address: str = ""


type Telling = Callable[[HttpRequest, Any], Company | None]
_told: list[Telling] = []


def goes_with_stories(telling: Telling) -> Telling:
    """For what stands above stories: say what of yours would go with one, to whoever wishes to delete it."""
    _told.append(telling)
    return telling


class AsksAboutCompany(admin.ModelAdmin):  # type: ignore[type-arg]  # generic to the checker only
    """Deletes what has company only for those who have said that this shall go too."""

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        obj = self.get_object(request, object_id)
        may_delete = obj and self.has_delete_permission(request, obj)
        company = [found for telling in _told if may_delete and (found := telling(request, obj))]
        if company and request.method == "POST" and "with_company" not in request.POST:
            named = ", ".join(one.words for one in company)
            messages.error(
                request, f"Nothing was deleted: {named} would go with it. Say that you want this, or keep it."
            )
            return redirect(request.path)
        return super().delete_view(request, object_id, {**(extra_context or {}), "company": company})


def stories(number: int) -> str:
    return "1 story" if number == 1 else f"{number:,} stories"
