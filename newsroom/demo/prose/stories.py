"""A story as it stands in the paper's files, with its times counted back from the moment of building."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from articles.models.states import CommentPolicy, Kind
from newsroom.demo.prose.bodies import Block, pictures_in, read_body
from newsroom.demo.prose.pictures import Picture, picture
from newsroom.demo.prose.records import Line, Place, ProseError, Record, read_records
from newsroom.demo.prose.times import dated, span
from newsroom.text.slugs import slugify

REQUIRED = frozenset({"age", "category", "headline", "tags"})
OPTIONAL = frozenset(
    {
        "alt",
        "byline",
        "caption",
        "comments",
        "credit",
        "dateline",
        "deck",
        "further",
        "image-credit",
        "kicker",
        "kind",
        "language",
        "picture",
        "related",
        "slug",
        "sources",
        "updated",
    }
)
OF_A_PICTURE = frozenset({"alt", "caption", "image-credit"})


@dataclass(frozen=True, slots=True)
class Signed:
    """A name of the byline; `role` is empty for who wrote."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    place: Place
    slug: str
    kicker: str
    headline: str
    deck: str
    category: str
    further: tuple[str, ...]
    byline: tuple[Signed, ...]
    sources: tuple[str, ...]
    credit_line: str
    tags: tuple[str, ...]
    kind: str
    language: str
    dateline: str
    comment_policy: str
    published_at: datetime
    updated_at: datetime | None
    picture: Picture | None
    related: tuple[str, ...]
    body: tuple[Block, ...]

    @property
    def pictures(self) -> list[Picture]:
        """Every picture of the story, the lead picture first."""
        return ([self.picture] if self.picture else []) + pictures_in(self.body)


def read_stories(file: Path, *, now: datetime) -> list[Story]:
    """The stories of `file`, told from `now`, which is in the site's time zone. Raises ProseError."""
    return [_story(record, now) for record in read_records(file, keys=REQUIRED | OPTIONAL, required=REQUIRED)]


def dated_lines(lines: tuple[Line, ...], published: datetime) -> list[Line]:
    """`lines` with their days and times filled in. Raises ProseError for a brace that asks for nothing known."""
    return [_dated(line, published) for line in lines]


def _dated(line: Line, published: datetime) -> Line:
    try:
        return Line(line.place, dated(line.text, published))
    except ValueError as fault:
        raise ProseError(line.place, str(fault)) from None


def _story(record: Record, now: datetime) -> Story:
    published = now - span(record.front["age"])
    front = {key: _dated(line, published) for key, line in record.front.items()}
    record = Record(record.place, front, record.body)
    body = read_body(dated_lines(record.body, published), published)
    if not body:
        raise record.fault("headline", "This story has no body.")
    return Story(
        place=record.place,
        slug=record.get("slug") or slugify(record.get("headline")),
        kicker=record.get("kicker"),
        headline=record.get("headline"),
        deck=record.get("deck"),
        category=record.get("category"),
        further=record.names("further"),
        byline=tuple(_signed(name) for name in record.names("byline")),
        sources=record.names("sources"),
        credit_line=record.get("credit"),
        tags=record.names("tags"),
        kind=_one_of(record, "kind", Kind.values) or Kind.NEWS,
        language=record.get("language") or "en",
        dateline=record.get("dateline"),
        comment_policy=_one_of(record, "comments", CommentPolicy.values) or CommentPolicy.INHERIT,
        published_at=published,
        updated_at=_updated(record, now, published),
        picture=_lead(record),
        related=record.names("related"),
        body=body,
    )


def _signed(name: str) -> Signed:
    who, _bracket, role = name.partition("(")
    return Signed(who.strip(), role.rstrip(")").strip())


def _one_of(record: Record, key: str, choices: list[str]) -> str:
    value = record.get(key)
    if value and value not in choices:
        raise record.fault(key, f"“{value}” is not one of {', '.join(choices)}.")
    return value


def _updated(record: Record, now: datetime, published: datetime) -> datetime | None:
    if "updated" not in record.front:
        return None
    updated = now - span(record.front["updated"])
    if updated < published:
        raise record.fault("updated", "A story cannot be updated before it is published.")
    return updated


def _lead(record: Record) -> Picture | None:
    if "picture" not in record.front:
        if stray := sorted(OF_A_PICTURE & record.front.keys()):
            raise record.fault(stray[0], f"“{stray[0]}” without a picture.")
        return None
    return picture(
        record.front["picture"],
        alt=record.get("alt"),
        caption=record.get("caption"),
        credit=record.get("image-credit"),
    )
