"""What a story comes with, as rows in its form."""

from django.contrib import admin

from articles.admin.relations import PlainRelations
from articles.models import Byline, RelatedPick, StorySource


class Row(PlainRelations, admin.TabularInline):  # type: ignore[type-arg]  # generic to the checker only
    extra = 0
    ordering = ("position", "pk")
    # The part of the form (story_form.FIELDSETS) after which the rows stand.
    stands_after: str


class BylineRow(Row):
    model = Byline
    stands_after = "Lead picture"
    fields = ("author", "role", "position")
    autocomplete_fields = ("author",)
    verbose_name = "author"

    def get_extra(self, request: object, obj: object = None, **_: object) -> int:  # noqa: ARG002
        return 0 if obj else 1


class SourceRow(Row):
    model = StorySource
    stands_after = "Source line"
    fields = ("source", "position")
    autocomplete_fields = ("source",)
    verbose_name_plural = "sources"


class RelatedRow(Row):
    model = RelatedPick
    fk_name = "story"
    stands_after = "Source line"
    fields = ("related", "position")
    autocomplete_fields = ("related",)
    verbose_name_plural = "related stories, before those found by rule"
    classes = ("collapse",)
