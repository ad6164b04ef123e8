"""Finished pages on disk, shared by all workers and there again after a restart.

A page's file is written aside and moved into its place, and says by a checksum that it is whole. Nothing here is needed
to answer: whatever fails (no room, no permission, a broken file) is as if the page were not there.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from fcntl import LOCK_EX, LOCK_NB, flock
from hashlib import blake2b
from pathlib import Path
from typing import Final

from newsroom.caching.page import FinishedPage, Known

SUFFIX: Final = ".page"
LEASES: Final = 256
_CHECK: Final = 16


class Shelf:
    """The pages of one `edition` of the site: the code, templates and styles that made them."""

    def __init__(self, folder: Path, *, edition: str, most_bytes: int) -> None:
        self.folder = folder / edition
        self.root = folder
        self.most_bytes = most_bytes
        self._leases = folder / "leases"
        for made in (self.folder, self._leases):
            made.mkdir(parents=True, exist_ok=True)

    def get(self, address: str) -> FinishedPage | None:
        try:
            return _read(self._file(address).read_bytes(), address)
        except (OSError, ValueError, TypeError):
            return None

    def put(self, page: FinishedPage) -> bool:
        """Whether it could be kept."""
        file = self._file(page.known.address)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            descriptor, beside = tempfile.mkstemp(dir=file.parent)
        except OSError:
            return False
        try:
            with os.fdopen(descriptor, "wb") as out:
                out.write(_written(page))
            Path(beside).replace(file)
        except OSError:
            with suppress(OSError):
                Path(beside).unlink()
            return False
        return True

    def pages(self) -> Iterator[FinishedPage]:
        """Every page on the shelf, in no order."""
        for file in self.folder.glob(f"*/*{SUFFIX}"):
            with suppress(OSError, ValueError, TypeError):
                yield _read(file.read_bytes(), None)

    @contextmanager
    def lease(self, address: str) -> Iterator[bool]:
        """Whether this is the one that makes the page now. It ends with the block, and with the process."""
        try:
            own = os.open(self._leases / str(int(_name(address)[:4], 16) % LEASES), os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            # Without leases everybody makes the page.
            yield True
            return
        try:
            try:
                flock(own, LOCK_EX | LOCK_NB)
            except OSError:
                yield False
            else:
                yield True
        finally:
            os.close(own)

    def _file(self, address: str) -> Path:
        name = _name(address)
        return self.folder / name[:2] / (name[2:] + SUFFIX)


def _name(address: str) -> str:
    return blake2b(address.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _written(page: FinishedPage) -> bytes:
    known = json.dumps(asdict(page.known)).encode()
    rest = len(known).to_bytes(4) + known + page.brotli
    return blake2b(rest, digest_size=_CHECK).digest() + rest


def _read(raw: bytes, address: str | None) -> FinishedPage:
    """The page. Raises ValueError for one that is not whole, or is another's."""
    check, rest = raw[:_CHECK], raw[_CHECK:]
    if blake2b(rest, digest_size=_CHECK).digest() != check:
        raise ValueError("This page is not whole.")
    length = int.from_bytes(rest[:4])
    said = json.loads(rest[4 : 4 + length])
    said["headers"] = [(name, value) for name, value in said["headers"]]
    known = Known(**said)
    if address is not None and known.address != address:
        raise ValueError("This page stands at another address.")
    return FinishedPage(known, rest[4 + length :])
