"""Things that stories rest on are not deleted while a story does."""

from typing import Any

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


def stories(number: int) -> str:
    return "1 story" if number == 1 else f"{number:,} stories"
