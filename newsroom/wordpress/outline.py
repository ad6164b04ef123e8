"""Headings in an order that makes sense under the headline, whatever levels were chosen for their size."""

from collections.abc import Iterable, Iterator

from newsroom.wordpress.tree import Node

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
HIGHEST, LOWEST = 2, 4
# A heading in one of these heads nothing on the page; it is only words that stand out.
ASIDE = frozenset({"li", "td", "th", "dd", "dt", "blockquote", "figcaption", "caption", "address", "summary", "a"})


def settle(roots: Iterable[Node]) -> None:
    """Give every heading a level from h2 to h4 without a step left out; those in lists and tables become strong."""
    above: list[int] = []
    for root in roots:
        for heading in _headings(root):
            level = int(heading.tag[1])
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
            heading.tag = f"h{min(HIGHEST + len(above) - 1, LOWEST)}"


def _headings(node: Node) -> Iterator[Node]:
    for child in node.children:
        if isinstance(child, str):
            continue
        if child.tag in ASIDE:
            _embolden(child)
        elif child.tag in HEADINGS:
            if child.text().strip():
                yield child
        else:
            yield from _headings(child)


def _embolden(node: Node) -> None:
    for heading in node.all(*HEADINGS):
        heading.children = [Node("strong", {}, heading.children)]
        heading.tag = "p" if node.tag != "a" else "span"
