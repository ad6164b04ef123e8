"""The tree of sections."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.html import format_html

from articles.actions.arrange import arrange_category
from articles.admin.deleting import KeptWhileUsed, stories
from articles.admin.relations import PlainRelations
from articles.models import Category
from newsroom.audit.recorded import RecordedAdmin

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

LONGEST_PATH = Category._meta.get_field("path").max_length


class Tree(ChangeList):
    """Every category below its parent, in the order in which readers meet them."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        places = {category.pk: _place(category) for category in Category.objects.tree()}
        self.result_list = sorted(self.result_list, key=lambda category: places[category.pk])


class CategoryForm(forms.ModelForm):  # type: ignore[type-arg]  # generic to the checker only
    class Meta:
        model = Category
        fields = (
            "name", "slug", "parent", "description", "accent", "position", "in_navigation", "comment_policy",
            "comments_close_after",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        parent, slug = cleaned.get("parent"), cleaned.get("slug", "")
        path = f"{parent.path}/{slug}" if parent else slug
        if LONGEST_PATH and len(path) > LONGEST_PATH:
            raise ValidationError(
                f"Its address would have {len(path)} letters; up to {LONGEST_PATH} fit. Shorten the slug."
            )
        return cleaned


@admin.register(Category)
class CategoryAdmin(PlainRelations, KeptWhileUsed, RecordedAdmin):
    form = CategoryForm
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("parent",)
    list_display = ("in_tree", "address", "position", "in_navigation")
    list_per_page = 500
    sortable_by = ()
    ordering = ("path",)
    search_fields = ("name", "path")
    actions = None

    class Media:
        css = {"all": ("css/accents.css",)}

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:  # noqa: ARG002
        return Tree

    @admin.display(description="name")
    def in_tree(self, category: Category) -> "SafeString":
        return format_html(
            '<span class="desk-branch" data-depth="{}"><span class="desk-swatch" data-accent="{}"></span>{}</span>',
            category.path.count("/"),
            category.accent,
            category.name,
        )

    @admin.display(description="address")
    def address(self, category: Category) -> str:
        return f"/{category.path}/"

    def save_model(self, request: Any, obj: Category, form: Any, change: bool) -> None:  # noqa: ARG002
        arrange_category(category=obj, by=request.user)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Sequence[str]]:  # noqa: ARG002
        return {} if obj else {"slug": ("name",)}

    def what_keeps(self, obj: Category) -> str:
        if children := ", ".join(f"“{child}”" for child in obj.children.in_order()):
            return f"{children} stand below it. Move or delete them first."
        if filed := obj.filings.count():
            return f"{stories(filed)} stand in it. File them under another category first."
        return ""


def _place(category: Category) -> list[tuple[int, str]]:
    return [(above.position, above.name) for above in category.chain()]
