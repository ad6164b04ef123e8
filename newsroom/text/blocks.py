"""A block of a body, what may stand in it, and how it is written out."""

from dataclasses import dataclass, field
from itertools import takewhile

from newsroom.text.allowed import HOLDERS, LEAVES, LOOSE, PLACES, STRICT
from newsroom.text.runs import Run, is_empty, paragraphs, preformatted, start_tag, tidied, written
from newsroom.text.values import Attributes

KEPT_EMPTY = frozenset({"td", "th"})
LISTS = frozenset({"dl", "ol", "ul"})


@dataclass(slots=True)
class Block:
    """An element that stands on lines of its own, holding blocks, or one line of words, or both where that is loose."""

    tag: str
    attributes: Attributes = field(default_factory=dict)
    children: list["Block | Run"] = field(default_factory=list)

    def place(self, block: "Block") -> None:
        """Put `block` in, within an item where this block holds nothing but items."""
        if self.tag not in STRICT or self.tag in parents_of(block.tag):
            self.children.append(block)
        elif item := self._item_for(block):
            item.children.append(block)

    def place_run(self, run: Run, line: "Line | None") -> None:
        """Put loose words in, as `line` says or as this block needs."""
        if is_empty(run):
            return
        if line is None:
            self._place_loose(run)
        elif line.tag == "p":
            for part in paragraphs(run):
                self.place(Block("p", line.attributes, [part]))
        else:
            self.place(Block(line.tag, line.attributes, [run]))

    def _place_loose(self, run: Run) -> None:
        if self.tag in LOOSE:
            self.children.append(run)
        elif item := STRICT.get(self.tag):
            self.children.append(Block(item, {}, [run]))

    def _item_for(self, block: "Block") -> "Block | None":
        item = STRICT[self.tag]
        if item is None:
            return None
        last = self.children[-1] if self.children else None
        if not (block.tag in LISTS and isinstance(last, Block) and last.tag == item):
            last = Block(item)
            self.children.append(last)
        return last


@dataclass(frozen=True, slots=True)
class Line:
    """The block that words make where they stand; `given` when the writer asked for it."""

    tag: str = "p"
    attributes: Attributes = field(default_factory=dict)
    given: bool = False


def parents_of(tag: str) -> frozenset[str]:
    """The blocks in which alone `tag` may stand; empty when any will do."""
    return HOLDERS.get(tag) or PLACES.get(tag) or frozenset()


def html_of(block: Block) -> str:
    """`block` as HTML, without what is empty in it; nothing when all of it is."""
    if block.tag == "table":
        _settle(block)
    if block.tag in LEAVES:
        return start_tag(block.tag, block.attributes) + ("" if block.tag == "hr" else f"</{block.tag}>")
    inner = inner_html(block)
    if not inner and block.tag not in KEPT_EMPTY:
        return ""
    return f"{start_tag(block.tag, block.attributes)}{inner}</{block.tag}>"


def inner_html(block: Block) -> str:
    """What `block` holds, as HTML."""
    neat = preformatted if block.tag == "pre" else tidied
    return "".join(html_of(child) if isinstance(child, Block) else written(neat(child)) for child in block.children)


def _settle(table: Block) -> None:
    """Put the caption first, and rows of nothing but headings at the top into a head."""
    parts = [part for part in table.children if isinstance(part, Block)]
    captions = [part for part in parts if part.tag == "caption"][:1]
    parts = [part for part in parts if part.tag != "caption"]
    if parts and parts[0].tag == "tbody":
        rows = parts[0].children
        headings = list(takewhile(_heads, rows))
        if headings and len(headings) < len(rows):
            parts[:1] = [Block("thead", {}, headings), Block("tbody", parts[0].attributes, rows[len(headings) :])]
    table.children = [*captions, *parts]


def _heads(row: "Block | Run") -> bool:
    return isinstance(row, Block) and all(isinstance(cell, Block) and cell.tag == "th" for cell in row.children)
