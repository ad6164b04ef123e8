"""A comment that may hold HTML as the plain text that comments are here."""

import re
from collections.abc import Iterator

from newsroom.wordpress.tree import Node, grow
from newsroom.wordpress.wording import readable

PARAGRAPHS = frozenset({"p", "div", "blockquote", "ul", "ol", "dl", "pre", "table", "address", "figure", "hr"})
PARAGRAPHS |= {"h1", "h2", "h3", "h4", "h5", "h6"}
# What begins each of these, and what ends it.
AROUND = {"li": ("\n– ", ""), "dt": ("\n", ""), "dd": ("\n", ""), "tr": ("\n", ""), "td": (" ", " "), "q": ("“", "”")}


def comment_text(content: str) -> str:
    """Paragraphs by blank lines, items by dashes, the address of a link after its words."""
    lines = re.sub(r"<br\s*/?>\n", "\n", content.replace("\r\n", "\n").replace("\r", "\n"))
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", readable("".join(_words(grow(lines)))))
    return re.sub(r"\n+– ", "\n– ", re.sub(r"\n{3,}", "\n\n", text))


def _words(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        elif child.tag == "br":
            yield "\n"
        else:
            before, after = ("\n\n", "\n\n") if child.tag in PARAGRAPHS else AROUND.get(child.tag, ("", ""))
            yield before
            yield from _words(child)
            yield _address(child)
            yield after


def _address(node: Node) -> str:
    """The address of a link or picture in brackets, when the words do not say it."""
    target = node.attributes.get("href", "") if node.tag == "a" else node.attributes.get("src", "")
    return f" ({target})" if target.startswith("http") and target not in node.text() else ""
