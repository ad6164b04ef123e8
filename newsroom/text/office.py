"""What word processors mean by the styles they put on the clipboard."""

import re
from collections.abc import Mapping

from newsroom.text.blocks import Block

MADE_BY_OFFICE = re.compile(
    r"mso-|\bclass=[\"']?Mso|urn:schemas-microsoft-com|content=[\"']?LibreOffice", re.IGNORECASE
)
LIST_LEVEL = re.compile(r"mso-list:[^;]*\blevel([1-9])", re.IGNORECASE)
LIST_MARKER = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
# A number, or letters with a point or bracket behind them: Word also writes bullets as letters, “o” first among them.
COUNTED = re.compile(r"\W*(?:[0-9]|[^\W_]{1,5}[.):、-])")
COMMENT_CLASSES = frozenset({"msocomanchor", "msocomoff", "msocomtxt", "MsoCommentReference"})
COMMENT_STYLE = re.compile(r"mso-element:\s*comment|mso-special-character:\s*comment", re.IGNORECASE)

BOLD = re.compile(r"font-weight:\s*(bold|bolder|[6-9]00)", re.IGNORECASE)
NOT_BOLD = re.compile(r"font-weight:\s*(normal|[1-5]00)", re.IGNORECASE)
STYLED = {
    "strong": BOLD,
    "em": re.compile(r"font-style:\s*(italic|oblique)", re.IGNORECASE),
    "s": re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE),
    "sub": re.compile(r"vertical-align:\s*sub", re.IGNORECASE),
    "sup": re.compile(r"vertical-align:\s*super", re.IGNORECASE),
}
UNSTYLED = {"em": re.compile(r"font-style:\s*normal", re.IGNORECASE), "strong": NOT_BOLD}


def is_office(html: str) -> bool:
    """Whether a word processor wrote `html`, which then names a language on every word for its own purposes."""
    return bool(MADE_BY_OFFICE.search(html))


def is_unsaid(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether an element of Word's is no part of the text: a comment in its margin, or words that were struck out while
    changes were tracked.
    """
    classes = (attributes.get("class") or "").split()
    is_comment = COMMENT_CLASSES & {*classes} or COMMENT_STYLE.search(attributes.get("style") or "")
    return tag == "del" or bool(is_comment)


def meant(tag: str, style: str) -> list[str]:
    """The inline elements that `tag` stands for, given its `style`: Google Docs wraps whole texts in a light `b`."""
    if not style:
        return [tag]
    if tag != "span":
        return [] if tag in UNSTYLED and UNSTYLED[tag].search(style) else [tag]
    return ["span", *(name for name, pattern in STYLED.items() if pattern.search(style))]


def list_level(style: str) -> int:
    """How deep in a list a paragraph of Word's stands; 0 outside of lists."""
    found = LIST_LEVEL.search(style)
    return int(found[1]) if found else 0


def is_marker(style: str) -> bool:
    """Whether a span holds the bullet or number that Word wrote out for those who do not know lists."""
    return bool(LIST_MARKER.search(style))


def list_item(holder: Block, level: int) -> Block:
    """A new item in `holder`, in the list that stands last in it, `level` lists deep."""
    item = Block("li")
    for depth in range(level, 0, -1):
        last = holder.children[-1] if holder.children else None
        if not (isinstance(last, Block) and last.tag in {"ol", "ul"}):
            last = Block("ul")
            holder.children.append(last)
        if depth == 1 or not last.children:
            item = Block("li")
            last.children.append(item)
        found = last.children[-1]
        holder = found if isinstance(found, Block) else item
    return item


def number(parent: Block, marker: str) -> None:
    """Make the list that stands last in `parent` an ordered one if the `marker` of its first item counts."""
    last = parent.children[-1] if parent.children else None
    while isinstance(last, Block) and last.tag in {"ol", "ul", "li"}:
        if last.tag == "ul" and len(last.children) == 1 and COUNTED.match(marker) and not _holds_list(last.children[0]):
            last.tag = "ol"
        last = last.children[-1] if last.children else None


def _holds_list(item: object) -> bool:
    return isinstance(item, Block) and bool(item.children)
