"""The body of a story or page: blocks of HTML, with the pictures between them still to be placed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.utils.html import format_html

from newsroom.demo.prose.pictures import Picture, Placed, picture
from newsroom.demo.prose.records import Line, ProseError
from newsroom.demo.prose.tables import table
from newsroom.demo.prose.times import span
from newsroom.demo.prose.words import words
from newsroom.text.allowed import LAYOUTS


@dataclass(frozen=True, slots=True)
class Prose:
    """Words, as HTML that the gate lets through as it is."""

    html: str


@dataclass(frozen=True, slots=True)
class Figure:
    picture: Picture
    layout: str


@dataclass(frozen=True, slots=True)
class Gallery:
    pictures: tuple[Picture, ...]


Block = Prose | Figure | Gallery


def pictures_in(body: Sequence[Block]) -> list[Picture]:
    """Every picture that `body` shows, in its order."""
    found: list[Picture] = []
    for block in body:
        match block:
            case Figure(shown, _):
                found.append(shown)
            case Gallery(shown_together):
                found.extend(shown_together)
    return found


def body_html(body: Sequence[Block], placed: Placed) -> str:
    """`body` as it is stored; `placed` tells the id in the library of each picture."""
    return "".join(_block_html(block, placed) for block in body)


def read_body(lines: Sequence[Line], published: datetime) -> tuple[Block, ...]:
    """The blocks of `lines`; live entries are timed from `published`. Raises ProseError for what cannot be read."""
    parts = [list(part) for blank, part in groupby(lines, key=lambda line: line.is_blank) if not blank]
    return tuple(_block(part, published) for part in parts)


def _block_html(block: Block, placed: Placed) -> str:
    match block:
        case Prose(html):
            return html
        case Figure(shown, layout):
            opening = format_html('<news-figure data-alt="{}"', shown.alt)
            caption = format_html(' data-caption="{}"', shown.caption) if shown.caption else ""
            return f'{opening}{caption} data-image="{placed(shown)}" data-layout="{layout}"></news-figure>'
        case Gallery(shown):
            return f'<news-gallery data-images="{",".join(str(placed(each)) for each in shown)}"></news-gallery>'


def _block(part: list[Line], published: datetime) -> Block:
    first = part[0].text
    if first.startswith("[figure "):
        return _figure(_only(part))
    if first.startswith("[gallery "):
        return _gallery(_only(part))
    if first.startswith("@ "):
        return Prose(_entry(_only(part), published))
    for mark, reading in READINGS.items():
        if first.startswith(mark):
            return Prose(reading(part))
    if first.startswith(("#", "@", "[figure", "[gallery")):
        raise ProseError(part[0].place, f"“{first[:20]}” begins like no block there is.")
    return Prose(f"<p>{_joined(part)}</p>")


def _only(part: list[Line]) -> Line:
    if len(part) > 1:
        raise ProseError(part[1].place, "An empty line must stand here.")
    return part[0]


def _after(line: Line, mark: str) -> Line:
    if not line.text.startswith(mark):
        raise ProseError(line.place, f"Every line of this block begins with “{mark.strip()}”.")
    return Line(line.place, line.text.removeprefix(mark))


def _joined(part: list[Line]) -> str:
    return " ".join(words(line) for line in part)


def _heading(part: list[Line]) -> str:
    return f"<h2>{words(_after(_only(part), '## '))}</h2>"


def _quotation(part: list[Line]) -> str:
    return f"<blockquote><p>{_joined([_after(line, '> ') for line in part])}</p></blockquote>"


def _pull_quote(part: list[Line]) -> str:
    line = _after(_only(part), ">> ")
    said, mark, who = line.text.rpartition(" -- ")
    if not mark:
        raise ProseError(line.place, "A pull quote ends with “ -- ” and who said it.")
    said_html, who_html = words(Line(line.place, said)), words(Line(line.place, who))
    return f'<aside class="pull-quote"><p>{said_html}</p><p><cite>{who_html}</cite></p></aside>'


def _list(part: list[Line]) -> str:
    return f"<ul>{''.join(f'<li>{words(_after(line, "- "))}</li>' for line in part)}</ul>"


def _entry(line: Line, published: datetime) -> str:
    time, _space, headline = line.text.removeprefix("@ ").partition(" ")
    if time.startswith("+"):
        time = f"{published + span(Line(line.place, time[1:])):%H:%M}"
    return f"<h2><strong>{words(Line(line.place, time))}</strong> {words(Line(line.place, headline))}</h2>"


def _parts_of(line: Line) -> list[str]:
    if not line.text.rstrip().endswith("]"):
        raise ProseError(line.place, "The closing bracket is missing.")
    inner = line.text.strip()[1:-1].partition(" ")[2]
    return [each.strip() for each in inner.split(" ; " if line.text.startswith("[gallery") else "|")]


def _figure(line: Line) -> Figure:
    drawn, alt, caption, layout = [*_parts_of(line), "", "", ""][:4]
    if (layout or "column") not in LAYOUTS:
        raise ProseError(line.place, f"“{layout}” is not one of {', '.join(LAYOUTS)}.")
    return Figure(picture(Line(line.place, drawn), alt=alt, caption=caption), layout or "column")


def _gallery(line: Line) -> Gallery:
    shown = []
    for each in _parts_of(line):
        drawn, _bar, alt = each.partition("|")
        shown.append(picture(Line(line.place, drawn.strip()), alt=alt, mark=":"))
    if len(shown) < 2:
        raise ProseError(line.place, "A gallery shows two pictures or more.")
    return Gallery(tuple(shown))


READINGS: dict[str, Callable[[list[Line]], str]] = {
    "## ": _heading,
    ">> ": _pull_quote,
    "> ": _quotation,
    "- ": _list,
    "|": table,
}
