"""What git keeps: a small top level, locks without addresses, no traces of one machine, no tail of long files."""

import re
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, plant, tracked

# And whatever begins with a dot.
TOP_LEVEL = {
    *("manage.py", "pyproject.toml", "Makefile", "README.md", "LICENSE", "CHANGELOG.md", "SECURITY.md"),
    *("newsroom", "articles", "comments", "templates", "static", "tests"),
    *("requirements", "docs", "bench", "deploy"),
}
LONGEST = 300
MEASURED = {".py", ".css", ".js", ".html"}
ADDRESS = re.compile(r"""https?://(?:\S+\.(?:whl|zip|tgz|tar\.gz))|"resolved"|index-url|find-links|file://""")
# Absolute folders of somebody's machine; spelled so that this file does not name one itself.
MACHINE = re.compile(r"(?<![\w./-])/(?:work|root)" + "/")


def surplus(paths):
    """Entries at the top that the house plan does not name."""
    return sorted({path.parts[0] for path in paths if not path.parts[0].startswith(".")} - TOP_LEVEL)


def is_lock(path):
    return path.name == "package-lock.json" or (path.parts[0] == "requirements" and path.suffix == ".txt")


def lines(root, paths):
    """Each line of each text among `paths`, with where it stands."""
    for path in paths:
        try:
            text = (root / path).read_text()
        except UnicodeDecodeError:
            continue
        yield from ((f"{path}:{number}", line) for number, line in enumerate(text.splitlines(), 1))


def matching(root, paths, pattern):
    return [place for place, line in lines(root, paths) if pattern.search(line)]


def too_long(root, paths):
    counted = {path: len((root / path).read_text().splitlines()) for path in paths if is_measured(path)}
    return [f"{path} has {count} lines" for path, count in counted.items() if count > LONGEST]


def is_measured(path):
    return path.suffix in MEASURED and "migrations" not in path.parts


@pytest.fixture(scope="module")
def kept():
    if not (ROOT / ".git").exists():
        pytest.skip("this copy of the project is no git repository, so nothing says which files it keeps")
    return tracked(ROOT)


def test_the_top_level_stays_as_small_as_the_idea(kept):
    assert surplus(kept) == []


def test_locks_hold_no_address(kept):
    locks = [path for path in kept if is_lock(path)]

    assert len(locks) >= 2
    assert matching(ROOT, locks, ADDRESS) == []


def test_no_text_names_a_folder_of_one_machine(kept):
    assert matching(ROOT, kept, MACHINE) == []


def test_no_file_has_a_tail(kept):
    assert too_long(ROOT, kept) == []


def test_a_new_entry_at_the_top_is_found():
    assert surplus([Path("utils/text.py"), Path("notes.md"), Path("static/a.css"), Path(".gitignore")]) == [
        "notes.md",
        "utils",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "--extra-index-url https://packages.example.com/simple",
        "nh3 @ https://files.example.com/nh3-0.3.8.tar.gz",
        '"resolved": "https://registry.example.com/axe-core"',
    ],
)
def test_an_address_in_a_lock_is_found(tmp_path, line):
    plant(tmp_path, "requirements/base.txt", line)

    assert matching(tmp_path, [Path("requirements/base.txt")], ADDRESS) == ["requirements/base.txt:1"]


@pytest.mark.parametrize("folder", ["work", "root"])
def test_a_folder_of_one_machine_is_found(tmp_path, folder):
    plant(tmp_path, "README.md", f"Look into /{folder}/newsroom first.")

    assert matching(tmp_path, [Path("README.md")], MACHINE) == ["README.md:1"]


def test_an_address_whose_path_looks_like_such_a_folder_is_free(tmp_path):
    plant(tmp_path, "README.md", "https://example.com/work/ and static/root/x.css")

    assert matching(tmp_path, [Path("README.md")], MACHINE) == []


def test_a_long_file_is_found(tmp_path):
    plant(tmp_path, "articles/models/story.py", "pass\n" * (LONGEST + 1))

    assert too_long(tmp_path, [Path("articles/models/story.py")]) == ["articles/models/story.py has 301 lines"]
