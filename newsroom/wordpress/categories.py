"""Categories of the old site with their tree, found again or made."""

from collections import Counter
from urllib.parse import unquote

from django.core.exceptions import ValidationError
from django.db import transaction

from articles.actions.arrange import arrange_category
from articles.models import Category
from articles.models.accent import Accent
from newsroom.text.slugs import fold
from newsroom.text.typed import visible
from newsroom.wordpress.archive import Archive
from newsroom.wordpress.markup import plain_words
from newsroom.wordpress.models import Kind
from newsroom.wordpress.records import Item, Term
from newsroom.wordpress.texts import named
from newsroom.wordpress.wording import cut, cut_told, slug_of

ROW, TAXONOMY = "categories", "category"
LONGEST_NAME, LONGEST_SLUG, LONGEST_DESCRIPTION = 60, 60, 300
# Room for a number that makes an address free.
LONGEST_PATH = 196
# A masthead holds no more; the rest is reached from category pages and can be put there by an editor.
IN_NAVIGATION = 8
UNCATEGORIZED = Term(TAXONOMY, "uncategorized", "Uncategorized")
TRIES = 50


class Categories:
    """The categories of one export: those it lists, and those that its items name without their being listed."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._listed: dict[str, Term] = {}
        self._given: set[str] = set()
        self._made: set[str] = set()
        self._uses: Counter[str] = Counter()

    def hear_of(self, term: Term) -> None:
        """A category that the file lists."""
        what = f"category “{plain_words(term.name)}” ({term.slug})"
        if not visible(term.slug):
            self._archive.ledger.left(ROW, what, "it has neither a name nor an address")
        elif term.slug in self._given:
            self._archive.ledger.left(ROW, what, "a category before it has the same address; stories are filed there")
        else:
            self._given.add(term.slug)
            self._listed[term.slug] = term

    def hear_of_use(self, item: Item) -> None:
        """What an item is filed under counts, listed or not; one that is filed nowhere needs a place too."""
        for term in self._terms_of(item):
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
        terms = [self._listed.get(term.slug, term) for term in self._terms_of(item)]
        chosen = item.meta_value("_yoast_wpseo_primary_category")
        terms.sort(key=lambda term: bool(chosen) and term.old_id != chosen)
        telling = [term for term in terms if term.slug != UNCATEGORIZED.slug]
        ids = [self._archive.known(Kind.CATEGORY, term.slug) for term in telling]
        here = Category.objects.in_bulk([pk for pk in ids if pk is not None])
        found = list(dict.fromkeys(here[pk] for pk in ids if pk in here)) or [self._uncategorized()]
        if not item.terms_of(TAXONOMY):
            self._archive.ledger.changed(named(item), f"it was filed nowhere; it stands in “{found[0].name}”")
        elif 0 < len(telling) < len(terms):
            self._archive.ledger.changed(named(item), "“Uncategorized” says nothing beside another; it was left out")
        return found[0], found[1:]

    def _terms_of(self, item: Item) -> list[Term]:
        return [term for term in item.terms_of(TAXONOMY) if visible(term.slug)] or [UNCATEGORIZED]

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
        """A category, here already or listed, which follows its parent; a circle of parents is cut."""
        if (known := self._archive.known(Kind.CATEGORY, slug)) is not None:
            return Category.objects.filter(pk=known).first()
        term = self._listed.get(slug)
        if term is None or slug in above:
            return None
        parent = self._bring(term.parent, above=(*above, slug)) if term.parent else None
        return self._make(term, parent)

    def _make(self, term: Term, parent: Category | None) -> Category:
        ledger = self._archive.ledger
        name = plain_words(term.name) or term.slug
        what = f"category “{cut(name, LONGEST_NAME)}” ({cut(unquote(term.slug), LONGEST_SLUG)})"
        name = cut_told(name, LONGEST_NAME, what=what, noun="name", ledger=ledger)
        slug = slug_of(term.slug, name, longest=LONGEST_SLUG) or "category"
        while parent and len(parent.path) + 1 + len(slug) > LONGEST_PATH:
            parent = parent.parent
        with transaction.atomic():
            category = Category.objects.filter(parent=parent, slug=slug).first()
            if category and fold(category.name) == fold(name):
                ledger.here(ROW)
                ledger.changed(what, "joined the category of that name that was here")
            else:
                category = self._save_at_a_free_address(term, name, slug, parent, what)
                ledger.imported(ROW)
            self._archive.remember(Kind.CATEGORY, term.slug, category.pk)
        self._made.add(term.slug)
        if term.parent and (parent is None or self._archive.known(Kind.CATEGORY, term.parent) != parent.pk):
            place = f"in “{parent.name}”" if parent else "at the top"
            ledger.changed(what, f"it can not stand in “{term.parent}”; it stands {place}")
        return category

    def _save_at_a_free_address(self, term: Term, name: str, slug: str, parent: Category | None, what: str) -> Category:
        ledger = self._archive.ledger
        description = plain_words(term.description)
        description = cut_told(description, LONGEST_DESCRIPTION, what=what, noun="description", ledger=ledger)
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
            ledger.changed(what, f"its address is /{category.path}/")
        return category

    def _choose_navigation(self) -> None:
        uses = {self._archive.known(Kind.CATEGORY, slug): count for slug, count in self._uses.items() if count}
        top = list(Category.objects.filter(pk__in=[pk for pk in uses if pk], parent=None))
        top.sort(key=lambda category: (-uses[category.pk], category.name))
        for position, category in enumerate(top[:IN_NAVIGATION]):
            category.in_navigation, category.position = True, position
            category.accent = list(Accent)[position % len(Accent)]
            arrange_category(category=category)
