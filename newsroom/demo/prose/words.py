"""A line of the paper's prose as HTML: emphasis, strong words and links, everything else escaped."""

import re

from django.utils.html import escape

from newsroom.demo.prose.records import Line, ProseError

STRONG = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*")
EMPHASIS = re.compile(r"\*(\S(?:.*?\S)?)\*")
LINK = re.compile(r"\[([^\[\]]+)\]\(((?:/|https?:|mailto:)[^\s()]*)\)")
TYPED_QUOTES = re.compile(r"[\"']")


def words(line: Line) -> str:
    """`line` as HTML. Raises ProseError for straight quotation marks, which no newspaper prints."""
    if TYPED_QUOTES.search(line.text):
        raise ProseError(line.place, "Straight quotation marks; write “ ” and ‘ ’.")
    html: str = escape(" ".join(line.text.split()))
    html = LINK.sub(r'<a href="\2">\1</a>', html)
    html = EMPHASIS.sub(r"<em>\1</em>", STRONG.sub(r"<strong>\1</strong>", html))
    if "*" in html:
        raise ProseError(line.place, "An asterisk without its pair.")
    return html
