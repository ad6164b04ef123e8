"""Cutting HTML that people wrote by hand into tags and text, in linear time, losing no word of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

NAME = re.compile(r"[A-Za-z][^\s/>\"'=<]*")
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
STOP = re.compile(r"=\s*[\"']|[\"'>]")
# What looks like a tag and is none, and how it ends; the text in a CDATA section is text.
NO_TAGS = (("<!--", "-->"), ("<![CDATA[", ""), ("<!", ">"), ("<?", ">"))
# A tag longer than this is a stray "<".
LONGEST_TAG = 1 << 16
SWALLOWED = frozenset({"script", "style", "template"})


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Open:
    name: str
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Close:
    name: str


Token = Text | Open | Close


class Scanner:
    """A text that is searched forwards. It remembers what occurs no more, so that no search runs in vain twice."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._absent: set[str] = set()

    def find(self, needle: str, start: int) -> int:
        if needle in self._absent:
            return -1
        found = self.source.find(needle, start)
        if found < 0:
            self._absent.add(needle)
        return found

    def end_of_tag(self, start: int) -> int:
        """The position of the ">" that ends the tag opened at `start`, or -1. A ">" in a quoted value ends nothing."""
        first = self.find(">", start)
        if not 0 <= first - start < LONGEST_TAG:
            return -1
        place = start
        while match := STOP.search(self.source, place, start + LONGEST_TAG):
            found = match.group()
            if found == ">":
                return match.start()
            place = match.end()
            # A stray quote means nothing; only one after "=" begins a value.
            if found.startswith("="):
                closing = self.find(found[-1], place)
                if closing < 0:
                    return first
                place = closing + 1
        return first

    def after_element(self, start: int, name: str) -> int:
        """Where the text goes on after a script or style; at once when it is never closed."""
        if f"</{name}" in self._absent:
            return start
        closing = re.compile(f"</{name}", re.IGNORECASE).search(self.source, start)
        end = self.find(">", closing.end()) if closing else -1
        if end < 0:
            self._absent.add(f"</{name}")
            return start
        return end + 1


def tokens(source: str) -> Iterator[Token]:
    """Tags and text in order. Comments, scripts and styles are left out; character references are resolved."""
    scanner, place = Scanner(source), 0
    while place < len(source):
        opening = scanner.find("<", place)
        if opening < 0:
            yield Text(unescape(source[place:]))
            return
        if opening > place:
            yield Text(unescape(source[place:opening]))
        token, place = _markup(scanner, opening)
        if token:
            yield token
        if isinstance(token, Open) and token.name in SWALLOWED:
            place = scanner.after_element(place, token.name)


def _markup(scanner: Scanner, opening: int) -> tuple[Token | None, int]:
    """What begins at this "<" and where it ends; a "<" that begins nothing is text."""
    source = scanner.source
    for mark, ending in NO_TAGS:
        if source.startswith(mark, opening):
            closing = scanner.find(ending, opening + len(mark)) if ending else -1
            return None, (closing + len(ending) if closing >= 0 else opening + len(mark))
    is_close = source.startswith("</", opening)
    name = NAME.match(source, opening + 1 + is_close)
    end = scanner.end_of_tag(name.end()) if name else -1
    if not name or end < 0:
        return Text("<"), opening + 1
    if is_close:
        return Close(name.group().lower()), end + 1
    return Open(name.group().lower(), _attributes(source[name.end() : end])), end + 1


def _attributes(source: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in ATTRIBUTE.findall(source):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found
