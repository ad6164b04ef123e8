"""The tree of sections."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.actions.arrange import arrange_category
from articles.models import Category


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic to the checker only
    fields = ("name", "slug", "parent", "description", "accent", "position", "in_navigation")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("parent",)
    list_display = ("in_tree", "address", "accent", "position", "in_navigation")
    list_select_related = ("parent",)
    ordering = ("path",)
    search_fields = ("name", "path")
    actions = None

    @admin.display(description="name", ordering="path")
    def in_tree(self, category: Category) -> str:
        return "— " * category.path.count("/") + category.name

    @admin.display(description="address")
    def address(self, category: Category) -> str:
        return f"/{category.path}/"

    def save_model(self, request: HttpRequest, obj: Category, form: Any, change: bool) -> None:  # noqa: ARG002
        arrange_category(category=obj)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Sequence[str]]:  # noqa: ARG002
        return {} if obj else {"slug": ("name",)}
