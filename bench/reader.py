"""A reader of the paper: one request at a time, as a browser behind the paper's own web server sends it."""

import re
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlencode

from bench.findings import UnmeasuredError

HOST = "paper.example"
# What the web server in front would add, and the packings of today's browsers.
HEADERS = {
    "Host": HOST,
    "Accept-Encoding": "gzip, deflate, br, zstd",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": "203.0.113.1",
}
# gunicorn ends a connection over which nobody has asked for 2 s.
SILENT = 1.5
TOKEN = re.compile(r'name="token" value="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Answer:
    """`taken`: milliseconds from the request to the last byte; `sent` and `received`: the monotonic clock's seconds."""

    status: int
    headers: dict[str, str]
    body: bytes
    sent: float
    received: float

    @property
    def taken(self) -> float:
        return (self.received - self.sent) * 1000


class Reader:
    """A kept connection to a server of this machine."""

    def __init__(self, port: int, *, seconds: float = 30) -> None:
        self.port = port
        self.connection = HTTPConnection("127.0.0.1", port, timeout=seconds)
        self.asked = 0.0

    def get(self, path: str, **headers: str) -> Answer:
        return self._asked("GET", path, None, {name.replace("_", "-"): value for name, value in headers.items()})

    def page(self, path: str, *, status: int = 200, **headers: str) -> Answer:
        """The answer, which must have that status, or nothing that is measured with it is worth anything."""
        answer = self.get(path, **headers)
        if answer.status != status:
            raise UnmeasuredError(f"{path} answered {answer.status} instead of {status}.")
        return answer

    def token(self, article: str) -> str:
        """The signature in the article's comment form."""
        text = self.page(article, Accept_Encoding="identity").body.decode()
        found = TOKEN.search(text)
        if not found:
            raise UnmeasuredError(f"{article} has no comment form.")
        return found[1]

    def comment(self, article: str, token: str, text: str, address: str) -> Answer:
        """Post a comment as the form does. It must be taken and seen at once."""
        body = urlencode({"comment": text, "name": "A reader", "token": token})
        form = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        answer = self._asked("POST", f"{article}comments/", body, {**form, "X-Forwarded-For": address})
        if answer.status != 303 or "#comment-" not in answer.headers.get("location", ""):
            raise UnmeasuredError(f"A comment on {article} was answered with {answer.status} instead of 303.")
        return answer

    def close(self) -> None:
        self.connection.close()

    def _asked(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        sent = time.monotonic()
        if sent - self.asked > SILENT:
            self.connection.close()  # and opened again by the request
        self.connection.request(method, path, body, {**HEADERS, **headers})
        answer = self.connection.getresponse()
        content = answer.read()
        received = self.asked = time.monotonic()
        named = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, named, content, sent, received)


def once(port: int, path: str, **headers: str) -> Answer:
    """One answer over a fresh connection."""
    reader = Reader(port)
    try:
        return reader.get(path, **headers)
    finally:
        reader.close()
