"""A body as WordPress stores it, old or new, as a body of ours; the HTML gate comes after."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from newsroom.wordpress import blocks, outline, shortcodes
from newsroom.wordpress.pictures import PictureList, Shelf
from newsroom.wordpress.rendering import Rendering
from newsroom.wordpress.tree import grow

EMPTY: Mapping[str, str] = MappingProxyType({})
PAGE_BREAK = "<!--nextpage-->"


@dataclass(frozen=True, slots=True)
class Body:
    """HTML for the gate, and a line for a person about each thing that is not as it was."""

    html: str
    remarks: tuple[str, ...] = ()


def to_body(
    text: str, *, shelf: Shelf | None = None, post: str = "", site: str = "", reusable: Mapping[str, str] = EMPTY
) -> Body:
    """What a reader saw of this body in WordPress, in the form in which we store bodies.

    `post` is the old id, whose own pictures a gallery without a choice shows; `site` completes relative addresses;
    `reusable` are texts that a body shows by their number.
    """
    text = blocks.filled(text, reusable).replace("\r\n", "\n").replace("\r", "\n")
    split = blocks.split(text)
    expanded = [shortcodes.expand(part.html) for part in split.parts]
    trees = [grow(part.html) for part in expanded]
    outline.settle(trees)
    rendering = Rendering(shelf or PictureList(), post=post, site=site)
    html = "".join(rendering.part(tree, classic=part.classic) for tree, part in zip(trees, split.parts, strict=True))
    left = [name for part in expanded for name in part.left]
    remarks = [
        *_counted("block", split.left, "shows something that only WordPress knew; left out"),
        *_counted("shortcode", left, "shows something that only WordPress knew; left out, the text in it kept"),
        *rendering.remarks,
    ]
    if breaks := text.count(PAGE_BREAK):
        remarks.append(f"its {breaks + 1} pages were joined into one")
    return Body(html, tuple(f"{remark}{_times(remarks.count(remark))}" for remark in dict.fromkeys(remarks)))


def plain_words(html: str) -> str:
    """The words of a title or excerpt on one line, without markup."""
    return grow(html).words()


def _counted(noun: str, names: list[str], what: str) -> list[str]:
    return [f"the {noun} “{name}”{_times(names.count(name))} {what}" for name in dict.fromkeys(names)]


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""
