"""A browser that comes to example.com, wherever that listens in a test."""

import gzip
import http.client
import socket
import ssl
from dataclasses import dataclass

import brotli


@dataclass
class Read:
    status: int
    headers: http.client.HTTPMessage
    raw: bytes

    @property
    def text(self):
        match self.headers.get("Content-Encoding"):
            case "br":
                return brotli.decompress(self.raw).decode()
            case "gzip":
                return gzip.decompress(self.raw).decode()
        return self.raw.decode()


@dataclass
class Browser:
    port: int
    certificate: str = ""
    sent: tuple[tuple[str, str], ...] = ()

    def get(self, path, *, method="GET", host="example.com", body=None, **headers):
        """`headers`: by their names, with _ for -."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.sock = self._socket(host)
        told = {"Host": host, **dict(self.sent), **{name.replace("_", "-"): value for name, value in headers.items()}}
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in told.items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return Read(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def _socket(self, host):
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        if not self.certificate:
            return plain
        try:
            return ssl.create_default_context(cafile=self.certificate).wrap_socket(plain, server_hostname=host)
        except OSError:
            plain.close()
            raise
