"""Well-formed HTML of any kind, brought into the shape that the site stores."""

import re
from html.parser import HTMLParser
from typing import Literal, NamedTuple

from newsroom.text import office
from newsroom.text.allowed import (
    CLOSED,
    HOLDERS,
    LEAVES,
    LINES,
    LINES_MEANT,
    LOOSE,
    MARKS,
    MARKS_MEANT,
    NEEDED,
    PARTING,
    STRICT,
)
from newsroom.text.blocks import Block, Line, inner_html, parents_of
from newsroom.text.runs import BREAK, Mark, Marks, Piece, Run
from newsroom.text.values import Attributes, attributes_of

Given = list[tuple[str, str | None]]

# Deeper nesting than any story needs, and less than the writing of it can bear.
DEEPEST = 24
BLANK_LINE = re.compile(r"[ \t\r]*\n(?:[ \t\r]*\n)+")


class Place(NamedTuple):
    """Where the reading stands: in which block, what words make there, under which marks; and how it ends."""

    holder: Block
    line: Line | None
    marks: Marks = ()
    depth: int = 0
    end: Literal["nothing", "line", "break", "marker"] = "nothing"
    is_silent: bool = False


class Tidy(HTMLParser):
    """Reads HTML whose every element is closed; `tidied` is then what it means in the site's own elements."""

    def __init__(self, *, from_office: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.from_office = from_office
        self.root = Block("body")
        self.places = [Place(self.root, Line())]
        self.run: Run = []
        self.marker = ""

    def tidied(self) -> str:
        """Everything read so far."""
        self.close()
        self._end_line()
        return inner_html(self.root)

    def handle_starttag(self, tag: str, attrs: Given) -> None:
        place = self.places[-1]
        if tag == "br":
            self._break(twice=True)
        elif tag == "hr":
            if not (self.from_office and office.is_unsaid(tag, dict(attrs))):
                self._leaf(tag, attrs)
        elif place.is_silent:
            self.places.append(place._replace(end="nothing"))
        elif self.from_office and office.is_unsaid(tag, dict(attrs)):
            self.places.append(place._replace(end="nothing", is_silent=True))
        elif self.from_office and tag == "ins":
            self.places.append(place._replace(end="nothing"))
        elif tag in LEAVES:
            self._leaf(tag, attrs)
            self.places.append(place._replace(end="nothing", is_silent=True))
        elif tag == "iframe":
            self._leaf("news-embed", [("data-url", dict(attrs).get("src"))])
            self.places.append(place._replace(end="nothing", is_silent=True))
        else:
            self.places.append(self._inside(LINES_MEANT.get(tag) or MARKS_MEANT.get(tag) or tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in {"br", "hr"} or len(self.places) == 1:
            return
        end = self.places[-1].end
        if end == "line":
            self._end_line()
        self.places.pop()
        if end == "break":
            self._break(twice=False)
        elif end == "marker":
            office.number(self.root, self.marker)

    def handle_data(self, data: str) -> None:
        place = self.places[-1]
        if place.is_silent:
            self.marker += data
            return
        is_loose = place.line is not None and not place.line.given
        for index, text in enumerate(BLANK_LINE.split(data) if is_loose else [data]):
            if index:
                self._break(twice=True)
                self._break(twice=True)
            self.run.append(Piece(text, place.marks))

    def _inside(self, tag: str, attrs: Given) -> Place:
        """The place between the start tag of an element and its end tag."""
        place = self.places[-1]
        style = dict(attrs).get("style") or ""
        if tag in MARKS:
            return self._under_marks(tag, attrs, style)
        if not (tag in PARTING or tag in LINES or tag in HOLDERS):
            return place._replace(end="nothing")
        if place.line and place.line.tag in CLOSED:
            self._break(twice=False)
            return place._replace(end="break")
        self._end_line()
        if tag == "p" and (level := office.list_level(style)):
            return place._replace(holder=office.list_item(place.holder, level), line=None, end="line")
        return self._in_block(tag, self._attributes(tag, attrs))

    def _in_block(self, tag: str, attributes: Attributes) -> Place:
        place = self.places[-1]
        parents = parents_of(tag)
        fits = not parents or place.holder.tag in parents
        if tag in LINES and fits:
            keeps = tag == "p" and place.line is not None and place.line.given
            return place._replace(line=place.line if keeps else Line(tag, attributes, given=True), end="line")
        if tag in HOLDERS and fits and place.depth < DEEPEST and (tag not in NEEDED or NEEDED[tag] in attributes):
            block = Block(tag, attributes)
            place.holder.place(block)
            line = None if tag in LOOSE or tag in STRICT else Line()
            return place._replace(holder=block, line=line, depth=place.depth + 1, end="line")
        return place._replace(line=place.line or Line(), end="line")

    def _under_marks(self, tag: str, attrs: Given, style: str) -> Place:
        place = self.places[-1]
        if office.is_marker(style):
            self.marker = ""
            return place._replace(end="marker", is_silent=True)
        marks = place.marks
        for name in office.meant(tag, style):
            attributes = self._attributes(name, attrs)
            is_bare = NEEDED.get(name, "") not in attributes if name in NEEDED else name == "span" and not attributes
            if not is_bare and name not in {mark.tag for mark in marks}:
                marks = (*marks, Mark(name, tuple(attributes.items())))
        return place._replace(marks=marks, end="nothing")

    def _attributes(self, tag: str, attrs: Given) -> Attributes:
        attributes = attributes_of(tag, attrs)
        if self.from_office:
            attributes.pop("lang", None)
        return attributes

    def _leaf(self, tag: str, attrs: Given) -> None:
        attributes = attributes_of(tag, attrs)
        if self.places[-1].is_silent or (tag in NEEDED and NEEDED[tag] not in attributes):
            return
        line = self.places[-1].line
        if line and line.tag in CLOSED:
            self._break(twice=False)
            return
        self._end_line()
        self.places[-1].holder.place(Block(tag, attributes))

    def _break(self, *, twice: bool) -> None:
        if twice or not (self.run and self.run[-1].is_break):
            self.run.append(Piece(BREAK, self.places[-1].marks, is_break=True))

    def _end_line(self) -> None:
        place = self.places[-1]
        place.holder.place_run(self.run, place.line)
        self.run = []
