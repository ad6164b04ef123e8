"""Those who write."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from articles.admin.addressed import Addressed
from articles.admin.deleting import KeptWhileUsed, stories
from articles.admin.pictures import PictureFields, thumbnail
from articles.admin.relations import PlainRelations
from articles.models import Author
from newsroom.lists import LargeModelAdmin

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

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
            self._check(label, address)
        return [[label.strip(), address] for label, _, address in pairs]

    def _check(self, label: str, address: str) -> None:
        try:
            _is_address(address)
        except ValidationError:
            raise ValidationError(
                f"“{label} {address}”: end the line with a whole address, for instance https://example.com."
            ) from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.prepare_value(initial) != data)


class AuthorForm(forms.ModelForm):  # type: ignore[type-arg]  # generic to the checker only
    links = LinksField(required=False, help_text="One a line, the label first: “Website https://example.com”.")

    class Meta:
        model = Author
        fields = ("name", "slug", "role", "bio", "portrait", "links")


@admin.register(Author)
class AuthorAdmin(Addressed, PictureFields, PlainRelations, KeptWhileUsed, LargeModelAdmin):
    form = AuthorForm
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("portrait",)
    list_display = ("thumbnail", "name", "role")
    list_display_links = ("name",)
    list_select_related = ("portrait",)
    search_fields = ("name",)

    @admin.display(description="portrait")
    def thumbnail(self, author: Author) -> "SafeString | str":
        return thumbnail(author.portrait)

    def what_keeps(self, obj: Author) -> str:
        written = obj.bylines.count()
        return f"{stories(written)} bear the name. Take it out of their bylines first." if written else ""
