"""Extensions of the rich-text editor: the script that defines them, and what each may store."""

from typing import Any

DJANGO_PROSE_EDITOR_EXTENSIONS: list[dict[str, Any]] = []
