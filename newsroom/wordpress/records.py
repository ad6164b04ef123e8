"""What a WordPress export says, in Python: nothing looked up, and no meaning added but an id to what has none."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Channel:
    """The site that was exported."""

    title: str = ""
    link: str = ""
    blog_url: str = ""
    language: str = ""
    version: str = ""

    @property
    def origin(self) -> str:
        """The site's address without scheme and closing slash: what its old ids belong to."""
        address = self.blog_url or self.link
        return address.split("://", 1)[-1].rstrip("/").lower()


@dataclass(frozen=True, slots=True)
class Author:
    login: str
    display_name: str = ""
    first_name: str = ""
    last_name: str = ""

    @property
    def name(self) -> str:
        return self.display_name.strip() or f"{self.first_name} {self.last_name}".strip() or self.login


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a taxonomy; in an item only taxonomy, slug and name are given."""

    taxonomy: str
    slug: str
    name: str
    parent: str = ""
    description: str = ""
    old_id: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    old_id: str
    author: str
    content: str
    approved: str
    kind: str
    parent: str
    published: datetime | None
    local: datetime | None


@dataclass(frozen=True, slots=True)
class Item:
    """A post, page, attachment or anything else that WordPress keeps in its posts table."""

    old_id: str
    kind: str
    status: str
    title: str
    content: str
    excerpt: str
    slug: str
    link: str
    author: str
    published: datetime | None
    local: datetime | None
    parent: str
    order: int
    password: str
    sticky: bool
    comments_open: bool
    attachment_url: str
    terms: tuple[Term, ...]
    meta: tuple[tuple[str, str], ...]
    comments: tuple[Comment, ...]

    def meta_value(self, key: str) -> str:
        """The last value under the key, or an empty string."""
        return next((value for name, value in reversed(self.meta) if name == key), "")

    def terms_of(self, taxonomy: str) -> list[Term]:
        return [term for term in self.terms if term.taxonomy == taxonomy]
