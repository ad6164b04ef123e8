"""Galleries: those with their pictures inside, those that name them, and those that show what belongs to the post."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from newsroom.wordpress import images
from newsroom.wordpress.pictures import Picture, Shelf, name_of
from newsroom.wordpress.tree import Node

if TYPE_CHECKING:
    from newsroom.wordpress.rendering import Rendering


class Galleries:
    """The galleries of one body."""

    def __init__(self, body: Rendering, shelf: Shelf, *, post: str) -> None:
        self._body = body
        self._shelf = shelf
        self._post = post

    def shown(self, node: Node) -> str:
        """A gallery of the pictures that we have, a list of links to those that we have not, and its caption."""
        pictures = self._chosen(node)
        given = [picture.image_id for picture in pictures if picture.image_id is not None]
        missing = [picture for picture in pictures if picture.image_id is None]
        if not pictures:
            self._body.remarks.append("a gallery without pictures was left out")
        caption = next((one for one in node.children if isinstance(one, Node) and one.tag == "figcaption"), None)
        words = f"<p><small>{self._body.inside(caption)}</small></p>" if caption else ""
        return _by_reference(given, node) + self._links(missing, len(pictures)) + words

    def _links(self, missing: list[Picture], count: int) -> str:
        if not missing:
            return ""
        self._body.remarks.append(f"a gallery is without {len(missing)} of its {count} pictures; they became links")
        return f"<ul>{''.join(self._line(picture) for picture in missing)}</ul>"

    def _line(self, picture: Picture) -> str:
        title = images.telling_title(picture, picture.url)
        name = picture.alt or title or picture.caption or name_of(picture.url)
        more = f" – {escape(picture.caption, quote=False)}" if picture.caption and picture.caption != name else ""
        return f"<li>{self._body.link(picture.url, name)}{more}</li>"

    def _chosen(self, node: Node) -> list[Picture]:
        """The pictures of a gallery: those in it, else those it names, else those that belong to the post."""
        if node.first("img"):
            return [self._inside(image, node) for image in node.all("img")]
        ids = re.findall(r"\d+", node.attributes.get("data-ids", ""))
        excluded = re.findall(r"\d+", node.attributes.get("data-exclude", ""))
        if not ids:
            belonging = self._shelf.attached_to(node.attributes.get("data-post") or self._post)
            return [picture for picture in belonging if picture.old_id not in excluded]
        found = {one: self._shelf.find(old_id=one, url="") for one in ids}
        if lost := [one for one, picture in found.items() if picture is None]:
            self._body.remarks.append(f"a gallery names pictures that the export does not hold: {', '.join(lost)}")
        return [picture for picture in found.values() if picture]

    def _inside(self, image: Node, gallery: Node) -> Picture:
        url, old_id = self._body.whole(images.source(image)), images.old_id(image)
        found = self._shelf.find(old_id=old_id, url=url)
        caption = _caption_beside(image, gallery)
        if found is None or found.image_id is None:
            title = found.title if found else ""
            return Picture(old_id=old_id, url=url, alt=images.alt(image), caption=caption, title=title)
        if caption and caption != found.caption:
            self._body.remarks.append(f"a caption in a gallery differs from its picture's and was left: “{caption}”")
        return found


def _by_reference(image_ids: list[int], node: Node) -> str:
    if len(image_ids) == 1:
        return f'<news-figure data-image="{image_ids[0]}" data-layout="{images.layout(node)}"></news-figure>'
    listed = ",".join(map(str, image_ids))
    return f'<news-gallery data-images="{listed}"></news-gallery>' if image_ids else ""


def _caption_beside(image: Node, gallery: Node) -> str:
    """The caption in the element of the gallery that holds this image and no other."""
    for holder in gallery.all("figure", "li", "dl"):
        if [one is image for one in holder.all("img")] == [True] and (caption := holder.first("figcaption", "dd")):
            return caption.words()
    return ""
