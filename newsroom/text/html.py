"""The one gate at which HTML becomes trusted: cleaned when it is stored, marked safe when it is read."""

import re
from functools import lru_cache

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from newsroom.text import allowed, typed
from newsroom.text.office import is_office
from newsroom.text.plain import excerpt, plain
from newsroom.text.tidy import Tidy
from newsroom.text.values import READINGS

__all__ = ["clean", "excerpt", "plain", "trusted"]

# What no XML, no database and no browser takes: controls, halves of characters, and non-characters.
# What neither a database nor XML can hold.
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# A second tidying may mend what the first one moved; a third is seldom needed and more than these never seen.
ROUNDS = 6

STYLED = frozenset({"b", "em", "i", "p", "span", "strong"})
# What says of an element of Word's that it is no part of the text (office.is_unsaid).
TOLD = {"a": {"class"}, "div": {"class", "style"}, "hr": {"class"}, "p": {"class", "style"}, "span": {"class", "style"}}
_understood = nh3.Cleaner(
    tags=set(allowed.TAGS | allowed.PARTING | {"iframe"} | allowed.MARKS_MEANT.keys() | allowed.LINES_MEANT.keys()),
    attributes={tag: {*allowed.ATTRIBUTES.get(tag, ()), *TOLD.get(tag, ())} for tag in {*allowed.ATTRIBUTES, *TOLD}}
    | {"iframe": {"src"}}
    | {tag: {"style", *TOLD.get(tag, ())} for tag in STYLED},
    clean_content_tags=set(allowed.SILENT),
    url_schemes=set(allowed.SCHEMES),
    link_rel=None,
)


def _value(_tag: str, name: str, value: str) -> str | None:
    return READINGS[name](value) if name in READINGS else None


_guard = nh3.Cleaner(
    tags=set(allowed.TAGS),
    attributes={tag: set(names) for tag, names in allowed.ATTRIBUTES.items()},
    clean_content_tags=set(allowed.SILENT),
    url_schemes=set(allowed.SCHEMES),
    attribute_filter=_value,
    link_rel=None,
)


# A form, a field and a save clean the same body in turn.
@lru_cache(maxsize=32)
def clean(html: str) -> str:
    """`html` as the site stores it: only what a news body needs, well nested, without empty paragraphs.

    Idempotent. Accepts anything, also what Word, Google Docs and web pages put on the clipboard; loose text parts into
    paragraphs at blank lines; a frame becomes a reference to what it framed.
    """
    html = UNSTORABLE.sub("", html)
    for _round in range(ROUNDS):
        before, html = html, _tidied(html)
        if html == before:
            return html
    return _words_only(html)


def trusted(stored: str) -> SafeString:
    """`stored`, which came out of `clean` or was built by the renderer from its parts, as safe for templates."""
    return mark_safe(stored)  # noqa: S308


def _tidied(html: str) -> str:
    tidy = Tidy(from_office=is_office(html))
    tidy.feed(_understood.clean(html))
    return _guard.clean(tidy.tidied())


def _words_only(html: str) -> str:
    lines = (" ".join(part) for part in typed.paragraphs(plain(html)))
    return "".join(f"<p>{escape(' '.join(line.split()))}</p>" for line in lines if line.split())
