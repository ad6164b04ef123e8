"""From a tree to HTML that the gate accepts: every element has its way, and none loses its words."""

import re
from collections.abc import Callable
from html import escape
from urllib.parse import urljoin

from newsroom.text.allowed import ATTRIBUTES, LINES_MEANT, MARKS_MEANT, PARTING, TAGS
from newsroom.wordpress.embeds import address_alone, can_be_shown, readable
from newsroom.wordpress.figures import Figures
from newsroom.wordpress.pictures import Shelf, name_of
from newsroom.wordpress.tree import Node

KEPT = TAGS | PARTING | frozenset(MARKS_MEANT) | frozenset(LINES_MEANT)
# White space between the parts of these is the writer's indentation, never a line end of the text.
STRUCTURE = frozenset({"table", "thead", "tbody", "tfoot", "tr", "ul", "ol", "dl", "colgroup", "object", "figure"})
# Nothing in these was ever meant to be read.
WITHOUT_WORDS = frozenset({"svg", "canvas", "map", "input", "select", "link", "meta", "base", "param", "source"})
BLANK_LINE = re.compile(r"\n[ \t]*\n")


class Rendering:
    """One body being rendered; `remarks` gathers what is not as it was."""

    def __init__(self, shelf: Shelf, *, post: str, site: str) -> None:
        self.remarks: list[str] = []
        self.site = site if "://" in site else ""
        self._classic = False
        self._figures = Figures(self, shelf, post=post)
        self._ways: dict[str, Callable[[Node], str]] = {
            "a": self._link,
            "audio": self._recording,
            "video": self._recording,
            "iframe": self._frame,
            "object": self._object,
            "embed": self._object,
            "pre": self._preformatted,
            "listing": self._preformatted,
            "xmp": self._preformatted,
            "code": self._code,
            "textarea": self.inside,
            "math": self.inside,
            "title": self.inside,
            "noscript": self._noscript,
            "form": self._form,
            "div": self._division,
            "figure": self._figures.figure,
            "img": self._figures.image,
        }

    def part(self, tree: Node, *, classic: bool) -> str:
        """HTML of one part of a body; in a classic part the line ends of the text are line ends for readers."""
        self._classic = classic
        return f"<div>{self.inside(tree)}</div>"

    def node(self, node: Node) -> str:
        if way := self._ways.get(node.tag):
            return way(node)
        if node.tag in WITHOUT_WORDS:
            return ""
        if node.tag not in KEPT:
            return self.inside(node)
        if node.tag in {"br", "hr"}:
            return f"<{node.tag}>"
        return self._element(node)

    def inside(self, node: Node) -> str:
        """The children of a node, rendered."""
        return "".join(
            self._text(child, node) if isinstance(child, str) else self.node(child) for child in node.children
        )

    def link(self, url: str, words: str) -> str:
        return f'<a href="{escape(self.whole(url))}">{escape(words, quote=False)}</a>'

    def whole(self, url: str) -> str:
        """The address with its site, as a link in a body of the old site meant it."""
        url = f"https:{url}" if url.startswith("//") else url.strip()
        if not self.site or url.startswith("#"):
            return url
        try:
            return urljoin(f"{self.site.rstrip('/')}/", url)
        except ValueError:
            return url

    def shown(self, url: str) -> str:
        """An address that stands for what is there: in place where we can show it, else as a link."""
        page = readable(url)
        if can_be_shown(page):
            return f'<news-embed data-url="{escape(page)}"></news-embed>'
        return f"<p>{self.link(page, page)}</p>"

    def _element(self, node: Node) -> str:
        tag = MARKS_MEANT.get(node.tag, node.tag)
        wanted = ATTRIBUTES["*"] | ATTRIBUTES.get(tag, frozenset())
        given = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items() if name in wanted)
        is_heading = tag.startswith("h") and tag[1:].isdecimal()
        return f"<{tag}{given}>{self._flat(node) if is_heading else self.inside(node)}</{tag}>"

    def _flat(self, node: Node) -> str:
        """The children, with line ends as spaces."""
        classic, self._classic = self._classic, False
        try:
            return self.inside(node)
        finally:
            self._classic = classic

    def _text(self, text: str, parent: Node) -> str:
        if parent.tag in STRUCTURE and not text.strip():
            return text
        if not self._classic or "\n" not in text:
            return self._lone_address(text, parent) or escape(text, quote=False)
        return "<br><br>".join(self._lines(stretch) for stretch in BLANK_LINE.split(text))

    def _lines(self, stretch: str) -> str:
        """Lines joined by line ends; one that is nothing but an address is shown where it stands."""
        lines = [line.strip("\n") for line in stretch.split("\n")]
        return "<br>".join(
            self.shown(url) if (url := address_alone(line)) else escape(line, quote=False) for line in lines
        )

    def _lone_address(self, text: str, parent: Node) -> str:
        url = address_alone(text) if parent.tag in {"", "p", "div"} and len(parent.children) == 1 else ""
        return self.shown(url) if url else ""

    def _link(self, node: Node) -> str:
        if node.first("img"):
            return self._figures.linked(node)
        if "href" not in node.attributes:
            return self.inside(node)
        node.attributes["href"] = self.whole(node.attributes["href"])
        # Only a margin kept the button from the words before it.
        return (" " if "wp-block-file__button" in node.classes else "") + self._element(node)

    def _preformatted(self, node: Node) -> str:
        if "wp-block-verse" in node.classes:
            return f"<p>{'<br>'.join(escape(line.strip(), quote=False) for line in node.text().splitlines())}</p>"
        words = escape(node.text(), quote=False)
        return f"<pre><code>{words}</code></pre>" if node.first("code") else f"<pre>{words}</pre>"

    def _code(self, node: Node) -> str:
        words = node.text()
        if "\n" in words.strip():
            return f"<pre><code>{escape(words, quote=False)}</code></pre>"
        return f"<code>{escape(words, quote=False)}</code>"

    def _recording(self, node: Node) -> str:
        source = node.first("source")
        url = node.attributes.get("src") or (source.attributes.get("src", "") if source else "")
        if not url:
            return self.inside(node)
        if can_be_shown(readable(url)):
            return self.shown(url)
        self.remarks.append(f"the recording {url} was left as a link")
        return f"<p>{self.link(url, name_of(url) or url)}</p>"

    def _frame(self, node: Node) -> str:
        url = node.attributes.get("src") or node.attributes.get("data-src", "")
        return self.shown(self.whole(url)) if url and not url.startswith("about:") else self.inside(node)

    def _object(self, node: Node) -> str:
        """A plug-in's content: its address, or that of the embed inside it, or the words for those without plug-in."""
        inner = node.first("embed", "iframe")
        movies = [one.attributes.get("value", "") for one in node.all("param") if one.attributes.get("name") == "movie"]
        holders = [one for one in (node, inner) if one]
        given = [one.attributes.get(name, "") for one in holders for name in ("data", "src")] + movies
        url = next(filter(None, given), "")
        return self.shown(self.whole(url)) if url else self.inside(node)

    def _noscript(self, node: Node) -> str:
        """Words for readers without scripts; a picture in it repeats one that a script would have loaded."""
        return "" if node.first("img", "iframe") else self.inside(node)

    def _form(self, node: Node) -> str:
        self.remarks.append("a form was left out; its words were kept")
        return f"<div>{self.inside(node)}</div>"

    def _division(self, node: Node) -> str:
        if "wp-block-cover" in node.classes or "wp-block-cover-image" in node.classes:
            return self._figures.cover(node)
        return f"<div>{self.inside(node)}</div>"
