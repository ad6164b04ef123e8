"""Tags of the old site, found again or made."""

from urllib.parse import unquote

from django.db import transaction

from articles.models import Tag
from newsroom.text.slugs import fold
from newsroom.text.typed import visible
from newsroom.wordpress.archive import Archive
from newsroom.wordpress.markup import plain_words
from newsroom.wordpress.models import Kind
from newsroom.wordpress.records import Item, Term
from newsroom.wordpress.wording import cut, cut_told, one_line, slug_of

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
        archive, name = self._archive, one_line(plain_words(term.name)) or unquote(term.slug)
        what = f"tag “{cut(name, 60)}” ({cut(unquote(term.slug), 60)})"
        if archive.known(Kind.TAG, term.slug) is not None:
            archive.ledger.here(ROW)
            return
        if not visible(name):
            archive.ledger.left(ROW, what, "it has neither a name nor an address")
            return
        name = cut_told(name, LONGEST, what=what, noun="name", ledger=archive.ledger)
        with transaction.atomic():
            tag, is_new = _tag(name, slug_of(term.slug, name, longest=LONGEST))
            archive.remember(Kind.TAG, term.slug, tag.pk)
        if is_new:
            archive.ledger.imported(ROW)
        else:
            archive.ledger.here(ROW)
            archive.ledger.changed(what, f"joined the tag “{tag.name}” that was here")
        if term.description:
            archive.ledger.changed(what, "its description was left, since tags have none here")

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
