"""Pictures in the desk's lists and forms."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import ForeignKey
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html

from articles.media.models import Image

if TYPE_CHECKING:
    from django.utils.safestring import SafeString


def thumbnail(image: Image | None) -> "SafeString | str":
    """A picture for a list, with nothing to read aloud: what it belongs to is named beside it."""
    if image is None:
        return ""
    small = image.rendition("landscape", 320)
    return format_html('<img class="desk-thumbnail" src="{}" width="72" height="48" alt="" loading="lazy">', small.url)


class PictureSelect(AutocompleteSelect):
    """A picture found by typing, seen at once, or chosen from the library's grid in a window of its own."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> "SafeString":
        image = Image.objects.filter(pk=value).first() if str(value).isdecimal() else None
        return render_to_string(
            "admin/newsroom/picture_choice.html",
            {
                "select": super().render(name, value, attrs, renderer),
                "field": (attrs or {}).get("id", f"id_{name}"),
                "small": image and image.rendition("whole", 320),
            },
        )

    @property
    def media(self) -> forms.Media:
        own = forms.Media(
            css={"all": ["admin/newsroom/picture-choice.css"]},
            js=[forms.Script("admin/newsroom/picture-choice.js", type="module")],  # type: ignore[list-item]  # objects since Django 5.2
        )
        return super().media + own


class PictureFields:
    """For an admin whose `autocomplete_fields` include pictures."""

    def formfield_for_foreignkey(self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.remote_field.model is Image:
            kwargs["widget"] = PictureSelect(db_field, self.admin_site)  # type: ignore[attr-defined]  # the admin's own
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]
