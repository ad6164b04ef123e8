"""Agencies and outlets."""

from typing import TYPE_CHECKING

from django.contrib import admin

from articles.admin.addressed import Addressed
from articles.admin.deleting import KeptWhileUsed, stories
from articles.admin.pictures import PictureFields, thumbnail
from articles.admin.relations import PlainRelations
from articles.models import Source
from newsroom.lists import LargeModelAdmin

if TYPE_CHECKING:
    from django.utils.safestring import SafeString


@admin.register(Source)
class SourceAdmin(Addressed, PictureFields, PlainRelations, KeptWhileUsed, LargeModelAdmin):
    fields = ("name", "slug", "site", "credit_line", "logo")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("logo",)
    list_display = ("thumbnail", "name", "site", "credit_line")
    list_display_links = ("name",)
    list_select_related = ("logo",)
    search_fields = ("name",)

    @admin.display(description="logo")
    def thumbnail(self, source: Source) -> "SafeString | str":
        return thumbnail(source.logo)

    def what_keeps(self, obj: Source) -> str:
        named = obj.story_sources.count()
        return f"{stories(named)} rest on it. Take it out of their sources first." if named else ""
