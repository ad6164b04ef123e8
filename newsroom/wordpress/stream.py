"""Bytes of an export as an XML parser wants them: valid UTF-8 without characters that XML forbids."""

import codecs
import re
from html.entities import name2codepoint
from typing import BinaryIO

# Real exports hold control characters and bad UTF-8 that somebody once pasted; the parser would stop at the first.
FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
FORBIDDEN_ANYWHERE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,10}));")
# Names that HTML knows and XML does not. The parser would stop at the first that stands outside a CDATA section.
NAMED = re.compile(rf"&({'|'.join(name for name in name2codepoint if name not in {'amp', 'gt', 'lt', 'quot'})});")
DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
LONGEST_REFERENCE = 16
MARKS = {
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
    "<".encode("utf-16-le"): "utf-16-le",
    "<".encode("utf-16-be"): "utf-16-be",
}
CHUNK = 1 << 16


def _kept_reference(match: re.Match[str]) -> str:
    """The reference itself, or nothing when it names a character that XML forbids."""
    hexadecimal, decimal = match.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    forbidden = code in FORBIDDEN or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF
    return "" if forbidden else match.group()


def _as_windows(problem: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8 was pasted from somewhere older; nearly always it was this."""
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    return problem.object[problem.start : problem.end].decode("cp1252", "replace"), problem.end


codecs.register_error("as_windows", _as_windows)


class CleanStream:
    """A binary file to read from; what comes out is always UTF-8 that XML allows."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        first = raw.read(CHUNK)
        self._decode = codecs.getincrementaldecoder(_encoding_of(first))("as_windows")
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
    text = NAMED.sub(lambda match: chr(name2codepoint[match.group(1)]), text)
    return REFERENCE.sub(_kept_reference, text) if "&#" in text else text


def _encoding_of(first: bytes) -> str:
    """What the file is written in: as its first bytes show, else as it declares, if that can be true of them."""
    for mark, encoding in MARKS.items():
        if first.startswith(mark):
            return encoding
    declared = DECLARED.match(first)
    name = declared.group(1).decode() if declared else "utf-8"
    try:
        can_be = b"<".decode(name) == "<" and codecs.getincrementaldecoder(name)("as_windows").decode(first) != ""
    except (LookupError, ValueError):
        # Unknown, no encoding of texts, or one in which the declaration itself could not be read.
        can_be = False
    return name if can_be else "utf-8"


def _safe_edge(text: str) -> int:
    """Where the text may be cut without cutting a character reference in two."""
    ampersand = text.rfind("&", max(0, len(text) - LONGEST_REFERENCE))
    return len(text) if ampersand < 0 else ampersand
