"""What may stand in an address."""

from django.urls.converters import StringConverter


class Year(StringConverter):
    regex = "[0-9]{4}"


class TwoDigits(StringConverter):
    regex = "[0-9]{2}"


class SectionPath(StringConverter):
    """A category's path from the root, or a page's slug."""

    regex = "[-a-zA-Z0-9_]+(?:/[-a-zA-Z0-9_]+)*"
