"""Static files as the site serves them: hashed, compressed, and each stylesheet whole.

A stylesheet is written as a file per component and one file that orders them. A browser would fetch them one after the
other, so collecting joins what css/site.css imports into that file before its name is hashed.
"""

import posixpath
import re
from collections.abc import Iterator
from typing import Any, Final

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

BUNDLES: Final = ("css/site.css",)

_IMPORT: Final = re.compile(r'@import url\("(?P<path>[^"]+)"\) layer\((?P<layer>[\w-]+)\)(?: (?P<media>[^;]+))?;')
_ADDRESS: Final = re.compile(r'url\("(?P<path>(?!data:|/|#|https?:)[^"]+)"\)')
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE: Final = re.compile(r"\s*\n\s*")

type Found = dict[str, tuple[Storage, str]]


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise has no types
    def post_process(self, paths: Found, dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if dry_run:
            return
        joined = dict(paths)
        for name in BUNDLES:
            if name in paths:
                self.delete(name)
                self._save(name, ContentFile(bundle(paths, name)))
                joined[name] = (self, name)
        yield from super().post_process(joined, dry_run, **options)


def bundle(paths: Found, name: str) -> str:
    """The stylesheet `name` with what it imports in its place, each in its layer and for its medium."""

    def joined(found: re.Match[str]) -> str:
        part = posixpath.normpath(posixpath.join(posixpath.dirname(name), found["path"]))
        rules = f"@layer {found['layer']}{{{_rebased(_tidy(_text(paths, part)), part, name)}}}"
        return f"@media {found['media']}{{{rules}}}" if found["media"] else rules

    return _IMPORT.sub(joined, _tidy(_text(paths, name)))


def _text(paths: Found, name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as source:
        return str(source.read().decode())


def _tidy(css: str) -> str:
    return _SPACE.sub("\n", _COMMENT.sub("", css)).strip()


def _rebased(css: str, part: str, name: str) -> str:
    """Addresses relative to `part`, made relative to `name`."""

    def moved(found: re.Match[str]) -> str:
        target = posixpath.join(posixpath.dirname(part), found["path"])
        return f'url("{posixpath.relpath(posixpath.normpath(target), posixpath.dirname(name))}")'

    return _ADDRESS.sub(moved, css)
