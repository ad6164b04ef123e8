"""A line of words: text and line ends under marks, tidied and written out."""

import html
import re
from typing import NamedTuple

from newsroom.text.values import Attributes

BREAK = "\n"
SPACES = re.compile("[ \t\n\r\f\u00a0]+")
NO_BREAK_SPACE = "\u00a0"
WHITE = " \t\n\r\f\u00a0"
# Characters that take no room: a line of nothing else is empty.
UNSEEN = WHITE + "\u200b\u200c\u200d\u2060\ufeff"


class Mark(NamedTuple):
    """An inline element round some words."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()


Marks = tuple[Mark, ...]


class Piece(NamedTuple):
    """Some words, or a line end, under the same marks."""

    text: str
    marks: Marks
    is_break: bool = False


Run = list[Piece]


def start_tag(tag: str, attributes: Attributes) -> str:
    """The start tag of an element, its values escaped."""
    given = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{given}>"


def is_empty(run: Run) -> bool:
    """Whether nothing in `run` would be seen."""
    return all(piece.is_break or not piece.text.strip(UNSEEN) for piece in run)


def paragraphs(run: Run) -> list[Run]:
    """`run` parted where two line ends meet, the empty parts left out."""
    found: list[Run] = [[]]
    for piece in run:
        if not piece.is_break or not _ends_in_break(found[-1]):
            found[-1].append(piece)
        elif not is_empty(found[-1]):
            found.append([])
    return [part for part in found if not is_empty(part)]


def tidied(run: Run) -> Run:
    """`run` with single spaces, none at its ends or round its line ends, and no mark that holds only a space."""
    spaced = _spaced(_merged(run))
    _strip_end(spaced)
    while spaced and spaced[-1].is_break:
        spaced.pop()
        _strip_end(spaced)
    bounded = [Piece("", ()), *spaced, Piece("", ())]
    return [_unmarked(before, piece, after) for before, piece, after in zip(bounded, spaced, bounded[2:], strict=False)]


def preformatted(run: Run) -> Run:
    """`run` as the text of a `pre`, whose first line end a browser would drop."""
    text = [piece._replace(text=BREAK, is_break=False) if piece.is_break else piece for piece in run]
    while text and not text[0].text.lstrip("\r\n"):
        text.pop(0)
    while text and not text[-1].text.rstrip():
        text.pop()
    if text:
        text[0] = text[0]._replace(text=text[0].text.lstrip("\r\n"))
        text[-1] = text[-1]._replace(text=text[-1].text.rstrip())
    return text


def written(run: Run) -> str:
    """`run` as HTML: neighbours under one mark share its element."""
    out: list[str] = []
    marks: Marks = ()
    for piece in [*run, Piece("", ())]:
        shared = _shared(marks, piece.marks)
        out += [f"</{mark.tag}>" for mark in reversed(marks[shared:])]
        out += [start_tag(mark.tag, dict(mark.attributes)) for mark in piece.marks[shared:]]
        out.append("<br>" if piece.is_break else html.escape(piece.text, quote=False))
        marks = piece.marks
    return "".join(out)


def _merged(run: Run) -> Run:
    merged: Run = []
    for piece in run:
        last = merged[-1] if merged else None
        if last and last.marks == piece.marks and not last.is_break and not piece.is_break:
            merged[-1] = last._replace(text=last.text + piece.text)
        else:
            merged.append(piece)
    return merged


def _spaced(run: Run) -> Run:
    spaced: Run = []
    for piece in run:
        if piece.is_break:
            _strip_end(spaced)
            if spaced:
                spaced.append(piece)
            continue
        text = SPACES.sub(_one_space, piece.text)
        if not spaced or spaced[-1].is_break or spaced[-1].text[-1] in WHITE:
            text = text.lstrip(WHITE)
        if text:
            spaced.append(piece._replace(text=text))
    return spaced


def _one_space(spaces: re.Match[str]) -> str:
    return NO_BREAK_SPACE if spaces[0] == NO_BREAK_SPACE else " "


def _strip_end(run: Run) -> None:
    while run and not run[-1].is_break and not run[-1].text.rstrip(WHITE):
        run.pop()
    if run and not run[-1].is_break:
        run[-1] = run[-1]._replace(text=run[-1].text.rstrip(WHITE))


def _ends_in_break(run: Run) -> bool:
    seen = [piece for piece in run if piece.is_break or piece.text.strip(WHITE)]
    return bool(seen) and seen[-1].is_break


def _shared(one: Marks, other: Marks) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _unmarked(before: Piece, piece: Piece, after: Piece) -> Piece:
    if piece.is_break or piece.text.strip(WHITE):
        return piece
    shared = min(_shared(piece.marks, before.marks), _shared(piece.marks, after.marks))
    return piece._replace(marks=piece.marks[:shared])
