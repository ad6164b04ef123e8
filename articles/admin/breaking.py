"""The breaking-news bar at the desk."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString

from articles.admin.relations import PlainRelations
from articles.models import BreakingNews
from newsroom import clock
from newsroom.audit.recorded import RecordedAdmin
from newsroom.lists import moment


@admin.register(BreakingNews)
class BreakingNewsAdmin(PlainRelations, RecordedAdmin):
    fields = ("text", "story", "starts_at", "ends_at")
    autocomplete_fields = ("story",)
    list_display = ("text", "standing", "from_when", "until_when")
    actions = ("end_now",)

    @admin.display(description="Now")
    def standing(self, bar: BreakingNews) -> str:
        if bar.runs():
            return "Readers see it"
        return "To come" if bar.starts_at > clock.now() else "Over"

    @admin.display(description="From", ordering="starts_at")
    def from_when(self, bar: BreakingNews) -> SafeString:
        return moment(bar.starts_at)

    @admin.display(description="Until", ordering="ends_at")
    def until_when(self, bar: BreakingNews) -> SafeString:
        return moment(bar.ends_at)

    @admin.action(description="Take it off now", permissions=["change"])
    def end_now(self, request: HttpRequest, bars: Any) -> None:
        for bar in bars:
            if bar.runs():
                bar.ends_at = clock.now()
                bar.save(update_fields=["ends_at"])
                self.log_change(request, bar, "Taken off")
        self.message_user(request, "It is off every page within a minute.")
