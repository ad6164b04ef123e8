"""Subject words."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from articles.admin.addressed import Addressed
from articles.models import Tag
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
