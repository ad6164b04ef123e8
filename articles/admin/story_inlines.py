"""What a story comes with, as rows in its form."""

from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest

from articles.admin.relations import PlainRelations
from articles.models import Byline, RelatedPick, SeriesPart, Story, StorySource
from articles.permissions import known_to


class Row(PlainRelations, admin.TabularInline):  # type: ignore[type-arg]  # generic to the checker only
    extra = 0
    ordering = ("position", "pk")
    # The part of the form (story_form.FIELDSETS) after which the rows stand.
    stands_after: str

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A column's heading labels none of its fields, so each is named to those who do not see it."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            field.widget.attrs.setdefault("aria-label", db_field.verbose_name)
        return field


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


class SeriesRow(Row):
    model = SeriesPart
    stands_after = "Source line"
    fields = ("series", "position")
    autocomplete_fields = ("series",)
    verbose_name = verbose_name_plural = "series"
    classes = ("collapse",)


class RelatedRow(Row):
    model = RelatedPick
    fk_name = "story"
    stands_after = "Source line"
    fields = ("related", "position")
    autocomplete_fields = ("related",)
    verbose_name_plural = "related stories, before those found by rule"
    classes = ("collapse",)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A number that is sent by hand must not tell a headline; what an editor picked already may stay."""
        if db_field.name == "related":
            story = request.resolver_match.kwargs.get("object_id") if request.resolver_match else None
            picked = RelatedPick.objects.filter(story=story).values("related") if story else ()
            kwargs["queryset"] = Story.objects.filter(known_to(request.user) | Q(pk__in=picked))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
