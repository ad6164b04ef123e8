"""Two texts word by word, in bounded time."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, Final, NamedTuple

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime

from articles.content import LISTS, MOMENTS, TEXTS, THINGS, as_text, label_of, same
from newsroom.text.html import plain

BLOCK_ENDS: Final = re.compile(r"(?<=</p>)|(?<=</li>)|(?<=</blockquote>)|(?<=</figure>)|(?<=</h[2-6]>)")
# Of two paragraphs that are longer than this together, the words are not compared.
MOST_WORDS: Final = 4_000


class Part(NamedTuple):
    """A run of text that stands in both, was taken out ("del") or put in ("ins")."""

    kind: str
    text: str


class Difference(NamedTuple):
    """How a field differs: paragraphs of parts, and the two values as text."""

    name: str
    label: str
    paragraphs: list[list[Part]]
    before: str
    after: str


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[Difference]:
    """The fields that differ, in the order in which a story is written."""
    return [
        difference(name, before.get(name), after.get(name))
        for name in (*TEXTS, *THINGS, *LISTS, *MOMENTS)
        if not same(before.get(name), after.get(name))
    ]


def difference(name: str, before: Any, after: Any) -> Difference:
    one, other, shown = _paragraphs(name, before), _paragraphs(name, after), compared(name, before, after)
    if shown and all(part.kind == "" for paragraph in shown for part in paragraph):
        shown = [[Part("", "The words are the same; links, pictures or markup differ.")]]
    return Difference(name, label_of(name), shown, "\n\n".join(one), "\n\n".join(other))


def compared(name: str, before: Any, after: Any) -> list[list[Part]]:
    """The paragraphs of both values of a field, those that are alike as one."""
    return list(_compared(_paragraphs(name, before), _paragraphs(name, after)))


def _paragraphs(name: str, value: Any) -> list[str]:
    if name == "body":
        return [text for block in BLOCK_ENDS.split(value or "") if (text := plain(block).strip())]
    if name in MOMENTS and value and (moment := parse_datetime(value)):
        return [date_format(localtime(moment), "j F Y, H:i")]
    return [as_text(value)] if as_text(value) else []


def _compared(one: list[str], other: list[str]) -> Iterator[list[Part]]:
    """Paragraphs that both have are passed over in one step; only those that changed are looked into."""
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from ([Part("", text)] for text in one[a:b])
            continue
        for old, new in zip_longest(one[a:b], other[c:d], fillvalue=""):
            yield list(_words(old, new))


def _words(old: str, new: str) -> Iterator[Part]:
    before, after = re.findall(r"\S+\s*", old), re.findall(r"\S+\s*", new)
    if len(before) + len(after) > MOST_WORDS:
        yield from (Part(kind, text) for kind, text in (("del", old), ("ins", new)) if text)
        return
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Part("", "".join(before[a:b]))
            continue
        if a < b:
            yield Part("del", "".join(before[a:b]))
        if c < d:
            yield Part("ins", "".join(after[c:d]))
