"""What readers of the demo paper said, thread by thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsroom.demo.prose.records import Line, ProseError, Record, read_records
from newsroom.demo.prose.times import dated, span

COMMENT = "@ "
ANSWER = "@@ "


@dataclass(frozen=True, slots=True)
class Comment:
    """One voice; `answers` is the place, in the same list, of the comment that it answers."""

    name: str
    text: str
    posted_at: datetime
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """All that was said under one story, so that an answer stands after what it answers."""

    story: str
    comments: tuple[Comment, ...]


def read_threads(file: Path, *, published: Mapping[str, datetime], now: datetime) -> list[Thread]:
    """The comments of `file`; `published` tells when each story appeared, by its slug. Raises ProseError."""
    records = read_records(file, keys={"story"}, required={"story"})
    return [_thread(record, published, now) for record in records]


def _thread(record: Record, published: Mapping[str, datetime], now: datetime) -> Thread:
    slug = record.get("story")
    if slug not in published:
        raise record.fault("story", f"No story is called “{slug}”.")
    said: list[Comment] = []
    spoken_to: int | None = None
    for opening, lines in _voices(record):
        answers = spoken_to if opening.text.startswith(ANSWER) else None
        if answers is None:
            if opening.text.startswith(ANSWER):
                raise ProseError(opening.place, "An answer must stand below the comment that it answers.")
            spoken_to = len(said)
        said.append(_comment(opening, lines, published[slug], answers))
        _refuse_time_travel(opening, said, now)
    if not said:
        raise record.fault("story", "Nobody says anything here.")
    return Thread(slug, tuple(said))


def _voices(record: Record) -> list[tuple[Line, list[Line]]]:
    found: list[tuple[Line, list[Line]]] = []
    for line in record.body:
        if line.text.startswith((COMMENT, ANSWER)):
            found.append((line, []))
        elif found:
            found[-1][1].append(line)
        elif not line.is_blank:
            raise ProseError(line.place, "Words without a name; a comment begins with “@ Name | 40m”.")
    return found


def _comment(opening: Line, lines: list[Line], published: datetime, answers: int | None) -> Comment:
    name, bar, after = opening.text.lstrip("@").partition("|")
    if not (bar and name.strip()):
        raise ProseError(opening.place, "A comment begins with “@ Name | 40m”.")
    posted = published + span(Line(opening.place, after))
    text = "\n".join(line.text.rstrip() for line in lines).strip()
    if not text:
        raise ProseError(opening.place, f"{name.strip()} says nothing.")
    try:
        return Comment(name.strip(), dated(text, posted), posted, answers)
    except ValueError as fault:
        raise ProseError(opening.place, str(fault)) from None


def _refuse_time_travel(opening: Line, said: list[Comment], now: datetime) -> None:
    comment = said[-1]
    if comment.posted_at > now:
        raise ProseError(opening.place, f"{comment.name} speaks in the future: the story is not that old.")
    if comment.answers is not None and comment.posted_at <= said[comment.answers].posted_at:
        raise ProseError(opening.place, f"{comment.name} answers before anything was said.")
