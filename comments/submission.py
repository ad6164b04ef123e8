"""Reading what a comment form sent, whatever it is: the words come out, or a sentence that says why not.

Django's own `request.POST` answers 400 or 500 to some of this and repairs the rest in silence; here everything typed is
kept for the page that asks again.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParser, MultiPartParserError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comments.charsets import is_utf8, recoded, words

OTHER_CHARSET = _("Your comment came in a character set that this page does not read. Please send it again.")
DAMAGED = _("Your comment arrived damaged. Please look it over and send it again.")
TOO_BIG = _("What you sent is too long to be read.")
NOT_A_FORM = _("Please use this form to comment.")

FIELDS = ("name", "comment", "token", "parent")
LONGEST_NAME = 40
# A field of a multipart body that cannot be read as a whole: its name, and its words as far as the next part.
PART = re.compile(rb'\bname="(%s)"\r\n(?:[^\r\n]+\r\n)*\r\n(.*?)(?=\r\n--|\Z)' % "|".join(FIELDS).encode(), re.DOTALL)
STRAY_PERCENT = re.compile(rb"%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Submission:
    """The fields by name, as far as they could be read, and what was wrong with the whole."""

    fields: dict[str, str]
    fault: Promise | None = None


type Pairs = list[tuple[bytes, bytes]]


def submitted(request: HttpRequest) -> Submission:
    """What the request sent. Never raises for what is in it."""
    charset = request.content_params.get("charset", "") if request.content_params else ""
    # Nothing later may decode any part of this request as its sender declares.
    request.encoding = "utf-8"
    try:
        body = request.body
    except RequestDataTooBig:
        return Submission({}, TOO_BIG)
    except UnreadablePostError:
        return Submission({}, DAMAGED)
    pairs, fault = _pairs(request.content_type or "", request.content_params or {}, body, charset)
    said = {words(name, charset): words(value, charset) for name, value in pairs if len(name) <= LONGEST_NAME}
    fields = {name: value for name, value in said.items() if name in FIELDS}
    if not is_utf8(charset):
        fault = OTHER_CHARSET
    return Submission(fields, fault or _undecodable(pairs))


def _pairs(kind: str, params: dict[str, str], body: bytes, charset: str) -> tuple[Pairs, Promise | None]:
    if not body:
        return [], None
    if kind == "multipart/form-data":
        return _multipart(body, params.get("boundary", ""))
    if kind == "application/x-www-form-urlencoded":
        return _urlencoded(body, charset)
    return _in_json(body) or _split(body), NOT_A_FORM


def _urlencoded(body: bytes, charset: str) -> tuple[Pairs, Promise | None]:
    pairs = _split(body)
    if not is_utf8(charset) and not any(words(name, charset) == "comment" for name, _ in pairs):
        pairs = _split(recoded(body, charset))
    damaged = len(pairs) > settings.DATA_UPLOAD_MAX_NUMBER_FIELDS or STRAY_PERCENT.search(body)
    return pairs, DAMAGED if damaged else None


def _split(body: bytes) -> Pairs:
    return [_decoded(part) for part in body.split(b"&")]


def _decoded(part: bytes) -> tuple[bytes, bytes]:
    name, _, value = part.replace(b"+", b" ").partition(b"=")
    return unquote_to_bytes(name), unquote_to_bytes(value)


def _in_json(body: bytes) -> Pairs:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return []
    if not isinstance(said, dict):
        return []
    typed = {name: said[name] for name in FIELDS if isinstance(said.get(name), str)}
    return [(name.encode(), value.encode("utf-8", "replace")) for name, value in typed.items()]


def _multipart(body: bytes, boundary: str) -> tuple[Pairs, Promise | None]:
    # Without a boundary, or with a wrong one, the body's first line still tells it.
    first = body.partition(b"\r\n")[0].removeprefix(b"--").decode("latin-1")
    damaged = boundary != first or f"\r\n--{first}--".encode("latin-1") not in body
    meta = {"CONTENT_TYPE": f"multipart/form-data; boundary={first}", "CONTENT_LENGTH": len(body)}
    try:
        # Latin-1 maps every byte to itself, so that the bytes themselves come back. No handler: files are left.
        found, _files = MultiPartParser(meta, BytesIO(body), [], "latin-1").parse()
    except (MultiPartParserError, SuspiciousOperation, ValueError):
        return PART.findall(body), DAMAGED
    pairs = [(name.encode("latin-1", "replace"), str(value).encode("latin-1")) for name, value in found.items()]
    return pairs, DAMAGED if damaged else None


def _undecodable(pairs: Iterable[tuple[bytes, bytes]]) -> Promise | None:
    try:
        for name, value in pairs:
            name.decode()
            value.decode()
    except UnicodeDecodeError:
        return DAMAGED
    return None
