"""The paper's registers: categories, authors, sources, tags, social profiles and pages."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from newsroom.demo.prose.bodies import Block, read_body
from newsroom.demo.prose.records import Line, Place, ProseError, Record, read_records
from newsroom.demo.prose.stories import dated_lines
from newsroom.demo.prose.times import span
from newsroom.text.slugs import slugify


@dataclass(frozen=True, slots=True)
class Category:
    """`path` is its address, such as “world-news/asia”; a parent stands before its children."""

    path: str
    name: str
    accent: str
    description: str

    @property
    def slug(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def parent(self) -> str:
        """The parent's path, or an empty string."""
        return self.path.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Author:
    name: str
    slug: str
    role: str
    desk: str
    bio: str


@dataclass(frozen=True, slots=True)
class Source:
    name: str
    slug: str
    site: str
    credit_line: str


@dataclass(frozen=True, slots=True)
class Profile:
    network: str
    name: str
    url: str
    followers: int
    counted_on: date


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    slug: str
    description: str
    body: tuple[Block, ...]


def read_categories(file: Path) -> list[Category]:
    records = read_records(file, keys={"accent", "description", "name", "path"}, required={"accent", "name", "path"})
    found = [Category(*(record.get(key) for key in ("path", "name", "accent", "description"))) for record in records]
    known = {category.path for category in found}
    for record, category in zip(records, found, strict=True):
        if category.parent and category.parent not in known:
            raise record.fault("path", f"No category has the path “{category.parent}”.")
    return found


def read_authors(file: Path) -> list[Author]:
    records = read_records(file, keys={"desk", "name", "role", "slug"}, required={"desk", "name", "role"})
    return [
        Author(record.get("name"), _slug(record), record.get("role"), record.get("desk"), _plain(record))
        for record in records
    ]


def read_sources(file: Path) -> list[Source]:
    records = read_records(file, keys={"credit", "name", "site", "slug"}, required={"credit", "name"})
    return [Source(record.get("name"), _slug(record), record.get("site"), record.get("credit")) for record in records]


def read_tags(file: Path) -> list[str]:
    """One tag a line."""
    lines = [
        Line(Place(file.name, number), text.strip())
        for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if text.strip()
    ]
    seen: set[str] = set()
    for line in lines:
        if line.text in seen:
            raise ProseError(line.place, f"“{line.text}” stands here twice.")
        seen.add(line.text)
    return [line.text for line in lines]


def read_profiles(file: Path, *, now: datetime) -> list[Profile]:
    keys = {"address", "counted", "followers", "name", "network"}
    return [_profile(record, now) for record in read_records(file, keys=keys, required=keys)]


def read_pages(file: Path, *, now: datetime) -> list[Page]:
    keys = {"description", "slug", "title"}
    return [
        Page(
            record.get("title"),
            record.get("slug"),
            record.get("description"),
            read_body(dated_lines(record.body, now), now),
        )
        for record in read_records(file, keys=keys, required=keys)
    ]


def _slug(record: Record) -> str:
    return record.get("slug") or slugify(record.get("name"))


def _plain(record: Record) -> str:
    text = "\n".join(line.text for line in record.body).strip()
    if not text:
        raise record.fault("name", f"Nothing is said of {record.get('name')}.")
    return text


def _profile(record: Record, now: datetime) -> Profile:
    if not record.get("followers").isdigit():
        raise record.fault("followers", f"“{record.get('followers')}” is no number.")
    return Profile(
        network=record.get("network"),
        name=record.get("name"),
        url=record.get("address"),
        followers=int(record.get("followers")),
        counted_on=(now - span(record.front["counted"])).date(),
    )
