"""Rules about all stylesheets and templates of reader pages, found rather than listed."""

import re

import pytest
from django.conf import settings
from PIL import ImageColor

CSS = settings.ROOT / "static" / "css"
ENTRY = (CSS / "site.css").read_text()
PARTS = re.findall(r'@import url\("([^"]+)"\)', ENTRY)
SHEETS = sorted(CSS / part for part in PARTS)
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|\boklch\(")
NAMED = re.compile(rf":[^;{{}}]*(?<![\w.-])(?:{'|'.join(ImageColor.colormap)})(?![\w-])")
PHYSICAL = re.compile(
    r"(?:margin|padding|border)-(?:left|right)\b|[\s{;](?:left|right):|(?:align|float):\s*(?:left|right)"
)
TEMPLATES = sorted(
    template
    for template in (settings.ROOT / "templates").rglob("*.html")
    if not {"admin", "registration"} & set(template.relative_to(settings.ROOT / "templates").parts)
)


def name_of(path):
    return str(path.relative_to(settings.ROOT))


def rules_of(sheet):
    return re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)


def test_every_component_is_in_the_cascade():
    kept = {str(sheet.relative_to(CSS)) for folder in ("components", "pages") for sheet in (CSS / folder).glob("*.css")}
    assert kept <= set(PARTS)


@pytest.mark.parametrize("sheet", SHEETS, ids=name_of)
def test_stylesheet_wins_by_layer_not_by_force(sheet):
    rules = rules_of(sheet)
    assert "!important" not in rules
    assert not re.search(r"(?:^|[\s,>+~])#[a-z][\w-]*[^;]*\{", rules)


@pytest.mark.parametrize("sheet", [s for s in SHEETS if s.name not in {"tokens.css", "accents.css"}], ids=name_of)
def test_stylesheet_takes_its_colours_from_the_tokens(sheet):
    assert not COLOUR.search(rules_of(sheet))
    assert not NAMED.search(rules_of(sheet))


@pytest.mark.parametrize("sheet", SHEETS, ids=name_of)
def test_stylesheet_is_the_same_from_right_to_left(sheet):
    assert not PHYSICAL.search(rules_of(sheet))


@pytest.mark.parametrize("sheet", SHEETS, ids=name_of)
def test_stylesheet_opens_by_saying_what_it_styles(sheet):
    assert sheet.read_text().startswith("/*")
    assert "to come" not in sheet.read_text()


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_template_has_no_inline_style_or_script(template):
    source = template.read_text()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"", source)
    for attributes in re.findall(r"<script([^>]*)>", source):
        assert "src=" in attributes or "application/ld+json" in attributes


@pytest.mark.parametrize("font", sorted((settings.ROOT / "static" / "fonts").glob("*.woff2")), ids=name_of)
def test_font_is_small_and_comes_with_its_licence(font):
    assert font.stat().st_size <= 40_000
    assert (font.parent / "OFL.txt").exists()
