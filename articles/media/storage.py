"""Files that are there whole or not at all."""

import logging
import os
import tempfile
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import Storage

logger = logging.getLogger(__name__)


def keep(storage: Storage, name: str, content: bytes) -> None:
    """Store `content` as exactly `name`. Names tell the content, so one that is taken is already right.

    On a disk the bytes are written aside, forced down and renamed: a crash leaves no half-written picture.
    """
    if storage.exists(name):
        return
    try:
        path = Path(storage.path(name))
    except NotImplementedError:
        storage.save(name, ContentFile(content))
    else:
        _write_aside(path, content)


def refuse_shut_disk(storage: Storage) -> None:
    """Raise ValidationError, for an editor, when the folder of `storage` takes no file now."""
    try:
        folder = Path(storage.path(""))
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"1")
    except NotImplementedError:
        return
    except OSError as error:
        logger.exception("The folder of pictures takes no file.")
        raise ValidationError(
            "The picture could not be stored: the disk takes no files now. Tell whoever runs the site.", code="disk"
        ) from error


def drop_folder(storage: Storage, folder: str) -> None:
    """Remove a folder of files. Nothing happens when it is not there."""
    try:
        _, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in names:
        storage.delete(f"{folder}/{name}")
    # An emptied folder is only a nuisance, and object stores have none.
    storage.delete(folder)


def _write_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, aside = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).chmod(0o644)
        Path(aside).replace(path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
