"""Every colour that words or their field borders are set in, against the papers they stand on, light and dark."""

import re
from itertools import product

import pytest
from django.conf import settings

from articles.models.accent import Accent

CSS = settings.ROOT / "static" / "css"
PAIR = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
ACCENT = re.compile(r'\[data-accent="(\w+)"\] \{\s*--accent: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)')

TOKENS = {name: (light, dark) for name, light, dark in PAIR.findall((CSS / "tokens.css").read_text())}
ACCENTS = {name: (light, dark) for name, light, dark in ACCENT.findall((CSS / "accents.css").read_text())}
SCHEMES = {"light": 0, "dark": 1}


def luminance(colour):
    shares = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("accent", "scheme"), product(sorted(ACCENTS), SCHEMES))
def test_accent_is_readable_in_small_sans(accent, scheme):
    colour = ACCENTS[accent][SCHEMES[scheme]]
    assert contrast(colour, TOKENS["paper"][SCHEMES[scheme]]) >= 7


def test_every_accent_that_a_category_may_own_has_its_colours():
    assert set(ACCENTS) == set(Accent.values)


@pytest.mark.parametrize(
    ("ink", "paper", "least"),
    [
        ("ink", "paper", 12),
        ("ink", "paper-soft", 12),
        ("ink", "mark", 7),
        ("ink-soft", "paper", 7),
        ("ink-soft", "paper-soft", 7),
        ("alarm", "paper", 7),
        ("field", "paper", 3),
        ("rule-strong", "paper", 3),
        ("focus", "paper", 3),
    ],
)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_colour_stands_out_from_its_paper(ink, paper, least, scheme):
    side = SCHEMES[scheme]
    assert contrast(TOKENS[ink][side], TOKENS[paper][side]) >= least
