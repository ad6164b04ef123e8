"""The form in which a story is written."""

from typing import Any

from django import forms

from articles.models import State, Story
from newsroom.text.slugs import slugify

FIELDSETS = (
    (None, {"fields": ("kicker", "headline", "deck")}),
    ("Text", {"fields": ("dateline", "body")}),
    ("Lead picture", {"fields": ("lead_image", "lead_caption")}),
    ("Filing", {"fields": ("category", "further_categories", "tags", ("kind", "language"))}),
    ("Sources", {"fields": ("credit_line",)}),
    ("Address and times", {"fields": ("slug", "published_at", "updated_at", "expires_at")}),
    ("Comments", {"fields": ("comment_policy",)}),
    (
        "Search engines and shared links",
        {
            "classes": ("collapse",),
            "fields": ("search_title", "search_description", "social_title", "social_description", "social_image"),
        },
    ),
)


class StoryForm(forms.ModelForm):  # type: ignore[type-arg]  # generic to the checker only
    class Meta:
        model = Story
        fields = "__all__"  # noqa: DJ007  # the admin's fieldsets choose
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField headline-field"}),
            "deck": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
        }

    def clean_headline(self) -> str:
        return " ".join(self.cleaned_data["headline"].split())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if "slug" in self.fields and not cleaned.get("slug"):
            cleaned["slug"] = slugify(cleaned.get("headline", ""))
        published = self.instance.state == State.PUBLISHED
        if published and "published_at" in cleaned and cleaned["published_at"] is None:
            self.add_error("published_at", "A published story keeps its time. To take it down, withdraw it.")
        return cleaned
