"""Pages become pages, each at an address of its own."""

from django.core.exceptions import ValidationError
from django.db import transaction

from articles.models import Page
from newsroom.wordpress.archive import Archive
from newsroom.wordpress.discussion import leave_comments
from newsroom.wordpress.models import Kind
from newsroom.wordpress.pictures import Shelf
from newsroom.wordpress.records import Item
from newsroom.wordpress.stories import THROWN_AWAY
from newsroom.wordpress.texts import named, texts_of
from newsroom.wordpress.wording import slug_of

ROW = "pages"
LONGEST_TITLE, LONGEST_SLUG, LONGEST_DESCRIPTION = 120, 60, 300
TRIES = 50
NO_COMMENTS = "pages have no comments here"


def bring_page(archive: Archive, item: Item, shelf: Shelf) -> None:
    """A page, public if it was; its comments are accounted for."""
    if archive.known(Kind.PAGE, item.old_id) is not None:
        archive.ledger.here(ROW)
    elif reason := THROWN_AWAY.get(item.status):
        archive.ledger.left(ROW, named(item), reason)
    else:
        try:
            with transaction.atomic():
                page = _write(archive, item, shelf)
                archive.remember(Kind.PAGE, item.old_id, page.pk, address=item.link)
            archive.ledger.imported(ROW)
        except ValidationError as refusal:
            archive.forget()
            archive.ledger.left(ROW, named(item), " ".join(refusal.messages))
    leave_comments(archive, item, NO_COMMENTS)


def _write(archive: Archive, item: Item, shelf: Shelf) -> Page:
    texts = texts_of(archive, item, shelf, longest_headline=LONGEST_TITLE, longest_deck=LONGEST_DESCRIPTION)
    is_public = item.status == "publish" and not item.password
    page = Page(
        title=texts.headline,
        body=texts.body,
        description=texts.deck,
        is_public=is_public,
        # A footer has room for what stands at the top of a site, not for everything below it.
        in_footer=is_public and item.parent in {"", "0"},
        position=min(max(item.order, 0), 9999),
    )
    _save_at_a_free_address(page, slug_of(item.slug, texts.headline, longest=LONGEST_SLUG) or f"page-{item.old_id}")
    if not is_public:
        why = "had a password" if item.password else f"was “{item.status}”"
        archive.ledger.changed(named(item), f"it {why}; readers do not see it")
    if page.slug != item.slug or item.parent not in {"", "0"}:
        archive.ledger.changed(named(item), f"its address is /{page.slug}/")
    return page


def _save_at_a_free_address(page: Page, slug: str) -> None:
    for number in range(1, TRIES):
        page.slug = slug if number == 1 else f"{slug[: LONGEST_SLUG - 4]}-{number}"
        try:
            page.full_clean()
        except ValidationError as refusal:
            if set(refusal.error_dict) != {"slug"} or number == TRIES - 1:
                raise
        else:
            page.save()
            return
