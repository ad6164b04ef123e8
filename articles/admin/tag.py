"""Subject words."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from articles.admin.addressed import Addressed
from articles.admin.merging import merge_view
from articles.models import StoryTag, Tag, public_at
from articles.models.tag import FEWEST
from newsroom import clock
from newsroom.lists import LargeModelAdmin
from newsroom.text.slugs import fold


class TagForm(forms.ModelForm):  # type: ignore[type-arg]  # generic to the checker only
    class Meta:
        model = Tag
        fields = ("name", "slug")

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        same = Tag.objects.filter(key=fold(name)).exclude(pk=self.instance.pk).first()
        if same:
            raise ValidationError(f"There is a tag “{same.name}” already; case and accents make no difference.")
        return name


@admin.register(Tag)
class TagAdmin(Addressed, LargeModelAdmin):
    form = TagForm
    prepopulated_fields = {"slug": ("name",)}
    list_display = ("name", "slug")
    search_fields = ("name",)
    ordering = ("name",)

    def view_on_site(self, obj: Tag) -> str | None:
        public = StoryTag.objects.filter(public_at(clock.now(), "content_object__"), tag=obj)
        return obj.get_absolute_url() if public[:FEWEST].count() == FEWEST else None

    def get_urls(self) -> list[URLPattern]:
        merge = path("<int:pk>/merge/", self.admin_site.admin_view(self.merge), name="articles_tag_merge")
        return [merge, *super().get_urls()]

    def merge(self, request: HttpRequest, pk: int) -> HttpResponse:
        return merge_view(self, request, pk)

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        context["may_merge"] = self.has_change_permission(request) and self.has_delete_permission(request)
        return super().render_change_form(request, context, *args, **kwargs)
