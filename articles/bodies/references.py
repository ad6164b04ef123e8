"""Finding, in a stored body, the places where it refers to something else."""

import re
from html import unescape
from typing import Final

# The gate writes references in exactly this form: empty, lower case, every value quoted and escaped.
REFERENCE: Final = re.compile(r'<(news-figure|news-gallery|news-embed)((?: [a-z-]+="[^"]*")*)></\1>')
ATTRIBUTE: Final = re.compile(r' data-([a-z]+)="([^"]*)"')

Values = dict[str, str]


def values_of(reference: re.Match[str]) -> Values:
    """What a reference says: its `data-` attributes, without that beginning."""
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(reference[2])}


def images_in(values: Values) -> list[int]:
    """The images that one reference names, in its order."""
    named = values.get("images") or values.get("image") or ""
    return [int(number) for number in named.split(",") if number]


def image_ids(stored: str) -> list[int]:
    """The ids of the images that `stored` refers to, in order, each once."""
    found = (number for reference in REFERENCE.finditer(stored) for number in images_in(values_of(reference)))
    return list(dict.fromkeys(found))


def embed_addresses(stored: str) -> list[str]:
    """The addresses of other sites that `stored` refers to, in order."""
    return [values_of(found)["url"] for found in REFERENCE.finditer(stored) if found[1] == "news-embed"]
