"""WordPress's block comments: what stood between them, and which blocks have nothing to show outside WordPress."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

OPENING, CLOSING, END = "<!-- wp:", "<!-- /wp:", "-->"
# These say nothing by themselves, so nothing is missed without them.
SILENT = frozenset({"more", "nextpage", "spacer", "separator", "paragraph", "heading", "list", "html", "column"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One block comment."""

    name: str
    attributes: dict[str, Any]
    closes: bool
    alone: bool
    start: int
    end: int


@dataclass(slots=True)
class Part:
    """A stretch of a body: inside blocks its HTML is finished, outside its line ends still mean something."""

    html: str
    classic: bool


@dataclass(slots=True)
class Blocks:
    parts: list[Part] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def marks(text: str) -> Iterator[Mark]:
    """The block comments in order. Searching is by str.find: the usual regular expression is quadratic."""
    place = 0
    while (start := text.find("<!-- ", place)) >= 0:
        place = start + 5
        closes = text.startswith(CLOSING, start)
        if not closes and not text.startswith(OPENING, start):
            continue
        end = text.find(END, place)
        if end < 0:
            return
        inside = text[start + len(CLOSING if closes else OPENING) : end].strip()
        alone = inside.endswith("/")
        name, _, said = inside.rstrip("/").strip().partition(" ")
        place = end + len(END)
        yield Mark(name, _attributes(said), closes, alone, start, place)


def filled(text: str, reusable: Mapping[str, str]) -> str:
    """The text with the blocks that are kept in one place and shown in many, as far as the export holds them."""
    out, place = [], 0
    for mark in marks(text):
        content = reusable.get(str(mark.attributes.get("ref"))) if mark.name == "block" and mark.alone else None
        if content is not None:
            out += [text[place : mark.start], content]
            place = mark.end
    return "".join([*out, text[place:]])


def split(text: str) -> Blocks:
    """The body without block comments, in parts, and the names of the blocks that are left behind."""
    found, depth, place = Blocks(), 0, 0
    for mark in marks(text):
        _add(found, text[place : mark.start], classic=depth == 0)
        place = mark.end
        if mark.alone:
            _show(found, mark, classic=depth == 0)
        else:
            depth = max(0, depth - 1) if mark.closes else depth + 1
    _add(found, text[place:], classic=depth == 0)
    return found


def _add(found: Blocks, html: str, *, classic: bool) -> None:
    """Append to the part that is going on, or begin one of the other sort."""
    if found.parts and (found.parts[-1].classic == classic or not html.strip()):
        found.parts[-1].html += html
    elif html:
        found.parts.append(Part(html, classic))


def _show(found: Blocks, mark: Mark, *, classic: bool) -> None:
    """A block without HTML of its own: an embed has an address to show, others only meant something in WordPress."""
    address = mark.attributes.get("url")
    if mark.name.startswith(("embed", "core-embed/")) and isinstance(address, str):
        _add(found, f"\n\n[embed]{address}[/embed]\n\n", classic=classic)
    elif mark.name not in SILENT:
        found.left.append(mark.name)


def _attributes(said: str) -> dict[str, Any]:
    try:
        read = json.loads(said) if said else {}
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}
