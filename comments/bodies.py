"""The fields in a body, whatever kind of body it is.

Every step here takes time in proportion to the body: an expression that goes back over what it has read would let one
request occupy a process for minutes.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote_to_bytes

from django.conf import settings

from comments.charsets import words

URLENCODED, MULTIPART, LINES = "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"
FORMS = (URLENCODED, MULTIPART)
FIELDS = ("name", "comment", "token", "parent", "homepage", "took", "act", "wrong", "words", "email")
MOST_ESCAPED, LONGEST_NAME = 20, 100
# Of a multipart body: RFC 2046 allows a boundary of 70 characters; no browser's head of a part is a fifth as long.
LONGEST_DELIMITER, LONGEST_HEAD = 74, 1024

_OURS = "|".join(FIELDS).encode()
_PAIR = re.compile(rb"(?:\A|&)(%s)=([^&]*)" % _OURS)
_STRAY_PERCENT = re.compile(rb"%(?![0-9A-Fa-f]{2})")
_LINE = re.compile(rb"(?:\A|\r?\n)(%s)=(.*?)(?=\r?\n(?:%s)=|\Z)" % (_OURS, _OURS), re.DOTALL)
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_PART_NAME = re.compile(rb';[ \t]*name="?(%s)"?[ \t]*(?:;|\r?\n|\Z)' % _OURS, re.IGNORECASE)
_PART_IS_A_FILE = re.compile(rb";[ \t]*filename", re.IGNORECASE)
_PART_CHARSET = re.compile(rb'charset="?([^";\s]{1,40})', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """The form's fields by name, each in the charset that it declares for itself, if any. Of one sent twice the last.

    `whole` is false for what no browser would send.
    """

    fields: dict[str, bytes]
    whole: bool
    charsets: dict[str, str]


def read(raw: bytes, *, kind: str, boundary: str, charset: str) -> Body:
    """What a body says. Its looks decide how it is read; it is whole when they are the `kind` that was declared."""
    declared = boundary.encode("latin-1", "replace")
    known = bool(declared) and kind == MULTIPART and b"--" + declared in raw
    if known or raw.startswith(b"--"):
        # Without a boundary, or with a wrong one, the body's first line still tells it.
        first_line = raw[:LONGEST_DELIMITER].partition(b"\n")[0].rstrip()
        return _in_parts(raw, b"--" + declared if known else first_line, trusted=known)
    if raw.startswith(b"{"):
        return Body(_in_json(raw), False, {})
    if kind == LINES and b"\n" in raw.strip():
        return Body({name.decode(): value for name, value in _LINE.findall(raw.strip())}, False, {})
    few = raw.count(b"&") < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    return Body(_urlencoded(raw, charset), kind == URLENCODED and few and not _STRAY_PERCENT.search(raw), {})


def _urlencoded(raw: bytes, charset: str) -> dict[str, bytes]:
    found = {pair[1].decode(): pair[2] for pair in _PAIR.finditer(raw)}
    if not found:
        # Even the names may be escaped: in some charsets they have to be.
        pairs = [part.partition(b"=") for part in raw.split(b"&", MOST_ESCAPED)[:MOST_ESCAPED]]
        escaped = ((name, value) for name, _, value in pairs if b"%" in name and len(name) <= LONGEST_NAME)
        found = {words(unquote_to_bytes(name), charset): value for name, value in escaped}
    return {name: unquote_to_bytes(found[name].replace(b"+", b" ")) for name in FIELDS if name in found}


def _in_json(raw: bytes) -> dict[str, bytes]:
    try:
        said = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return {name: said[name].encode("utf-8", "replace") for name in FIELDS if isinstance(said.get(name), str)}


def _in_parts(raw: bytes, delimiter: bytes, *, trusted: bool) -> Body:
    fields, charsets = {}, {}
    whole, most = trusted and b"\n" + delimiter + b"--" in raw, settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    for number, part in enumerate(islice(_parts(raw, delimiter), 10 * most), 1):
        head, *value = _END_OF_HEAD.split(part, maxsplit=1)
        whole = whole and number <= most and len(head) <= LONGEST_HEAD
        name = _PART_NAME.search(head)
        if name and value and not _PART_IS_A_FILE.search(head):
            field = name[1].decode().lower()
            fields[field] = value[0]
            charset = _PART_CHARSET.search(head)
            charsets[field] = charset[1].decode("latin-1") if charset else ""
    return Body(fields, whole, charsets)


def _parts(raw: bytes, delimiter: bytes) -> Iterator[bytes]:
    """Each part with its head, without the line end before the next delimiter. The last may have been cut off."""
    begin = None
    for found in re.finditer(rb"(?:\A|\r?\n)%s(--)?[ \t]*(?=\r?\n|\Z)" % re.escape(delimiter), raw):
        if begin is not None:
            yield raw[begin : found.start()]
        begin = None if found[1] else found.end()
    if begin is not None:
        yield raw[begin:]
