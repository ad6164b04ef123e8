"""From the elements of an export to records; unknown elements are passed over, missing ones are empty."""

import hashlib
import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from email.utils import parsedate_to_datetime

from lxml import etree

from newsroom.text.slugs import slugify
from newsroom.wordpress.records import Author, Comment, Item, Term

# What editors' tools keep for themselves, sometimes a third of a whole database.
IGNORED_META = ("tdc_", "_edit_", "_elementor_", "_oembed_", "_menu_item_", "_publicize_")
ENCODED = {space: re.compile(rf"\{{[^}}]*/{space}/|{space}:") for space in ("content", "excerpt")}
WHOLE_YEAR = re.compile(r"\s[12]\d{3}\s")
LIST_OF = {"category": "category", "tag": "post_tag"}


def author(element: etree._Element) -> Author:
    said = _texts(element)
    return Author(
        login=said.get("author_login", ""),
        display_name=said.get("author_display_name", ""),
        first_name=said.get("author_first_name", ""),
        last_name=said.get("author_last_name", ""),
    )


def term(element: etree._Element) -> Term:
    said = _texts(element)
    kind = name_of(element)
    name = said.get("cat_name") or said.get("tag_name") or said.get("term_name", "")
    return Term(
        taxonomy=LIST_OF.get(kind) or said.get("term_taxonomy", ""),
        slug=said.get("category_nicename") or said.get("tag_slug") or said.get("term_slug") or slugify(name),
        name=name,
        parent=said.get("category_parent") or said.get("term_parent", ""),
        description=said.get("category_description") or said.get("tag_description") or said.get("term_description", ""),
        old_id=said.get("term_id", ""),
    )


def item(element: etree._Element) -> Item:
    said = _texts(element)
    return Item(
        old_id=_id(said, "post_id"),
        kind=said.get("post_type", ""),
        status=said.get("status", ""),
        title=said.get("title", ""),
        content=_prefixed(element, "content"),
        excerpt=_prefixed(element, "excerpt"),
        slug=said.get("post_name", ""),
        link=said.get("link", ""),
        # Exports edited by hand hold stray brackets here, which no login may contain.
        author=said.get("creator", "").strip("<> "),
        published=_utc(said.get("post_date_gmt", "")) or _mail_date(said.get("pubDate", "")),
        local=_moment(said.get("post_date", "")),
        parent=said.get("post_parent", "0"),
        order=_number(said.get("menu_order", "")),
        password=said.get("post_password", ""),
        sticky=said.get("is_sticky", "") == "1",
        comments_open=said.get("comment_status", "") == "open",
        attachment_url=said.get("attachment_url", ""),
        terms=tuple(_terms(element)),
        meta=tuple(_meta(element)),
        comments=tuple(_comment(child) for child in element if name_of(child) == "comment"),
    )


def _comment(element: etree._Element) -> Comment:
    said = _texts(element)
    return Comment(
        old_id=_id(said, "comment_id"),
        author=said.get("comment_author", ""),
        content=said.get("comment_content", ""),
        approved=said.get("comment_approved", ""),
        kind=said.get("comment_type", "") or "comment",
        parent=said.get("comment_parent", "0"),
        published=_utc(said.get("comment_date_gmt", "")),
        local=_moment(said.get("comment_date", "")),
    )


def _terms(element: etree._Element) -> Iterator[Term]:
    for child in element:
        if name_of(child) == "category" and child.get("domain"):
            name = (child.text or "").strip()
            yield Term(child.get("domain"), child.get("nicename") or slugify(name), name)


def _meta(element: etree._Element) -> Iterator[tuple[str, str]]:
    for child in element:
        if name_of(child) == "postmeta":
            said = _texts(child)
            key = said.get("meta_key", "")
            if key and not key.startswith(IGNORED_META):
                yield key, said.get("meta_value", "")


def _prefixed(element: etree._Element, space: str) -> str:
    """The text of content:encoded or excerpt:encoded, which share their local name."""
    for child in element:
        if name_of(child) == "encoded" and ENCODED[space].match(str(child.tag)):
            return child.text or ""
    return ""


def _id(said: dict[str, str], name: str) -> str:
    """The number that WordPress gave it; without one, the same words make the same id."""
    return said.get(name) or hashlib.sha256(repr(sorted(said.items())).encode()).hexdigest()[:32]


def _texts(element: etree._Element) -> dict[str, str]:
    """The first text under each local name."""
    said: dict[str, str] = {}
    for child in element:
        said.setdefault(name_of(child), (child.text or "").strip())
    return said


def name_of(element: etree._Element) -> str:
    """The name without namespace, or without the prefix of one that the file forgot to declare."""
    # QName would say it too, at ten times the price for what is asked hundreds of times for each item.
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _number(text: str) -> int:
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 10 else 0


def _moment(text: str) -> datetime | None:
    """A date as WordPress writes it, without a zone; 0000-00-00 is no date."""
    try:
        moment = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
    # The first and last year of the calendar have days that no time zone but one can name.
    return moment if MINYEAR < moment.year < MAXYEAR else None


def _utc(text: str) -> datetime | None:
    moment = _moment(text)
    return moment.replace(tzinfo=UTC) if moment else None


def _mail_date(text: str) -> datetime | None:
    # WordPress writes a missing date as "30 Nov -0001", which the parser takes for one of this century.
    try:
        moment = parsedate_to_datetime(text) if WHOLE_YEAR.search(text) else None
    except ValueError:
        moment = None
    if moment is None:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
