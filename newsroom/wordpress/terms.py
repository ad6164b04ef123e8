"""Categories and tags of the old site, found again or made."""

from collections import Counter

from django.core.exceptions import ValidationError
from django.db import transaction

from articles.actions.arrange import arrange_category
from articles.models import Category, Tag
from articles.models.accent import Accent
from newsroom.text.slugs import fold
from newsroom.wordpress.archive import Archive
from newsroom.wordpress.markup import plain_words
from newsroom.wordpress.models import Kind
from newsroom.wordpress.records import Item, Term
from newsroom.wordpress.wording import cut, name_of, slug_of

CATEGORIES, TAGS = "categories", "tags"
LONGEST_NAME, LONGEST_SLUG, LONGEST_DESCRIPTION, LONGEST_TAG = 60, 60, 300, 100
# A masthead holds no more; the rest is reached from category pages and can be put there by an editor.
IN_NAVIGATION = 8
UNCATEGORIZED = Term("category", "uncategorized", "Uncategorized")
TRIES = 50


class Terms:
    """The taxonomies of one export: what it lists, and what its items name without its being listed."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._listed: dict[str, Term] = {}
        self._made: set[str] = set()
        self.uses: Counter[str] = Counter()

    def hear_of(self, term: Term) -> None:
        if term.taxonomy == "category":
            self._listed[term.slug] = term
        elif term.taxonomy == "post_tag":
            self._bring_tag(term)
        else:
            self._archive.ledger.left_quietly(f"terms of “{term.taxonomy}”")

    def bring_categories(self) -> None:
        """Every category the export lists, parents first; the most used lead the navigation of a site that has none."""
        site_is_new = not Category.objects.filter(in_navigation=True).exists()
        for slug in list(self._listed):
            if self._archive.known(Kind.CATEGORY, slug) is None:
                self._bring_category(slug, above=())
            elif slug not in self._made:
                self._archive.ledger.here(CATEGORIES)
        if site_is_new:
            self._choose_navigation()

    def filing_of(self, item: Item) -> tuple[Category, list[Category]]:
        """The primary category of an item and its further ones."""
        terms = item.terms_of("category") or [UNCATEGORIZED]
        chosen = item.meta_value("_yoast_wpseo_primary_category")
        listed = [self._listed.get(term.slug, term) for term in terms]
        # "Uncategorized" says nothing beside another.
        listed.sort(key=lambda term: (term.old_id != chosen if chosen else False, term.slug == UNCATEGORIZED.slug))
        if len(listed) > 1:
            listed = [term for term in listed if term.slug != UNCATEGORIZED.slug]
        found: dict[int, Category] = {}
        for term in listed:
            category = self._category(term)
            found[category.pk] = category
        primary, *further = found.values()
        return primary, further

    def tags_of(self, item: Item) -> list[str]:
        """The names of an item's tags as they are here."""
        names: dict[str, None] = {}
        for term in item.terms_of("post_tag"):
            known = self._archive.known(Kind.TAG, term.slug) or self._bring_tag(term)
            tag = Tag.objects.filter(pk=known).first()
            if tag:
                names[tag.name] = None
        return list(names)

    def _category(self, term: Term) -> Category:
        known = self._archive.known(Kind.CATEGORY, term.slug)
        category = Category.objects.filter(pk=known).first() if known else None
        if category:
            return category
        self._listed.setdefault(term.slug, term)
        return Category.objects.get(pk=self._make_category(self._listed[term.slug], parent=None))

    def _bring_category(self, slug: str, *, above: tuple[str, ...]) -> int | None:
        """The id of a listed category, which follows its parent; a circle of parents is cut."""
        term = self._listed.get(slug)
        if term is None or slug in above:
            return None
        if (known := self._archive.known(Kind.CATEGORY, slug)) is not None:
            return known
        parent = self._bring_category(term.parent, above=(*above, slug)) if term.parent else None
        return self._make_category(term, parent=parent)

    def _make_category(self, term: Term, *, parent: int | None) -> int:
        above = Category.objects.filter(pk=parent).first() if parent else None
        name = cut(plain_words(term.name) or term.slug, LONGEST_NAME)
        slug = slug_of(term.slug, name, longest=LONGEST_SLUG) or "category"
        with transaction.atomic():
            category = Category.objects.filter(parent=above, slug=slug).first()
            if category and fold(category.name) == fold(name):
                self._archive.ledger.here(CATEGORIES)
                self._archive.ledger.changed(f"category “{name}”", "joined the category of that name that was here")
            else:
                category = self._new_category(term, name=name, slug=slug, parent=above)
                self._archive.ledger.imported(CATEGORIES)
            self._archive.remember(Kind.CATEGORY, term.slug, category.pk)
        self._made.add(term.slug)
        return category.pk

    def _new_category(self, term: Term, *, name: str, slug: str, parent: Category | None) -> Category:
        description = cut(plain_words(term.description), LONGEST_DESCRIPTION)
        category = Category(name=name, parent=parent, description=description, in_navigation=False)
        for number in range(1, TRIES):
            category.slug = slug if number == 1 else f"{slug[: LONGEST_SLUG - 4]}-{number}"
            try:
                arrange_category(category=category)
            except ValidationError as refusal:
                if "slug" not in refusal.error_dict or number == TRIES - 1:
                    raise
            else:
                break
        if category.slug != term.slug:
            self._archive.ledger.changed(f"category “{name}”", f"its address is /{category.path}/, not “{term.slug}”")
        return category

    def _choose_navigation(self) -> None:
        ids = {self._archive.known(Kind.CATEGORY, slug): count for slug, count in self.uses.items()}
        top = list(Category.objects.filter(pk__in=[pk for pk in ids if pk], parent=None))
        top.sort(key=lambda category: (-ids[category.pk], category.name))
        for position, category in enumerate(top[:IN_NAVIGATION]):
            category.in_navigation, category.position = True, position
            category.accent = list(Accent)[position % len(Accent)]
            arrange_category(category=category)

    def _bring_tag(self, term: Term) -> int:
        archive = self._archive
        if (known := archive.known(Kind.TAG, term.slug)) is not None:
            archive.ledger.here(TAGS)
            return known
        name = name_of(plain_words(term.name) or term.slug, longest=LONGEST_TAG)
        with transaction.atomic():
            tag, is_new = _tag(name, slug_of(term.slug, name, longest=LONGEST_TAG))
            archive.remember(Kind.TAG, term.slug, tag.pk)
        if is_new:
            archive.ledger.imported(TAGS)
        else:
            archive.ledger.here(TAGS)
            archive.ledger.changed(f"tag “{name}” ({term.slug})", f"joined the tag “{tag.name}” that was here")
        return int(tag.pk)


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
