"""Views, counted in memory."""

from typing import Any


def seen(subject: str, environ: dict[str, Any]) -> None:
    """Stub until the counting is merged."""
