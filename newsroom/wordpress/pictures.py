"""What an export says about its pictures, and how a picture is recognised by its address."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol
from urllib.parse import unquote, urlsplit

# WordPress adds the size of a smaller copy, "-scaled" or the time of an edit to the name of the file.
COPY = re.compile(r"(?:-\d{1,5}x\d{1,5}|-scaled|-rotated|-e\d{10,13})+$")
PICTURE_ENDINGS = frozenset(
    {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".heic", ".bmp", ".tif", ".tiff", ".svg"}
)
UPLOADS = "/wp-content/uploads/"
DATED = re.compile(r"/(\d{4}/\d{2}/[^/]+)$")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the old site. Without `image_id` its file was not given."""

    old_id: str = ""
    url: str = ""
    image_id: int | None = None
    alt: str = ""
    caption: str = ""
    title: str = ""
    page: str = ""
    parent: str = ""
    order: int = 0


class Shelf(Protocol):
    """Where a body's pictures are looked up."""

    def find(self, *, old_id: str, url: str) -> Picture | None:
        """The picture with this id, else the one at this address, else None."""

    def attached_to(self, post: str) -> list[Picture]:
        """The pictures that belong to a post, in the order of its gallery."""


class PictureList:
    """The pictures of one export, by id, by address and by the post that they belong to."""

    def __init__(self, pictures: Iterable[Picture] = ()) -> None:
        self._by_id: dict[str, Picture] = {}
        self._by_path: dict[str, str] = {}
        self._of_post: dict[str, list[str]] = defaultdict(list)
        for picture in pictures:
            self.add(picture)

    def add(self, picture: Picture) -> None:
        """Add the picture, or put it in the place of the one with its id."""
        if picture.old_id not in self._by_id:
            self._of_post[picture.parent].append(picture.old_id)
        self._by_id[picture.old_id] = picture
        self._by_path.setdefault(path_of(picture.url), picture.old_id)

    def find(self, *, old_id: str, url: str) -> Picture | None:
        if old_id in self._by_id:
            return self._by_id[old_id]
        path = path_of(url)
        found = self._by_path.get(path) or self._by_path.get(original_path(path)) if path else None
        return self._by_id[found] if found else None

    def attached_to(self, post: str) -> list[Picture]:
        found = [self._by_id[old_id] for old_id in self._of_post.get(post, ())]
        return sorted(found, key=lambda picture: picture.order)


def path_of(url: str) -> str:
    """The part of the address below the folder of uploads, decoded, without query: "2013/03/bridge.jpg"."""
    try:
        path = unquote(urlsplit(url.strip()).path)
    except ValueError:
        return ""
    if UPLOADS in path:
        return path.split(UPLOADS, 1)[1]
    dated = DATED.search(path)
    return dated.group(1) if dated else path.rpartition("/")[2]


def name_of(url: str) -> str:
    return PurePosixPath(path_of(url)).name


def original_path(path: str) -> str:
    """The path of the original of which this may be a smaller copy."""
    file = PurePosixPath(path)
    return str(file.with_name(COPY.sub("", file.stem) + file.suffix)) if COPY.sub("", file.stem) else path


def is_picture(url: str) -> bool:
    return PurePosixPath(path_of(url)).suffix.lower() in PICTURE_ENDINGS
