"""What the docs say of the code that a program can check: names that exist, and links that lead somewhere."""

import re

import pytest

from tests.architecture.sources import ROOT, plant, tracked

SETTING = re.compile(r'= (?:text|several|number|choice|folder)\("(\w+)"')
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)")


def settings_of(root):
    return set(SETTING.findall((root / "newsroom/settings/env.py").read_text()))


def untold(root):
    """The settings that an operator is not told of."""
    table = (root / "docs/operators.md").read_text()
    return sorted(name for name in settings_of(root) if f"| `{name}` |" not in table)


def dead_links(root, texts):
    found = [(text, link) for text in texts for link in LINK.findall((root / text).read_text())]
    return [f"{text} leads to {link}" for text, link in found if not (root / text).parent.joinpath(link).exists()]


def test_operators_are_told_of_every_setting():
    assert settings_of(ROOT)
    assert untold(ROOT) == []


def test_every_link_in_the_docs_leads_to_a_file():
    if not (ROOT / ".git").exists():
        pytest.skip("this copy of the project is no git repository, so nothing says which files it keeps")
    texts = [path for path in tracked(ROOT) if path.suffix == ".md"]

    assert texts
    assert dead_links(ROOT, texts) == []


def test_a_setting_nobody_is_told_of_is_found(tmp_path):
    plant(tmp_path, "newsroom/settings/env.py", 'A = text("TOLD")\nB = number("UNTOLD", default=1)\n')
    plant(tmp_path, "docs/operators.md", "| `TOLD` | what it means | none |\n")

    assert untold(tmp_path) == ["UNTOLD"]


def test_a_link_to_nothing_is_found(tmp_path):
    plant(tmp_path, "README.md", "[gone](docs/gone.md), [here](README.md#top), [far](https://example.com/)")

    assert dead_links(tmp_path, ["README.md"]) == ["README.md leads to docs/gone.md"]
