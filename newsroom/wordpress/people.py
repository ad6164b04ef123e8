"""WordPress users who wrote something become authors; they do not become users."""

from django.db import transaction

from articles.models import Author
from newsroom.text.slugs import fold
from newsroom.wordpress.archive import Archive
from newsroom.wordpress.models import Kind
from newsroom.wordpress.records import Author as OldAuthor
from newsroom.wordpress.wording import cut_told, name_of, slug_of

ROW = "authors"
LONGEST_NAME, LONGEST_SLUG = 120, 80


def bring_author(archive: Archive, old: OldAuthor) -> int:
    """The id here of an author, made when there is none of that name and slug."""
    if (known := archive.known(Kind.AUTHOR, old.login)) is not None:
        archive.ledger.here(ROW)
        return known
    what, ledger = f"author {old.login}", archive.ledger
    name = name_of(cut_told(old.name, LONGEST_NAME, what=what, noun="name", ledger=ledger), longest=LONGEST_NAME)
    slug = slug_of(old.login, name, longest=LONGEST_SLUG) or "author"
    with transaction.atomic():
        author = _namesake(name, slug)
        if author:
            archive.ledger.here(ROW)
            archive.ledger.changed(f"author “{name}”", "joined the author of that name who was here")
        else:
            author = Author(name=name, slug=_free(slug))
            author.full_clean()
            author.save()
            archive.ledger.imported(ROW)
        archive.remember(Kind.AUTHOR, old.login, author.pk)
    return author.pk


def bring_unlisted(archive: Archive, login: str, heard: set[str]) -> None:
    """An author whom only an item names is known by the login alone."""
    if login and login not in heard:
        heard.add(login)
        bring_author(archive, OldAuthor(login))


def byline_of(archive: Archive, login: str) -> list[tuple[Author, str]]:
    """Who wrote an item."""
    author = Author.objects.filter(pk=archive.known(Kind.AUTHOR, login) or 0).first()
    return [(author, "")] if author else []


def _namesake(name: str, slug: str) -> Author | None:
    same = Author.objects.filter(slug=slug).first()
    return same if same and fold(same.name) == fold(name) else None


def _free(slug: str) -> str:
    number, free = 1, slug
    while Author.objects.filter(slug=free).exists():
        number += 1
        free = f"{slug[: LONGEST_SLUG - 6]}-{number}"
    return free
