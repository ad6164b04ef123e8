"""Uploads that wait beside a form which was not filled in rightly, so that nobody has to choose the file twice."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from typing import Final

from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles.media.storage import keep
from newsroom import clock

FOLDER: Final = "waiting"
PATIENCE: Final = timedelta(days=1)
SALT: Final = "articles.media.waiting"


def set_aside(content: bytes, name: str) -> str:
    """Keep an upload for a day and give the ticket that fetches it."""
    _clear_out()
    fingerprint = sha256(content).hexdigest()
    keep(default_storage, f"{FOLDER}/{fingerprint}", content)
    return signing.dumps([fingerprint, name], salt=SALT, compress=True)


def fetch(ticket: str) -> ContentFile[bytes] | None:
    """What was set aside for this ticket, or None when the ticket is not ours or its day is over."""
    try:
        fingerprint, name = signing.loads(ticket, salt=SALT, max_age=PATIENCE)
        with default_storage.open(f"{FOLDER}/{fingerprint}") as file:
            return ContentFile(file.read(), name=name)
    except (signing.BadSignature, FileNotFoundError):
        return None


def _clear_out() -> None:
    try:
        _, names = default_storage.listdir(FOLDER)
    except FileNotFoundError:
        return
    for name in names:
        if clock.now() - default_storage.get_modified_time(f"{FOLDER}/{name}") > PATIENCE:
            default_storage.delete(f"{FOLDER}/{name}")
