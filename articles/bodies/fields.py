"""The body of a story or a page: sanitised HTML, whichever way it comes in."""

from typing import Any

from django import forms
from django.db import models
from django_prose_editor.fields import ProseEditorField

from articles.bodies.editor import EXTENSIONS
from articles.bodies.widgets import BodyWidget
from newsroom.text.html import clean


class BodyField(ProseEditorField):  # type: ignore[misc]  # the library has no types
    """A text field edited as rich text and cleaned at the gate on every save, also by `create` and `bulk_create`.

    To migrations it is a plain text field, so a change to the editor changes no table.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, extensions=dict(EXTENSIONS), sanitize=clean, preset="newsroom", **kwargs)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = clean(value)
            setattr(model_instance, self.attname, value)
        return value

    def formfield(self, **kwargs: Any) -> forms.Field:
        return super().formfield(**kwargs | {"widget": BodyWidget})  # type: ignore[no-any-return]
