"""Tags in a story's form: words with commas between them, found while they are typed."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from taggit.forms import TagField, TagWidget

from articles.models import Tag
from newsroom.text.slugs import fold

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

LONGEST = 100
# What stands between commas, or between quotation marks for a tag that has a comma itself.
PART = re.compile(r'\s*"([^"]+)"\s*|([^,]+)')


class TagsInput(TagWidget):  # type: ignore[misc]  # taggit has no types
    def format_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else ", ".join(_written(tag.name) for tag in value)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> "SafeString":
        field = super().render(name, value, attrs, renderer)
        return render_to_string("admin/newsroom/tag_suggestions.html", {"input": field})

    @property
    def media(self) -> forms.Media:
        return forms.Media(
            css={"all": ["admin/newsroom/tag-suggestions.css"]},
            js=[forms.Script("admin/newsroom/tag-suggestions.js", type="module")],  # type: ignore[list-item]  # objects since Django 5.2
        )


class TagsField(TagField):  # type: ignore[misc]  # taggit has no types
    """Each tag once, however often and in whatever case it was typed. A space never parts two tags."""

    widget = TagsInput(attrs={"class": "vLargeTextField", "autocomplete": "off"})

    def clean(self, value: Any) -> list[str]:
        typed = forms.CharField.clean(self, value)
        tidy = (" ".join((quoted or plain).split()) for quoted, plain in PART.findall(typed))
        tags = {fold(tag): tag for tag in tidy if tag}
        for tag in tags.values():
            if len(tag) > LONGEST:
                raise ValidationError(f"A tag has up to {LONGEST} letters. Put commas between tags: “{tag[:40]}…”.")
        return list(tags.values())


def refuse_new(tags: Iterable[str]) -> None:
    """Raise ValidationError when one of these tags is not there yet."""
    known = set(Tag.objects.filter(key__in=[fold(tag) for tag in tags]).values_list("key", flat=True))
    new = [f"“{tag}”" for tag in tags if fold(tag) not in known]
    if new:
        raise ValidationError(
            f"There is no tag {', '.join(new)} yet. Take one that exists, or ask an editor to add it."
        )


def _written(name: str) -> str:
    return f'"{name}"' if "," in name else name
