"""What is done through the forms of the desk, noted."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from newsroom.audit.recording import record, record_each


class RecordedAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic to the checker only
    """Writes to the log what Django writes to an object's history, which goes with the person who made it."""

    # Whether what saves and deletes here is an action that writes to the log itself.
    is_recorded_by_actions = False

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> LogEntry:
        if not self.is_recorded_by_actions:
            record(verb="added", obj=obj, by=request.user)
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> LogEntry:
        entry = super().log_change(request, obj, message)
        if message and not self.is_recorded_by_actions:
            record(verb="changed", obj=obj, by=request.user, reason=entry.get_change_message())
        return entry

    def log_deletions(self, request: HttpRequest, queryset: QuerySet[Model]) -> Any:
        if not self.is_recorded_by_actions:
            record_each(verb="deleted", objs=queryset, by=request.user)
        return super().log_deletions(request, queryset)
