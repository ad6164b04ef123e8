"""The log at the desk: read and narrowed, by administrators alone."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final

from django.apps import apps
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from newsroom import clock
from newsroom.audit.models import Line
from newsroom.lists import LargeModelAdmin, moment

SEARCHED: Final = 20_000
SINCE: Final = {
    "hour": (timedelta(hours=1), "The last hour"),
    "day": (timedelta(days=1), "The last 24 hours"),
    "week": (timedelta(days=7), "The last 7 days"),
    "month": (timedelta(days=30), "The last 30 days"),
    "year": (timedelta(days=365), "The last 365 days"),
}


class WhenFilter(admin.SimpleListFilter):
    title = "when"
    parameter_name = "since"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:  # noqa: ARG002
        return [(name, label) for name, (_, label) in SINCE.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Line]) -> QuerySet[Line] | None:  # noqa: ARG002
        span, _ = SINCE.get(self.value() or "", (None, ""))
        return queryset.filter(made_at__gte=clock.now() - span) if span else None


class WhoFilter(admin.SimpleListFilter):
    title = "who"
    parameter_name = "by"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:  # noqa: ARG002
        people = get_user_model()._default_manager.filter(is_staff=True).order_by("username")
        return [(str(key), name) for key, name in people.values_list("pk", "username")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Line]) -> QuerySet[Line] | None:  # noqa: ARG002
        value = self.value() or ""
        return queryset.filter(by=int(value)) if value.isdecimal() and len(value) < 19 else None


class DistinctFilter(admin.SimpleListFilter):
    """By one of the few words that a column has. They are found one after another along its index."""

    column: str

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:  # noqa: ARG002
        return [(word, self.called(word)) for word in words_of(self.column)]

    def called(self, word: str) -> str:
        return word

    def queryset(self, request: HttpRequest, queryset: QuerySet[Line]) -> QuerySet[Line] | None:  # noqa: ARG002
        return queryset.filter(**{self.column: self.value()}) if self.value() else None


class VerbFilter(DistinctFilter):
    title = "what was done"
    parameter_name = column = "verb"


class KindFilter(DistinctFilter):
    title = "to what"
    parameter_name = column = "kind"

    def called(self, word: str) -> str:
        return kind_in_words(word)


def words_of(column: str) -> Iterable[str]:
    """A million lines have a few dozen words: each is the next after the one before it."""
    word = ""
    rows = Line.objects.order_by(column).values_list(column, flat=True)
    while (word := rows.filter(**{f"{column}__gt": word}).first() or "") != "":
        yield word


def kind_in_words(kind: str) -> str:
    try:
        return str(apps.get_model(kind)._meta.verbose_name)
    except (LookupError, ValueError):
        return kind


@admin.register(Line)
class LineAdmin(LargeModelAdmin):
    list_display = ("when", "who", "verb", "kind_of_object", "object_link", "reason")
    list_display_links = None
    list_filter = (WhenFilter, WhoFilter, VerbFilter, KindFilter)
    ordering = ("-pk",)
    sortable_by = ()
    search_fields = ("object_name", "reason")
    search_help_text = f"Looks in what was done and why, in the newest {SEARCHED:,} lines."

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: Line | None = None) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Line | None = None) -> bool:  # noqa: ARG002
        return False

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Line], search_term: str
    ) -> tuple[QuerySet[Line], bool]:
        if search_term:
            oldest = Line.objects.order_by("-pk").values_list("pk", flat=True)[SEARCHED : SEARCHED + 1].first()
            queryset = queryset.filter(pk__gt=oldest) if oldest else queryset
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description="when")
    def when(self, line: Line) -> SafeString:
        return moment(line.made_at)

    @admin.display(description="who")
    def who(self, line: Line) -> str:
        return line.by_name or "a command"

    @admin.display(description="to a")
    def kind_of_object(self, line: Line) -> str:
        return kind_in_words(line.kind)

    @admin.display(description="called")
    def object_link(self, line: Line) -> SafeString | str:
        if line.verb == "deleted":
            return line.object_name
        try:
            address = reverse(f"admin:{line.kind.replace('.', '_')}_change", args=[line.object_id])
        except NoReverseMatch:
            return line.object_name
        return format_html('<a href="{}">{}</a>', address, line.object_name)
