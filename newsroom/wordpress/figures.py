"""Pictures and pull quotes of a body: by reference where we have the picture, else as a link that says so."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from newsroom.wordpress import images
from newsroom.wordpress.embeds import address_alone
from newsroom.wordpress.galleries import Galleries
from newsroom.wordpress.pictures import Picture, Shelf, is_picture, name_of
from newsroom.wordpress.tree import Node, grow

if TYPE_CHECKING:
    from newsroom.wordpress.rendering import Rendering

BACKGROUND = re.compile(r"background-image\s*:\s*url\(\s*[\"']?([^\"')]+)")
GALLERIES = frozenset({"wp-block-gallery", "gallery", "tiled-gallery"})
EMBEDS = frozenset({"wp-block-embed", "wp-embed"})
OTHER_CONTENT = ("table", "blockquote", "iframe", "video", "audio", "pre", "embed", "object")


class Figures:
    """The pictures of one body."""

    def __init__(self, body: Rendering, shelf: Shelf, *, post: str) -> None:
        self._body = body
        self._shelf = shelf
        self._galleries = Galleries(body, shelf, post=post)

    def figure(self, node: Node) -> str:
        """Whatever a figure holds, with its caption after it."""
        if node.classes & GALLERIES:
            return self._galleries.shown(node)
        if "wp-block-pullquote" in node.classes:
            return self._pull_quote(node)
        caption = node.first("figcaption")
        pictures = list(node.all("img"))
        if len(pictures) == 1 and not node.first(*OTHER_CONTENT):
            return self._captioned(node, pictures[0], caption)
        words = f"<p><small>{self._body.inside(caption)}</small></p>" if caption else ""
        rest = Node(node.tag, node.attributes, [child for child in node.children if child is not caption])
        url = address_alone(rest.text()) if node.classes & EMBEDS else ""
        return (self._body.shown(url) if url else f"<div>{self._body.inside(rest)}</div>") + words

    def image(self, node: Node) -> str:
        """A picture in running text becomes a figure; one that stands for a character becomes that character."""
        if images.stands_for_a_character(node):
            return escape(images.alt(node), quote=False)
        return self._picture(node, layout=images.layout(node))

    def linked(self, node: Node) -> str:
        """A link round pictures, and perhaps words."""
        target = self._body.whole(node.attributes.get("href", ""))
        pictures = node.all("img")
        shown = "".join(self._picture(image, layout=images.layout(image), target=target) for image in pictures)
        words = node.words()
        return shown + (self._body.link(target, words) if words and target else escape(words, quote=False))

    def cover(self, node: Node) -> str:
        """A block whose text stood on a picture: the picture, then the text."""
        style = BACKGROUND.search(node.attributes.get("style", ""))
        picture = Node("img", {"src": style.group(1)}) if style and not node.first("img") else None
        shown = self._picture(picture, layout=images.layout(node)) if picture else ""
        return f"{shown}<div>{self._body.inside(node)}</div>"

    def _captioned(self, node: Node, image: Node, caption: Node | None) -> str:
        """A picture with its caption: in figcaption, as the shortcode's attribute, or the words beside the picture."""
        said = caption or grow(node.attributes.get("data-caption", ""))
        said = said if said.text().strip() else Node("", {}, node.children)
        for link in said.all("a"):
            if not link.first("img") and "href" in link.attributes:
                self._body.remarks.append(f"a link in a caption was dropped: {link.attributes['href']}")
        around = next((link for link in node.all("a") if link.first("img")), None)
        target = self._body.whole(around.attributes.get("href", "")) if around else ""
        words = said.words()
        return self._picture(image, caption=words, layout=images.layout(node), target=target)

    def _picture(self, image: Node, *, layout: str, caption: str = "", target: str = "") -> str:
        source, alt = images.source(image), images.alt(image)
        url = self._body.whole(source) if source else ""
        found = self._shelf.find(old_id=images.old_id(image), url=url)
        if images.is_a_counter(image) or not (url or found):
            return self._without_file(image, alt=alt, caption=caption)
        picture = found or Picture(url=url)
        url = url or picture.url
        # A link to the picture itself, or to the page that showed it, only made it larger.
        if is_picture(target) or target in {picture.page, url} or target.startswith("#"):
            target = ""
        if picture.image_id is None:
            return self._missing(picture, url, alt=alt, caption=caption, target=target)
        figure = _reference(picture, alt=alt, caption=caption, layout=layout)
        return figure + (f"<p>{self._body.link(target, alt or caption or target)}</p>" if target else "")

    def _without_file(self, image: Node, *, alt: str, caption: str) -> str:
        """What is no picture, or one written into the text itself: its words."""
        if image.attributes.get("src", "").startswith("data:"):
            self._body.remarks.append(
                "a picture that was written into the text itself was left out; its words were kept"
            )
            caption = caption or alt
        return f"<p>{escape(caption, quote=False)}</p>" if caption else ""

    def _missing(self, picture: Picture, url: str, *, alt: str, caption: str, target: str) -> str:
        """No file, no picture: a link with the words that went with it, so that the reader knows what stood here."""
        self._body.remarks.append(f"the picture {url} was not given; it became a link")
        name = alt or images.telling_title(picture, url) or caption or name_of(url) or url
        said = caption or picture.caption
        more = f" – {escape(said, quote=False)}" if said and said != name else ""
        return f"<p>{self._body.link(target or url, name)}{more}</p>"

    def _pull_quote(self, node: Node) -> str:
        words = "".join(f"<p>{self._body.inside(one)}</p>" for one in node.all("p")) or self._body.inside(node)
        names = "".join(f"<p><cite>{self._body.inside(one)}</cite></p>" for one in node.all("cite"))
        return f'<aside class="pull-quote">{words}{names if node.first("p") else ""}</aside>'


def _reference(picture: Picture, *, alt: str, caption: str, layout: str) -> str:
    """The figure by its number, with the words that are this place's own."""
    own_alt = f' data-alt="{escape(alt)}"' if alt and alt != picture.alt else ""
    own_caption = f' data-caption="{escape(caption)}"' if caption and caption != picture.caption else ""
    return f'<news-figure data-image="{picture.image_id}"{own_alt}{own_caption} data-layout="{layout}"></news-figure>'
