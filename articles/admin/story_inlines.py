"""What a story comes with, as rows under its form."""

from django.contrib import admin

from articles.models import Byline, RelatedPick, StorySource


class Row(admin.TabularInline):  # type: ignore[type-arg]  # generic to the checker only
    extra = 0
    ordering = ("position", "pk")


class BylineRow(Row):
    model = Byline
    fields = ("author", "role", "position")
    autocomplete_fields = ("author",)
    min_num = 1
    verbose_name = "author"

    def get_min_num(self, request: object, obj: object = None, **_: object) -> int:  # noqa: ARG002
        return 0 if obj else 1


class SourceRow(Row):
    model = StorySource
    fields = ("source", "position")
    autocomplete_fields = ("source",)
    verbose_name_plural = "sources"


class RelatedRow(Row):
    model = RelatedPick
    fk_name = "story"
    fields = ("related", "position")
    autocomplete_fields = ("related",)
    verbose_name_plural = "related stories, before those found by rule"
    classes = ("collapse",)
