"""A field of the comment form."""

import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.functional import Promise

LINE_ENDS = re.compile("\r\n?")


class TypedField(forms.Field):
    """Words as they were typed, only line ends made alike. What is too long is refused, never cut.

    `refuse_bad` says what else is refused, `limit` names the setting, and `trimmed` are characters of no meaning at
    either end.
    """

    def __init__(self, *, refuse_bad: Callable[[str], None], limit: str, too_long: Promise, trimmed: str = "") -> None:
        self.refuse_bad, self.limit, self.too_long, self.trimmed = refuse_bad, limit, too_long, trimmed
        super().__init__()

    def to_python(self, value: Any) -> str:
        return LINE_ENDS.sub("\n", value or "").strip(self.trimmed)

    def validate(self, value: str) -> None:
        limit: int = getattr(settings, self.limit)
        if len(value) > limit:
            numbers = {"length": _grouped(len(value)), "limit": _grouped(limit)}
            raise ValidationError(self.too_long % numbers, code="too_long")
        self.refuse_bad(value)


def _grouped(number: int) -> str:
    return number_format(number, force_grouping=True)
