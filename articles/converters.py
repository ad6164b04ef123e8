"""What may stand in an address. `ArticlesConfig.ready` registers these before any address is read."""

from django.urls import register_converter
from django.urls.converters import IntConverter, StringConverter


class Year(StringConverter):
    regex = "[0-9]{4}"


class TwoDigits(StringConverter):
    regex = "[0-9]{2}"


class Ordinal(IntConverter):
    """The number of a page, written in one way, so that the page has one address."""

    regex = "[1-9][0-9]{0,8}"


class SectionPath(StringConverter):
    """A category's path from the root, or a page's slug."""

    regex = "[-a-zA-Z0-9_]+(?:/[-a-zA-Z0-9_]+)*"


def register() -> None:
    register_converter(Year, "yyyy")
    register_converter(TwoDigits, "nn")
    register_converter(Ordinal, "ordinal")
    register_converter(SectionPath, "section")
