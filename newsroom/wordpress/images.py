"""What an img element says: where its file is, which picture it is, how wide it may stand."""

import re

from newsroom.wordpress.pictures import Picture, path_of
from newsroom.wordpress.tree import Node
from newsroom.wordpress.wording import one_line

OLD_ID = re.compile(r"(?:^|\s)(?:wp-image-|attachment_)(\d+)(?:\s|$)")
# An image that a script would have filled in says elsewhere where it is.
SOURCES = ("data-orig-file", "data-src", "data-lazy-src", "data-original", "src")
CHOICES = ("srcset", "data-srcset", "data-lazy-srcset")
NOT_A_PLACE = ("data:", "blob:", "about:", "javascript:")
LAYOUTS = {"alignfull": "full", "alignwide": "wide"}
CHARACTERS = frozenset({"emoji", "wp-smiley"})


def source(image: Node) -> str:
    """The address of the file, or an empty string."""
    given = [image.attributes.get(name, "").strip() for name in SOURCES]
    given += [image.attributes.get(name, "").strip().partition(" ")[0] for name in CHOICES]
    return next((one for one in given if one and not one.lower().startswith(NOT_A_PLACE)), "")


def old_id(image: Node) -> str:
    """The id that WordPress gave the picture, or an empty string."""
    said = OLD_ID.search(image.attributes.get("class", ""))
    return image.attributes.get("data-id", "") or (said.group(1) if said else "")


def layout(node: Node) -> str:
    return next((layout for name, layout in LAYOUTS.items() if name in node.classes), "column")


def stands_for_a_character(image: Node) -> bool:
    return bool(image.classes & CHARACTERS) or "/images/smilies/" in image.attributes.get("src", "")


def is_a_counter(image: Node) -> bool:
    """One pixel, which was never meant to be seen."""
    return image.attributes.get("width") in {"0", "1"} and image.attributes.get("height") in {"0", "1"}


def alt(image: Node) -> str:
    return one_line(image.attributes.get("alt", ""))


def telling_title(picture: Picture, url: str) -> str:
    """The picture's title, unless it is only the name of its file."""
    name = path_of(url).rpartition("/")[2]
    bare = _bare(picture.title)
    return picture.title if bare and bare not in {_bare(name), _bare(name.rpartition(".")[0])} else ""


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
