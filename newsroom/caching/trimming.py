"""Keeping the shelf within its bounds."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from newsroom.caching.shelf import SUFFIX, Shelf

# A file that is being written is moved at once; one that lies about was left by a process that died.
LEFT_BEHIND_SECONDS: Final = 600
# Workers of the edition before may still be answering.
OLD_EDITION_SECONDS: Final = 3_600
# Trimmed down to this part, so that the next page does not make it necessary again.
TRIMMED_TO: Final = 0.8


class Kept(NamedTuple):
    changed: float
    size: int
    path: str


def trim(shelf: Shelf) -> int:
    """Remove what is over: files left behind, other editions, and the oldest pages beyond the bound. How many pages."""
    now = time.time()
    _drop_old_editions(shelf, now)
    pages = []
    for kept in _files(shelf.folder):
        if kept.path.endswith(SUFFIX):
            pages.append(kept)
        elif now - kept.changed > LEFT_BEHIND_SECONDS:
            _unlink(kept.path)
    room = sum(page.size for page in pages)
    if room <= shelf.most_bytes:
        return 0
    gone = 0
    for page in sorted(pages):
        if room <= shelf.most_bytes * TRIMMED_TO:
            break
        _unlink(page.path)
        room -= page.size
        gone += 1
    return gone


def weigh(shelf: Shelf) -> tuple[int, int]:
    """How many pages are on the shelf, and how many bytes they take."""
    sizes = [kept.size for kept in _files(shelf.folder) if kept.path.endswith(SUFFIX)]
    return len(sizes), sum(sizes)


def _files(folder: Path) -> Iterator[Kept]:
    for part in _entries(folder):
        for entry in _entries(part.path):
            with suppress(OSError):
                about = entry.stat()
                yield Kept(about.st_mtime, about.st_size, entry.path)


def _entries(folder: "str | Path") -> "list[os.DirEntry[str]]":
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _drop_old_editions(shelf: Shelf, now: float) -> None:
    for entry in _entries(shelf.root):
        with suppress(OSError):
            other = entry.is_dir() and entry.path != str(shelf.folder) and entry.name != "leases"
            if other and now - entry.stat().st_mtime > OLD_EDITION_SECONDS:
                shutil.rmtree(entry.path, ignore_errors=True)


def _unlink(path: str) -> None:
    with suppress(OSError):
        Path(path).unlink()
