"""Who may import whom: the table of docs/architecture.md."""

import ast
import re

import pytest

from tests.architecture.sources import ROOT, imported, modules, plant

# The deepest name that fits says where a module lives.
FLOORS = {
    "newsroom": 4,
    "articles.front": 3,
    "articles.live": 3,
    "articles.search": 3,
    "articles.syndication": 3,
    "articles.wire": 3,
    "articles.newsletters": 3,
    "comments": 3,
    "articles": 2,
    "articles.media": 1,
    "newsroom.audit": 0,
    "newsroom.caching": 0,
    "newsroom.text": 0,
    "newsroom.ops": 0,
    "newsroom.clock": 0,
    "newsroom.lists": 0,
    "newsroom.prepared": 0,
    "newsroom.turns": 0,
}
TOP, LEAF = 4, 0
# Inside an app: what is written first may not know what is written on top of it.
ORDER = {"models": 0, "actions": 1, "forms": 2, "views": 2, "admin": 2, "tasks": 2, "management": 2}


def home(name):
    """The place in FLOORS where the module called `name` lives."""
    parts = name.split(".")
    found = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next(place for place in found if place in FLOORS)


def storey(name):
    """Where the module called `name` stands in its app's inner order, or None when the order does not mention it."""
    return ORDER.get(name.removeprefix(home(name)).strip(".").split(".")[0])


def may_import(importer, target):
    here, there = home(importer), home(target)
    if here == there:
        return storey(importer) is None or storey(target) is None or storey(target) <= storey(importer)
    if FLOORS[here] in {TOP, LEAF} and FLOORS[here] == FLOORS[there]:
        return True
    return FLOORS[there] < FLOORS[here]


def forbidden_imports(root):
    return [
        f"{path} imports {target}"
        for path, name, tree in modules(root)
        for target in imported(tree, name=name, is_package=path.name == "__init__.py", root=root)
        if not may_import(name, target)
    ]


def inner_imports(root):
    return [
        f"{path}:{node.lineno}"
        for path, _, tree in modules(root)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def forbidden_models(root):
    """Models named by a string, "comments.Comment", to get round the table."""
    apps = {place.rpartition(".")[2]: place for place in FLOORS} | {"wordpress": "newsroom"}
    reference = re.compile(rf"({'|'.join(apps)})\.[A-Z]\w+")
    return [
        f"{path}:{node.lineno} names {node.value}"
        for path, name, tree in modules(root)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if (found := reference.fullmatch(node.value)) and not may_import(name, apps[found[1]])
    ]


def test_every_import_follows_the_table():
    assert forbidden_imports(ROOT) == []


def test_no_import_stands_inside_a_function():
    assert inner_imports(ROOT) == []


def test_no_model_is_named_against_the_table():
    assert forbidden_models(ROOT) == []


@pytest.mark.parametrize(
    ("importer", "line"),
    [
        ("articles/views/story.py", "from comments.models import Comment"),
        ("articles/media/models.py", "import articles.models"),
        ("articles/media/views.py", "from .. import models"),
        ("articles/search/views.py", "from articles.syndication import feeds"),
        ("comments/views.py", "from newsroom.settings import env"),
        ("newsroom/text/slugs.py", "from articles import media"),
        ("newsroom/clock.py", "from newsroom import urls"),
        ("articles/models/story.py", "from articles.actions.publish import publish"),
        ("articles/actions/publish.py", "from ..forms import StoryForm"),
        ("articles/media/models.py", "from .admin import ImageAdmin"),
    ],
)
def test_an_import_against_the_table_is_found(tmp_path, importer, line):
    for existing in ("articles/models/__init__.py", "articles/media/__init__.py", "newsroom/urls.py"):
        plant(tmp_path, existing, "")
    plant(tmp_path, importer, line)

    assert len(forbidden_imports(tmp_path)) == 1


@pytest.mark.parametrize(
    ("importer", "line"),
    [
        ("articles/views/story.py", "from articles.actions.publish import publish"),
        ("articles/models/story.py", "from articles.media.models import Image"),
        ("comments/models.py", "from articles.models import Story"),
        ("newsroom/text/dates.py", "from newsroom.clock import now"),
        ("newsroom/urls.py", "from newsroom.demo import paper"),
        ("newsroom/demo/paper.py", "import comments.actions"),
    ],
)
def test_an_import_that_follows_the_table_is_free(tmp_path, importer, line):
    plant(tmp_path, importer, line)

    assert forbidden_imports(tmp_path) == []


def test_an_import_inside_a_function_is_found(tmp_path):
    plant(tmp_path, "articles/models/story.py", "def late():\n    from articles import actions\n")

    assert inner_imports(tmp_path) == ["articles/models/story.py:2"]


def test_a_model_named_against_the_table_is_found(tmp_path):
    plant(tmp_path, "articles/models/story.py", 'apps.get_model("comments.Comment")\n')

    assert forbidden_models(tmp_path) == ["articles/models/story.py:1 names comments.Comment"]
