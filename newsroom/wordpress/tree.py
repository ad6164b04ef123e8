"""A light tree of elements grown from any HTML. However broken it is, every word of it is somewhere in the tree."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsroom.text.allowed import MARKS, MARKS_MEANT
from newsroom.wordpress.tokens import Close, Open, Text, tokens

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"}
)
VOID |= {"wbr"}
INLINE = MARKS | MARKS_MEANT.keys() | {"big", "font", "nobr", "u", "wbr"}
IGNORED = frozenset({"html", "head", "body"})
# Beyond this depth tags are ignored and only their words are kept: nobody writes so, and walking stays safe.
DEEPEST = 60

# What an opening tag closes first, if it is open, and the elements at which the search for it stops.
TABLE_PARTS = frozenset({"thead", "tbody", "tfoot", "caption", "colgroup"})
ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "table", "td", "blockquote"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table", "td"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table", "td"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}) | {"caption", "colgroup"}, frozenset({"table"})),
    "p": (frozenset({"p"}), frozenset({"li", "td", "th", "dd", "div", "blockquote", "figure", "table", "section"})),
    "a": (frozenset({"a"}), frozenset({"li", "td", "th", "table", "figure"})),
} | {part: (TABLE_PARTS | {"tr"}, frozenset({"table"})) for part in TABLE_PARTS}
# An end tag never reaches out of a table's cell, except one of the table itself.
WALLS = frozenset({"td", "th", "table"})
TABLE_TAGS = TABLE_PARTS | WALLS | {"tr"}


@dataclass(slots=True, eq=False)
class Node:
    """An element with its attributes and what is in it: nodes and strings."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    def all(self, *tags: str) -> Iterator["Node"]:
        """Every element below with one of the names, in order."""
        for child in self.children:
            if isinstance(child, Node):
                if child.tag in tags:
                    yield child
                yield from child.all(*tags)

    def first(self, *tags: str) -> "Node | None":
        return next(self.all(*tags), None)

    def text(self) -> str:
        """The words below, with a newline for each break."""
        if self.tag == "br":
            return "\n"
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def words(self) -> str:
        """The words below on one line, those of two blocks apart."""
        return " ".join("".join(self._spaced()).split())

    def _spaced(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                gap = "" if child.tag in INLINE else " "
                yield gap
                yield from child._spaced()
                yield gap


def grow(html: str) -> Node:
    """The tree of a piece of HTML; its root has no name."""
    root = Node("")
    path = [root]
    for token in tokens(html):
        match token:
            case Text(text):
                path[-1].children.append(text)
            case Open(name, attributes) if name not in IGNORED:
                _close_implied(path, name)
                node = Node(name, attributes)
                path[-1].children.append(node)
                if name not in VOID and len(path) < DEEPEST:
                    path.append(node)
            case Close(name):
                _close(path, name)
            case _:
                pass
    return root


def _close_implied(path: list[Node], name: str) -> None:
    ended, stops = ENDS.get(name, (frozenset(), frozenset()))
    for place in range(len(path) - 1, 0, -1):
        if path[place].tag in ended:
            del path[place:]
            return
        if path[place].tag in stops:
            return


def _close(path: list[Node], name: str) -> None:
    for place in range(len(path) - 1, 0, -1):
        if path[place].tag == name:
            del path[place:]
            return
        if path[place].tag in WALLS and name not in TABLE_TAGS:
            return
