"""A request whose address and form are read as UTF-8, whatever charset its sender declares."""

from typing import Any

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.utils.http import parse_header_parameters


class Utf8Request(WSGIRequest):
    """Every form of the site is sent in UTF-8.

    Django decodes by the declared charset instead, even the query string, and takes any codec's name for one: with
    `charset=base64` it fails before a view can answer. What was declared stays to be read in `content_params`.
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        try:
            self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))
        except ValueError:
            # A parameter in an encoding that nobody knows: the same as a type that nobody knows.
            self.content_type, self.content_params = "", {}


class Handler(WSGIHandler):
    request_class = Utf8Request
