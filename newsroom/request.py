"""A request whose address and form are read as UTF-8, whatever charset its sender declares."""

from contextlib import suppress
from typing import Any

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.utils.http import parse_header_parameters


class Utf8Request(WSGIRequest):
    """Every form of the site is sent in UTF-8.

    Django decodes by the declared charset instead, even the query string, and takes any codec's name for one: with
    `charset=base64` it fails before a view can answer. What was declared stays to be read in `content_params`.
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        declared = meta.get("CONTENT_TYPE", "")
        self.content_type, self.content_params = "", {}
        # A parameter with a star is in an encoding of its own, which no form needs. Python keeps in memory every name
        # of an encoding that it is asked for, so strangers' are not looked up.
        if "*" not in declared:
            with suppress(ValueError):  # too long
                self.content_type, self.content_params = parse_header_parameters(declared)


class Handler(WSGIHandler):
    request_class = Utf8Request
