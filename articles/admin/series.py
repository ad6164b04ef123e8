"""Series at the desk: their stories as rows, numbered anew by every save."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.actions.filing import file_story
from articles.actions.series import order_series
from articles.admin.addressed import Addressed
from articles.admin.story_inlines import Row
from articles.models import Series, SeriesPart
from newsroom.lists import LargeModelAdmin


class PartRow(Row):
    model = SeriesPart
    fields = ("story", "position")
    autocomplete_fields = ("story",)
    verbose_name_plural = "stories, in their order"


@admin.register(Series)
class SeriesAdmin(Addressed, LargeModelAdmin):
    fields = ("title", "slug", "description")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (PartRow,)
    list_display = ("title", "slug", "description")
    search_fields = ("title",)

    def view_on_site(self, obj: Series) -> str | None:
        return obj.get_absolute_url() if SeriesPart.objects.filter(series=obj).public().exists() else None

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        order(formsets)


def order(formsets: Any) -> None:
    """File the parts that these forms have changed, and number their series anew."""
    for rows in (formset for formset in formsets if formset.model is SeriesPart):
        touched = [*rows.new_objects, *(part for part, _ in rows.changed_objects)]
        for part in touched:
            file_story(story=part.story)
        for series in {part.series for part in touched}:
            order_series(series=series, moved={part.pk for part in touched})
