"""A secret key for a paper on one's own machine, made once and kept."""

import os
from contextlib import suppress
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key


def kept_secret(folder: Path) -> str:
    """The key in `folder`, made at the first call. Two processes that start at once agree on it."""
    file = folder / "secret-key"
    try:
        return _kept(file)
    except OSError as reason:
        raise ImproperlyConfigured(f"The secret key could not be kept in the data folder: {reason}.") from None


def _kept(file: Path) -> str:
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"secret-key.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(get_random_secret_key())
        # A link appears whole or not at all, so nobody ever reads half a key.
        with suppress(FileExistsError):
            file.hardlink_to(fresh)
        fresh.unlink()
    return file.read_text()
