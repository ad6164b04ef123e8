"""A stored body as a reader sees it: references become pictures, galleries and links, tables scroll in a box."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.bodies.providers import embed_for
from articles.bodies.references import REFERENCE, Values, images_in, values_of
from articles.media.models import Image
from newsroom.text.html import plain, trusted

TABLE: Final = re.compile(r"<table(?: [^>]*)?>(?:<caption(?: [^>]*)?>(.*?)</caption>)?|</table>", re.DOTALL)
PULL_QUOTE: Final = '<aside class="pull-quote"'
# An aside in the middle of a text is no landmark of the page.
PULL_QUOTE_SHOWN: Final = '<aside class="pull-quote" role="note"'
# How wide a figure is drawn, for the choice of its rendition.
SIZES: Final = {
    "column": "(width >= 48rem) 38rem, 100vw",
    "wide": "(width >= 80rem) 60rem, 100vw",
    "full": "(width >= 80rem) 80rem, 100vw",
}


def render(stored: str, images: Mapping[int, Image]) -> SafeString:
    """`stored` with its references expanded; `images` holds what `image_ids` asked for, as far as it exists.

    No reader's browser is sent to a third party: what is embedded becomes a link that names where it leads, and a
    player's address stands by, for a reader who asks for it.
    """
    expanded = REFERENCE.sub(partial(_expanded, images=images), stored)
    return trusted(_with_scrolling_tables(expanded).replace(PULL_QUOTE, PULL_QUOTE_SHOWN))


def _expanded(reference: re.Match[str], *, images: Mapping[int, Image]) -> str:
    values = values_of(reference)
    found = [images[number] for number in images_in(values) if number in images]
    match reference[1]:
        case "news-embed":
            return render_to_string("components/embed.html", {"embed": embed_for(values["url"])})
        case "news-gallery":
            return render_to_string("components/gallery.html", {"images": found}) if found else ""
        case _:
            return _figure(values, found)


def _figure(values: Values, found: list[Image]) -> str:
    image = found[0] if found else None
    caption = values.get("caption") or (image.caption if image else "")
    if not (image or caption):
        return ""
    layout = values.get("layout", "column")
    shown = {"image": image, "alt": values.get("alt"), "caption": caption, "layout": layout, "sizes": SIZES[layout]}
    return render_to_string("components/figure.html", shown)


def _with_scrolling_tables(html: str) -> str:
    return "".join(_boxed(html)) if "<table" in html else html


def _boxed(html: str) -> Iterator[str]:
    end, number = 0, 0
    for found in TABLE.finditer(html):
        yield html[end : found.start()]
        if found[0] == "</table>":
            yield "</table></div>"
        else:
            number += 1
            yield _box(number, plain(found[1] or "").replace("\n", " ")) + found[0]
        end = found.end()
    yield html[end:]


def _box(number: int, caption: str) -> str:
    # Two regions of a page must differ in name, and two tables may have the same caption or none.
    name = _("Table %(number)s") % {"number": number}
    label = f"{name}: {caption}" if caption else name
    return format_html('<div class="table-scroll" tabindex="0" role="region" aria-label="{}">', label)
