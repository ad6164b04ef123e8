"""The plainest layer of the paper's files: records of front lines and numbered body lines."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path

SEPARATOR = "====="
REMARK = "//"
FRONT_LINE = re.compile(r"([a-z-]+):(?:\s+(.*))?")


class ProseError(ValueError):
    """What is wrong with a text of the demo paper, beginning with its file and line."""

    def __init__(self, place: "Place", reason: str) -> None:
        super().__init__(f"{place.file}, line {place.line}: {reason}")


@dataclass(frozen=True, slots=True)
class Place:
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was typed, without its end, and where it stands."""

    place: Place
    text: str

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Record:
    """One story, author, page …: what its front lines say, and its body."""

    place: Place
    front: dict[str, Line]
    body: tuple[Line, ...]

    def get(self, key: str) -> str:
        """What the front says under `key`, or an empty string."""
        return self.front[key].text if key in self.front else ""

    def names(self, key: str) -> tuple[str, ...]:
        """The names that stand under `key`, parted by semicolons."""
        return tuple(name.strip() for name in self.get(key).split(";") if name.strip())

    def fault(self, key: str, reason: str) -> ProseError:
        """The error to raise about what stands under `key`, or about the record when nothing does."""
        return ProseError(self.front[key].place if key in self.front else self.place, reason)


def read_records(file: Path, *, keys: Set[str], required: Set[str]) -> list[Record]:
    """The records of `file`. Raises ProseError for a key that is unknown, doubled, empty or missing."""
    records = [_record(part) for part in _parts(file) if part]
    for record in records:
        for key, line in record.front.items():
            if key not in keys:
                raise ProseError(line.place, f"“{key}” is not one of {', '.join(sorted(keys))}.")
        if missing := sorted(required - record.front.keys()):
            raise ProseError(record.place, f"“{missing[0]}” is missing.")
    return records


def _parts(file: Path) -> Iterator[list[Line]]:
    part: list[Line] = []
    for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if text.startswith(REMARK):
            continue
        if text.rstrip() == SEPARATOR:
            yield part
            part = []
        elif part or text.strip():
            part.append(Line(Place(file.name, number), text))
    yield part


def _record(lines: list[Line]) -> Record:
    front: dict[str, Line] = {}
    for index, line in enumerate(lines):
        if line.is_blank:
            return Record(lines[0].place, front, tuple(lines[index + 1 :]))
        key, said = _front_line(line)
        if key in front:
            raise ProseError(line.place, f"“{key}” is said twice.")
        front[key] = said
    return Record(lines[0].place, front, ())


def _front_line(line: Line) -> tuple[str, Line]:
    found = FRONT_LINE.fullmatch(line.text.rstrip())
    if not found:
        raise ProseError(line.place, "A front line reads “key: value”; an empty line must stand before the body.")
    if not found[2]:
        raise ProseError(line.place, f"“{found[1]}” says nothing; leave the line out.")
    return found[1], Line(line.place, found[2].strip())
