"""The folder of files that came with an export, in whatever shape it was copied."""

from collections import defaultdict
from pathlib import Path

from newsroom.wordpress.pictures import name_of, original_path, path_of


class MediaFolder:
    """Finds files by old addresses. Only files found by walking the folder are ever opened, so no address leads out."""

    def __init__(self, root: Path) -> None:
        self._by_path: dict[str, Path] = {}
        self._by_name: dict[str, list[Path]] = defaultdict(list)
        self._copies: dict[str, list[Path]] = defaultdict(list)
        for file in sorted(root.rglob("*")):
            if file.is_file() and not file.is_symlink():
                self._by_path[file.relative_to(root).as_posix().lower()] = file
                self._by_name[file.name.lower()].append(file)
                self._copies[original_path(file.name).lower()].append(file)

    def find(self, *, url: str, attached: str = "") -> Path | None:
        """The file at an address, or the largest smaller copy of it.

        `attached` is the path that WordPress kept for it. A name alone is enough when only one file has it.
        """
        for path in filter(None, (attached.lower(), path_of(url).lower())):
            for prefix in ("", "uploads/", "wp-content/uploads/"):
                if found := self._by_path.get(f"{prefix}{path}"):
                    return found
        name = name_of(url).lower()
        named = self._by_name.get(name, [])
        if len(named) == 1:
            return named[0]
        copies = [] if named else self._copies.get(original_path(name), [])
        return max(copies, key=lambda file: file.stat().st_size, default=None)
