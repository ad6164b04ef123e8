"""Texts of the old site cut to the lengths and the characters that ours have."""

import re
import unicodedata
from urllib.parse import unquote

from newsroom.text.slugs import slugify
from newsroom.text.typed import DIRECTION_MARKS, visible
from newsroom.wordpress.ledger import Ledger

NAMELESS = "Anonymous"
READABLE_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ELLIPSIS = "…"


def slug_of(old: str, fallback: str, *, longest: int) -> str:
    """The slug as it was if it can stay, else transliterated from what it stood for."""
    readable = unquote(old).strip()
    if READABLE_SLUG.fullmatch(readable) and len(readable) <= longest:
        return readable
    return slugify(readable.replace("_", "-") or fallback, max_length=longest)


def cut(text: str, longest: int) -> str:
    """The text, or as many whole words of it as fit, then an ellipsis."""
    if len(text) <= longest:
        return text
    short = text[: longest - 1]
    words = short.rpartition(" ")[0] or short
    return words.rstrip(" ,;:–—-") + ELLIPSIS


def cut_told(text: str, longest: int, *, what: str, noun: str, ledger: Ledger) -> str:
    """The text as `cut` gives it, with a line in the account about what is missing."""
    if len(text) > longest:
        ledger.changed(what, f"its {noun} is too long and is cut after {longest} characters: “{text}”")
    return cut(text, longest)


def readable(text: str) -> str:
    """The text without control characters and marks that reverse it, which nobody typed to be read."""
    kept = (one for one in text if one in "\n\t" or (one not in DIRECTION_MARKS and unicodedata.category(one) != "Cc"))
    return "".join(kept).strip()


def one_line(text: str) -> str:
    return " ".join(readable(text).split())


def name_of(text: str, *, longest: int) -> str:
    """A name on one line, or "Anonymous" when there is nothing to see of it."""
    name = one_line(text)
    return cut(name, longest) if visible(name) else NAMELESS
