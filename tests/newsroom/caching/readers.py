"""Asking as a web server does: a WSGI environment in, status, headers and bytes out."""

import gzip
from dataclasses import dataclass
from wsgiref.util import setup_testing_defaults

import brotli

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}


@dataclass
class Seen:
    """What a reader was answered."""

    status: int
    headers: dict
    names: list
    body: bytes

    @property
    def text(self):
        return UNPACK[self.headers.get("content-encoding", "")](self.body).decode()


class Worker:
    """An application, and how often it made a page itself."""

    def __init__(self, layer):
        self.layer, self.made = layer, 0
        inner = layer.application

        def counted(environ, start_response):
            self.made += 1
            return inner(environ, start_response)

        layer.application = counted

    def ask(self, address, *, method="GET", host="testserver", **headers):
        path, _, query = address.partition("?")
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": host}
        setup_testing_defaults(environ)
        environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        said = {}

        def start_response(status, fields, exc_info=None):  # WSGI's
            said["status"], said["fields"] = int(status[:3]), fields

        parts = self.layer(environ, start_response)
        try:
            body = b"".join(parts)
        finally:
            if hasattr(parts, "close"):
                parts.close()
        fields = said["fields"]
        return Seen(said["status"], {k.lower(): v for k, v in fields}, [k.lower() for k, _ in fields], body)

    def makes(self, address, **headers):
        """Whether asking made the page anew."""
        before = self.made
        self.ask(address, **headers)
        return self.made > before
