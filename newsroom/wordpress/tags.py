"""Tags of the old site, found again or made."""

from django.db import transaction

from articles.models import Tag
from newsroom.text.slugs import fold
from newsroom.wordpress.archive import Archive
from newsroom.wordpress.markup import plain_words
from newsroom.wordpress.models import Kind
from newsroom.wordpress.records import Item, Term
from newsroom.wordpress.wording import name_of, slug_of

ROW, TAXONOMY = "tags", "post_tag"
LONGEST = 100


class Tags:
    """The tags of one export: those it lists, and those that its items name without their being listed."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._heard: set[str] = set()

    def bring(self, term: Term) -> None:
        """A tag, which may be another spelling of one that is here."""
        self._heard.add(term.slug)
        archive = self._archive
        if archive.known(Kind.TAG, term.slug) is not None:
            archive.ledger.here(ROW)
            return
        name = name_of(plain_words(term.name) or term.slug, longest=LONGEST)
        with transaction.atomic():
            tag, is_new = _tag(name, slug_of(term.slug, name, longest=LONGEST))
            archive.remember(Kind.TAG, term.slug, tag.pk)
        if is_new:
            archive.ledger.imported(ROW)
        else:
            archive.ledger.here(ROW)
            archive.ledger.changed(f"tag “{name}” ({term.slug})", f"joined the tag “{tag.name}” that was here")

    def bring_unlisted(self, item: Item) -> None:
        for term in item.terms_of(TAXONOMY):
            if term.slug not in self._heard:
                self.bring(term)

    def names_of(self, item: Item) -> list[str]:
        """The names of an item's tags as they are here."""
        ids = [self._archive.known(Kind.TAG, term.slug) for term in item.terms_of(TAXONOMY)]
        found = Tag.objects.in_bulk([pk for pk in ids if pk is not None])
        return list(dict.fromkeys(found[pk].name for pk in ids if pk in found))


def _tag(name: str, slug: str) -> tuple[Tag, bool]:
    """The tag called so in any case and accents, else a new one at its old address if that is free."""
    tag = Tag.objects.filter(key=fold(name)).first()
    if tag:
        return tag, False
    tag = Tag(name=name)
    if slug and not Tag.objects.filter(slug=slug).exists():
        tag.slug = slug
    tag.save()
    return tag, True
