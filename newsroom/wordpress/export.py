"""Reading a WordPress export (WXR 1.0 to 1.2) from the first byte to the last, one item in memory at a time."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from newsroom.wordpress import elements
from newsroom.wordpress.ledger import Ledger
from newsroom.wordpress.records import Author, Channel, Item, Term
from newsroom.wordpress.stream import CleanStream

WORDPRESS = re.compile(r"https?://wordpress\.org/export/\d+\.\d+/?$")
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
            name = etree.QName(element).localname
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
            name = etree.QName(element)
            if name.localname == "item" or (name.localname in READERS and name.namespace):
                yield READERS[name.localname](element)

    def _children(self) -> Iterator[etree._Element]:
        """The channel's child elements, each whole, each forgotten after it was used."""
        try:
            raw = self.path.open("rb")
        except OSError as problem:
            raise NotAnExportError(f"{self.path} can not be read: {problem.strerror or problem}.") from problem
        with raw:
            try:
                yield from self._walk(raw)
            except etree.XMLSyntaxError as problem:
                raise TruncatedError(f"The XML breaks off or is damaged at line {problem.lineno}.") from problem

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
                raise NotAnExportError(f"{self.path.name} is not a WordPress export: it is not XML.") from problem
            raise

    def _refuse_others(self, element: etree._Element) -> None:
        tree = element.getroottree()
        if tree.docinfo.doctype:
            raise NotAnExportError(f"{self.path.name} holds a DOCTYPE, which a WordPress export never does.")
        if not any(WORDPRESS.match(address) for address in tree.getroot().nsmap.values()):
            raise NotAnExportError(f"{self.path.name} is not a WordPress export: it does not name WordPress's format.")
