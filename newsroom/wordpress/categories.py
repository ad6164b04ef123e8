"""Categories of the old site with their tree, found again or made."""

from collections import Counter

from django.core.exceptions import ValidationError
from django.db import transaction

from articles.actions.arrange import arrange_category
from articles.models import Category
from articles.models.accent import Accent
from newsroom.text.slugs import fold
from newsroom.wordpress.archive import Archive
from newsroom.wordpress.markup import plain_words
from newsroom.wordpress.models import Kind
from newsroom.wordpress.records import Item, Term
from newsroom.wordpress.wording import cut, slug_of

ROW, TAXONOMY = "categories", "category"
LONGEST_NAME, LONGEST_SLUG, LONGEST_DESCRIPTION = 60, 60, 300
# A masthead holds no more; the rest is reached from category pages and can be put there by an editor.
IN_NAVIGATION = 8
UNCATEGORIZED = Term(TAXONOMY, "uncategorized", "Uncategorized")
TRIES = 50


class Categories:
    """The categories of one export: those it lists, and those that its items name without their being listed."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._listed: dict[str, Term] = {}
        self._made: set[str] = set()
        self._uses: Counter[str] = Counter()

    def hear_of(self, term: Term) -> None:
        self._listed[term.slug] = term

    def hear_of_use(self, item: Item) -> None:
        """What an item is filed under counts, listed or not; one that is filed nowhere needs a place too."""
        for term in item.terms_of(TAXONOMY) or [UNCATEGORIZED]:
            self._listed.setdefault(term.slug, term)
            self._uses[term.slug] += item.status == "publish"

    def bring_all(self) -> None:
        """Every category, parents first; the most used lead the navigation of a site that has none."""
        site_is_new = not Category.objects.filter(in_navigation=True).exists()
        for slug in list(self._listed):
            if self._archive.known(Kind.CATEGORY, slug) is None:
                self._bring(slug, above=())
            elif slug not in self._made:
                self._archive.ledger.here(ROW)
        if site_is_new:
            self._choose_navigation()

    def filing_of(self, item: Item) -> tuple[Category, list[Category]]:
        """The primary category of an item and its further ones."""
        terms = [self._listed.get(term.slug, term) for term in item.terms_of(TAXONOMY)]
        chosen = item.meta_value("_yoast_wpseo_primary_category")
        terms.sort(key=lambda term: bool(chosen) and term.old_id != chosen)
        # “Uncategorized” says nothing beside another.
        telling = [term for term in terms if term.slug != UNCATEGORIZED.slug]
        ids = [self._archive.known(Kind.CATEGORY, term.slug) for term in telling]
        here = Category.objects.in_bulk([pk for pk in ids if pk is not None])
        found = list(dict.fromkeys(here[pk] for pk in ids if pk in here)) or [self._uncategorized()]
        return found[0], found[1:]

    def _uncategorized(self) -> Category:
        """Where a story goes that is filed nowhere, or only where an editor has since closed the category."""
        known = self._archive.known(Kind.CATEGORY, UNCATEGORIZED.slug)
        place = Category.objects.filter(pk=known or 0).first()
        place = place or Category.objects.filter(slug=UNCATEGORIZED.slug).first()
        if place is None:
            place = Category(name=UNCATEGORIZED.name, slug=UNCATEGORIZED.slug, in_navigation=False)
            arrange_category(category=place)
        return place

    def _bring(self, slug: str, *, above: tuple[str, ...]) -> Category | None:
        """A listed category, which follows its parent; a circle of parents is cut."""
        term = self._listed.get(slug)
        if term is None or slug in above:
            return None
        if (known := self._archive.known(Kind.CATEGORY, slug)) is not None:
            return Category.objects.filter(pk=known).first()
        parent = self._bring(term.parent, above=(*above, slug)) if term.parent else None
        return self._make(term, parent)

    def _make(self, term: Term, parent: Category | None) -> Category:
        ledger = self._archive.ledger
        name = cut(plain_words(term.name) or term.slug, LONGEST_NAME)
        slug = slug_of(term.slug, name, longest=LONGEST_SLUG) or "category"
        with transaction.atomic():
            category = Category.objects.filter(parent=parent, slug=slug).first()
            if category and fold(category.name) == fold(name):
                ledger.here(ROW)
                ledger.changed(f"category “{name}”", "joined the category of that name that was here")
            else:
                category = self._save_at_a_free_address(term, name, slug, parent)
                ledger.imported(ROW)
            self._archive.remember(Kind.CATEGORY, term.slug, category.pk)
        self._made.add(term.slug)
        return category

    def _save_at_a_free_address(self, term: Term, name: str, slug: str, parent: Category | None) -> Category:
        description = cut(plain_words(term.description), LONGEST_DESCRIPTION)
        category = Category(name=name, parent=parent, description=description, in_navigation=False)
        for number in range(1, TRIES + 1):
            category.slug = slug if number == 1 else f"{slug[: LONGEST_SLUG - 4]}-{number}"
            try:
                arrange_category(category=category)
            except ValidationError as refusal:
                if "slug" not in refusal.error_dict or number == TRIES:
                    raise
            else:
                break
        if category.slug != term.slug:
            self._archive.ledger.changed(f"category “{name}”", f"its address is /{category.path}/, not “{term.slug}”")
        return category

    def _choose_navigation(self) -> None:
        uses = {self._archive.known(Kind.CATEGORY, slug): count for slug, count in self._uses.items() if count}
        top = list(Category.objects.filter(pk__in=[pk for pk in uses if pk], parent=None))
        top.sort(key=lambda category: (-uses[category.pk], category.name))
        for position, category in enumerate(top[:IN_NAVIGATION]):
            category.in_navigation, category.position = True, position
            category.accent = list(Accent)[position % len(Accent)]
            arrange_category(category=category)
