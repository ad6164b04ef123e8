"""Which way a language runs."""

from typing import Final

from django import template

register = template.Library()

RIGHT_TO_LEFT: Final = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


@register.filter
def direction(language: str) -> str:
    """“rtl” or “ltr”, for the attribute `dir`."""
    return "rtl" if language.lower().partition("-")[0] in RIGHT_TO_LEFT else "ltr"
