"""Agencies and outlets."""

from django.contrib import admin

from articles.admin.large import LargeModelAdmin
from articles.models import Source


@admin.register(Source)
class SourceAdmin(LargeModelAdmin):
    fields = ("name", "slug", "site", "credit_line", "logo")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("logo",)
    list_display = ("name", "site", "credit_line")
    search_fields = ("name",)
