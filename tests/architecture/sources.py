"""The project's own files, as the rules about them read them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("newsroom", "articles", "comments")


@cache
def modules(root):
    """Every module of the project under `root`: its path, its dotted name and its syntax tree."""
    files = [file for package in PACKAGES for file in sorted((root / package).rglob("*.py"))]
    return [(file.relative_to(root), dotted(file.relative_to(root)), ast.parse(file.read_text())) for file in files]


def dotted(file):
    parts = file.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(tree, *, name, is_package, root) -> Iterator[str]:
    """The dotted names of the project's modules that a module called `name` imports, wherever it does so."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if ours(alias.name))
        elif isinstance(node, ast.ImportFrom):
            home = base(node, name=name, is_package=is_package)
            for alias in node.names if ours(home) else ():
                whole = f"{home}.{alias.name}"
                yield whole if is_module(root, whole) else home


def base(node, *, name, is_package):
    """The dotted name after `from`, with leading dots resolved."""
    if not node.level:
        return node.module
    parts = name.split(".")
    parts = parts[: len(parts) - node.level + is_package]
    return ".".join([*parts, node.module] if node.module else parts)


def ours(name):
    return name.split(".")[0] in PACKAGES


def is_module(root, name):
    place = root.joinpath(*name.split("."))
    return place.is_dir() or place.with_suffix(".py").exists()


def tracked(root):
    """The paths, below `root`, of the files that git keeps."""
    listed = subprocess.run(  # noqa: S603
        ["git", "-C", str(root), "ls-files", "-z"],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [Path(name) for name in listed.split("\0") if name and (root / name).is_file()]


def plant(root, path, text):
    """Write a file that breaks a rule, so that a test can show the rule finding it."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return root
