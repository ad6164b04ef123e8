"""A secret key for a paper on one's own machine, made once and kept."""

from pathlib import Path

from django.core.management.utils import get_random_secret_key


def kept_secret(folder: Path) -> str:
    """The key in `folder`, made at the first call. Two processes that start at once agree on it."""
    file = folder / "secret-key"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x") as new:
            file.chmod(0o600)
            new.write(get_random_secret_key())
    except FileExistsError:
        pass
    return file.read_text()
