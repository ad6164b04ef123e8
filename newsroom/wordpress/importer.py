"""An import from the first byte to the account: terms, people and pictures first, then whatever refers to them."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from newsroom.wordpress import discussion, pages, people, stories
from newsroom.wordpress.archive import Archive
from newsroom.wordpress.attachments import Attachments
from newsroom.wordpress.categories import Categories
from newsroom.wordpress.export import Export, TruncatedError
from newsroom.wordpress.folder import MediaFolder
from newsroom.wordpress.ledger import Ledger
from newsroom.wordpress.records import Author, Item, Term
from newsroom.wordpress.stories import Desk
from newsroom.wordpress.tags import Tags
from newsroom.wordpress.texts import named

TEXTS = {"post": stories.ROW, "page": pages.ROW}
# What WordPress keeps among its posts that has no meaning outside it.
ROWS = {
    "nav_menu_item": "menu items",
    "revision": "old versions",
    "custom_css": "styles",
    "wp_block": "reusable blocks",
    "wp_global_styles": "styles",
    "wp_navigation": "menu items",
    "wp_template": "templates",
    "wp_template_part": "templates",
}


def import_wordpress(
    *, path: Path, media: Path | None = None, dry: bool = False, tell: Callable[[str], None] = lambda _line: None
) -> Ledger:
    """Import a WordPress export and return the account; `tell` gets a line for each thing left or changed.

    Each item is a transaction of its own, and what is here already is passed over: an import that was interrupted goes
    on where it was, and a second one changes nothing. A dry run tells the same and keeps nothing. Raises
    NotAnExportError before anything is written, TruncatedError with `ledger` once all that the file holds was taken in.
    """
    export = Export(path)
    archive = Archive(export.channel(), Ledger(tell), dry=dry)
    folder = MediaFolder(media) if media else None
    if not dry:
        return _Import(export, archive, folder).run()
    with transaction.atomic():
        try:
            return _Import(export, archive, folder).run()
        finally:
            transaction.set_rollback(True)


class _Import:
    def __init__(self, export: Export, archive: Archive, folder: MediaFolder | None) -> None:
        self._export = export
        self._archive = archive
        self._categories = Categories(archive)
        self._tags = Tags(archive)
        self._pictures = Attachments(archive, folder)
        self._authors: set[str] = set()

    def run(self) -> Ledger:
        """Two readings of the file: in the second everything that an item can refer to is known."""
        broken: TruncatedError | None = None
        try:
            self._first()
        except TruncatedError as problem:
            broken = problem
        self._categories.bring_all()
        try:
            self._second()
        except TruncatedError as problem:
            broken = problem
        if broken:
            broken.ledger = self._archive.ledger
            raise broken
        return self._archive.ledger

    def _first(self) -> None:
        for entry in self._export.entries():
            match entry:
                case Author():
                    self._authors.add(entry.login)
                    people.bring_author(self._archive, entry)
                case Term(taxonomy="category"):
                    self._categories.hear_of(entry)
                case Term(taxonomy="post_tag"):
                    self._tags.bring(entry)
                case Term(taxonomy=taxonomy):
                    self._archive.ledger.left_quietly(f"terms of “{taxonomy}”")
                case Item(kind="attachment"):
                    self._pictures.bring(entry)
                case Item(kind="post"):
                    self._hear_of(entry)
                case Item(kind="wp_block"):
                    self._archive.reusable[entry.old_id] = entry.content
                case _:
                    pass

    def _hear_of(self, post: Item) -> None:
        """Some exports list no terms and authors, or not all; then the posts name them."""
        people.bring_unlisted(self._archive, post.author, self._authors)
        self._tags.bring_unlisted(post)
        if post.status not in stories.THROWN_AWAY:
            self._categories.hear_of_use(post)

    def _second(self) -> None:
        desk = Desk(self._archive, self._categories, self._tags, self._pictures)
        came: set[str] = set()
        for entry in self._export.entries():
            if not isinstance(entry, Item):
                continue
            if entry.kind in TEXTS and entry.old_id in came:
                self._archive.ledger.left(TEXTS[entry.kind], named(entry), "a text before it has the same number")
                discussion.leave_comments(self._archive, entry, "what they are about was left")
                continue
            came.add(entry.old_id)
            self._bring(desk, entry)

    def _bring(self, desk: Desk, entry: Item) -> None:
        match entry.kind:
            case "post":
                stories.bring_post(desk, entry)
            case "page":
                pages.bring_page(self._archive, entry, self._pictures)
            case "attachment":
                discussion.leave_comments(self._archive, entry, "pictures have no comments here")
            case kind:
                self._archive.ledger.left_quietly(ROWS.get(kind, f"items of “{kind}”"))
                discussion.leave_comments(self._archive, entry, "what they are about was left")
