"""What may be done in one place only: trust HTML, and ask what time it is."""

import ast
import re

import pytest

from tests.architecture.sources import PACKAGES, ROOT, modules, plant

GATE = "newsroom/text/html.py"
CLOCK = "newsroom/clock.py"
TRUSTING_MARKUP = re.compile(r"\|\s*safe(?:seq)?\b|autoescape\s+off")
ASKING = {"now", "utcnow", "today"}
CLOCKS = {"timezone", "datetime", "date"}


def trusts(node):
    """Whether a piece of Python declares a string to be safe HTML, or formats one before it was escaped."""
    if isinstance(node, ast.Name | ast.Attribute | ast.alias):
        named = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else node.name
        return named == "mark_safe"
    if not isinstance(node, ast.Call):
        return False
    match called(node):
        case "SafeString" | "SafeText":
            return True
        case "format_html":
            return not (node.args and isinstance(node.args[0], ast.Constant))
    return False


def called(node):
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def asks_the_time(node):
    """Whether a piece of Python asks another clock than the site's."""
    if isinstance(node, ast.ImportFrom):
        return node.module == "django.utils.timezone" and any(alias.name == "now" for alias in node.names)
    if isinstance(node, ast.Call) and called(node) in {"localdate", "localtime"}:
        return not (node.args or node.keywords)
    if not isinstance(node, ast.Attribute) or node.attr not in ASKING:
        return False
    owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
    return owner in CLOCKS


def offences(root, *, is_offence, allowed):
    return [
        f"{path}:{node.lineno}"
        for path, _, tree in modules(root)
        if path.as_posix() != allowed
        for node in ast.walk(tree)
        if is_offence(node)
    ]


def trusting_templates(root):
    return [
        f"{file.relative_to(root)}:{number}"
        for top in ("templates", *PACKAGES)
        for file in sorted((root / top).rglob("*"))
        if file.suffix in {".html", ".xml", ".txt"} and file.is_file()
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if TRUSTING_MARKUP.search(line)
    ]


def test_html_becomes_trusted_at_one_gate():
    assert offences(ROOT, is_offence=trusts, allowed=GATE) == []


def test_no_template_trusts_html_on_its_own():
    assert trusting_templates(ROOT) == []


def test_there_is_one_clock():
    assert offences(ROOT, is_offence=asks_the_time, allowed=CLOCK) == []


@pytest.mark.parametrize(
    "line",
    [
        "from django.utils.safestring import mark_safe",
        "safestring.mark_safe(text)",
        "SafeString(text)",
        'format_html(f"<b>{text}</b>")',
        'format_html("<b>%s</b>" % text)',
        'format_html("<b>{}</b>".format(text))',
        "format_html(text)",
    ],
)
def test_python_that_trusts_html_is_found(tmp_path, line):
    plant(tmp_path, "articles/views/story.py", line)

    assert offences(tmp_path, is_offence=trusts, allowed=GATE) == ["articles/views/story.py:1"]


def test_html_formatted_with_its_values_escaped_is_free(tmp_path):
    plant(tmp_path, "articles/views/story.py", 'format_html("<b>{}</b>", text)')

    assert offences(tmp_path, is_offence=trusts, allowed=GATE) == []


@pytest.mark.parametrize(
    "markup", ["{{ body|safe }}", "{{ body | safe }}", "{% autoescape off %}", "{{ all|safeseq }}"]
)
def test_a_template_that_trusts_html_is_found(tmp_path, markup):
    plant(tmp_path, "templates/articles/story.html", f"\n{markup}\n")

    assert trusting_templates(tmp_path) == ["templates/articles/story.html:2"]


@pytest.mark.parametrize(
    "line",
    [
        "timezone.now()",
        "datetime.datetime.now(tz=UTC)",
        "date.today()",
        "field(default=timezone.now)",
        "from django.utils.timezone import now",
        "timezone.localdate()",
    ],
)
def test_a_second_clock_is_found(tmp_path, line):
    plant(tmp_path, "comments/models.py", line)

    assert offences(tmp_path, is_offence=asks_the_time, allowed=CLOCK) == ["comments/models.py:1"]


def test_the_one_clock_is_free(tmp_path):
    plant(tmp_path, "comments/models.py", "clock.now(), clock.today(), timezone.localdate(clock.now())")

    assert offences(tmp_path, is_offence=asks_the_time, allowed=CLOCK) == []
