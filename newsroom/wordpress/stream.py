"""Bytes of an export as an XML parser wants them: valid UTF-8 without characters that XML forbids."""

import codecs
import re
from typing import BinaryIO

# Real exports hold control characters and bad UTF-8 that somebody once pasted; the parser would stop at the first.
FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
FORBIDDEN_ANYWHERE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,10}));")
DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
LONGEST_REFERENCE = 16
CHUNK = 1 << 16


def _kept_reference(match: re.Match[str]) -> str:
    """The reference itself, or nothing when it names a character that XML forbids."""
    hexadecimal, decimal = match.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    forbidden = code in FORBIDDEN or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF
    return "" if forbidden else match.group()


class CleanStream:
    """A binary file to read from; what comes out is always UTF-8 that XML allows."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        first = raw.read(CHUNK)
        self._decode = codecs.getincrementaldecoder(_encoding_of(first))("replace")
        # White space before the declaration is a common fault of old sites and fatal to a parser.
        self._held = self._decode.decode(first).lstrip("\ufeff \t\r\n")
        self._done = not first

    def read(self, size: int = CHUNK) -> bytes:
        """About `size` bytes, none only at the end."""
        while not self._done:
            chunk = self._raw.read(max(size, 1))
            self._done = not chunk
            text = self._held + self._decode.decode(chunk, final=self._done)
            edge = len(text) if self._done else _safe_edge(text)
            clean, self._held = text[:edge], text[edge:]
            if clean := _allowed(clean):
                return clean.encode()
        return b""


def _allowed(text: str) -> str:
    # Nearly every chunk is clean, and searching costs much less than translating.
    text = text.translate(FORBIDDEN) if FORBIDDEN_ANYWHERE.search(text) else text
    return REFERENCE.sub(_kept_reference, text) if "&#" in text else text


def _encoding_of(first: bytes) -> str:
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    declared = DECLARED.match(first)
    try:
        return codecs.lookup(declared.group(1).decode()).name if declared else "utf-8"
    except LookupError:
        return "utf-8"


def _safe_edge(text: str) -> int:
    """Where the text may be cut without cutting a character reference in two."""
    ampersand = text.rfind("&", max(0, len(text) - LONGEST_REFERENCE))
    return len(text) if ampersand < 0 else ampersand
