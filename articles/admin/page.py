"""Texts that are not news."""

from django.contrib import admin

from articles.admin.addressed import Addressed
from articles.models import Page


@admin.register(Page)
class PageAdmin(Addressed):
    fields = ("title", "slug", "body", "description", "is_public", "in_footer", "position")
    prepopulated_fields = {"slug": ("title",)}
    list_display = ("title", "slug", "is_public", "in_footer", "position")
    search_fields = ("title",)
    actions = None

    def view_on_site(self, obj: Page) -> str | None:
        return obj.get_absolute_url() if obj.is_public else None
