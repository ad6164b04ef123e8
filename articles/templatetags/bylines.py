"""Who stands in a byline, apart: those who wrote, and those who did something else."""

from collections.abc import Iterable

from django import template

from articles.models import Byline

register = template.Library()


@register.filter
def writers(byline: Iterable[Byline]) -> list[Byline]:
    """The entries without a role, which reads as “by”."""
    return [entry for entry in byline if not entry.role]


@register.filter
def contributors(byline: Iterable[Byline]) -> list[Byline]:
    """The entries with a role of their own, such as “photographs”."""
    return [entry for entry in byline if entry.role]
