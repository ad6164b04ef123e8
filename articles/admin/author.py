"""Those who write."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from articles.admin.large import LargeModelAdmin
from articles.models import Author

_is_address = URLValidator(schemes=["http", "https"])


class LinksField(forms.CharField):
    """Links as lines of label and address, for instance “Website https://example.com”."""

    widget = forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(" ".join(pair) for pair in value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[list[str]]:  # type: ignore[override]
        pairs = [line.strip().rpartition(" ") for line in (value or "").splitlines() if line.strip()]
        for label, _, address in pairs:
            if not label:
                raise ValidationError(f"Write a label before the address “{address}”.")
            _is_address(address)
        return [[label.strip(), address] for label, _, address in pairs]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.prepare_value(initial) != data)


class AuthorForm(forms.ModelForm):  # type: ignore[type-arg]  # generic to the checker only
    links = LinksField(required=False, help_text="One a line, the label first: “Website https://example.com”.")

    class Meta:
        model = Author
        fields = ("name", "slug", "role", "bio", "portrait", "links")


@admin.register(Author)
class AuthorAdmin(LargeModelAdmin):
    form = AuthorForm
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("portrait",)
    list_display = ("name", "role")
    search_fields = ("name",)
