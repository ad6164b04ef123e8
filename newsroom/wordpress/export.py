"""Reading a WordPress export (WXR 1.0 to 1.2) from the first byte to the last, one item in memory at a time."""

import codecs
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from newsroom.wordpress import elements
from newsroom.wordpress.ledger import Ledger
from newsroom.wordpress.records import Author, Channel, Item, Term
from newsroom.wordpress.stream import CHUNK, CleanStream

WORDPRESS = re.compile(r"https?://wordpress\.org/export/\d+\.\d+/?$")
# What people have instead of an export, by its first bytes.
MISTAKEN = {
    b"<!doctype html": "it is a web page, perhaps WordPress asking for a password",
    b"<html": "it is a web page, perhaps WordPress asking for a password",
    b"pk\x03\x04": "it is packed; unpack it and import the .xml file in it",
    b"\x1f\x8b": "it is packed; unpack it and import the .xml file in it",
}
READERS: dict[str, Callable[[etree._Element], Author | Term | Item]] = {
    "author": elements.author,
    "item": elements.item,
    "category": elements.term,
    "tag": elements.term,
    "term": elements.term,
}


class NotAnExportError(Exception):
    """The file is something else; the message is one sentence for a person."""


class TruncatedError(Exception):
    """The XML broke off or is damaged; what was yielded before is good, and accounted for in `ledger` by an import."""

    ledger: Ledger | None = None


class Export:
    """One export file. It may be read several times; each reading streams it anew."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def channel(self) -> Channel:
        """The head of the file. Raises NotAnExportError when the file is not a WordPress export."""
        head: dict[str, str] = {}
        for element in self._children():
            name = elements.name_of(element)
            if name in READERS and name != "category":
                break
            head.setdefault(name, (element.text or "").strip())
        return Channel(
            title=head.get("title", ""),
            link=head.get("link", ""),
            blog_url=head.get("base_blog_url", ""),
            language=head.get("language", ""),
            version=head.get("wxr_version", ""),
        )

    def entries(self) -> Iterator[Author | Term | Item]:
        """Everything in the file in order. Raises NotAnExportError at once, TruncatedError where it breaks off."""
        for element in self._children():
            # An ordinary feed has categories of its own; only those in WordPress's namespace are terms.
            name = elements.name_of(element)
            if name == "item" or (name in READERS and name != element.tag):
                yield READERS[name](element)

    def _children(self) -> Iterator[etree._Element]:
        """The channel's child elements, each whole, each forgotten after it was used."""
        try:
            raw = self.path.open("rb")
        except OSError as problem:
            raise NotAnExportError(f"{self.path} can not be read: {problem.strerror or problem}.") from problem
        with raw:
            yield from self._walk(raw)

    def _walk(self, raw: BinaryIO) -> Iterator[etree._Element]:
        begun = False
        events = etree.iterparse(
            CleanStream(raw),
            events=("end",),
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            for _event, element in events:
                if not begun:
                    self._refuse_others(element)
                    begun = True
                parent = element.getparent()
                if parent is None or parent.tag != "channel":
                    continue
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del parent[0]
        except etree.XMLSyntaxError as problem:
            if not begun:
                raise self._refusal(self._mistaken() or "it is not XML, or damaged at its very beginning") from problem
            # A namespace that was not declared is told at the end too, and has stopped nothing.
            if fatal := events.error_log.filter_from_fatals().last_error:
                raise TruncatedError(f"The XML breaks off or is damaged at line {fatal.line}.") from problem

    def _mistaken(self) -> str:
        """What a person took for an export, by its first bytes; an empty string when they do not say."""
        with self.path.open("rb") as raw:
            first = raw.read(CHUNK).removeprefix(codecs.BOM_UTF8).strip().lower()
        if b"<!doctype" in first and not first.startswith(tuple(MISTAKEN)):
            return "it holds a DOCTYPE, which an export never does"
        found = (what for beginning, what in MISTAKEN.items() if first.startswith(beginning))
        return next(found, "" if first else "it is empty")

    def _refusal(self, why: str) -> NotAnExportError:
        return NotAnExportError(f"{self.path.name} is not a WordPress export: {why}.")

    def _refuse_others(self, element: etree._Element) -> None:
        tree = element.getroottree()
        if tree.docinfo.doctype:
            raise self._refusal(self._mistaken())
        if not any(WORDPRESS.match(address) for address in tree.getroot().nsmap.values()):
            raise self._refusal(self._mistaken() or "it does not name WordPress's format")
