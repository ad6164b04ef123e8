"""The sections of the site: a small tree that every page needs whole, so it is always read in one query."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from articles.addresses import claims_first_segments, refuse_taken
from articles.models.accent import Accent
from articles.models.states import CommentPolicy
from newsroom.caching.recording import shows
from newsroom.caching.shown import Shown, ShownQuerySet

PATH_LENGTH = 200
SECTIONS = "sections"


class CategoryQuerySet(ShownQuerySet["Category"]):
    def in_order(self) -> Self:
        return self.order_by("position", "name")

    def for_navigation(self) -> Self:
        return self.filter(parent=None, in_navigation=True).in_order()

    def tree(self) -> list["Category"]:
        """Every category in one query, each with `.children_listed`; those with a parent know it without another."""
        shows(SECTIONS)
        found = list(self.in_order())
        by_id = {category.pk: category for category in found}
        for category in found:
            category.children_listed = []
        for category in found:
            if category.parent_id in by_id:
                category.parent = by_id[category.parent_id]
                category.parent.children_listed.append(category)
        return found


class Category(Shown):
    name = models.CharField(max_length=60)
    slug = models.SlugField(max_length=60, help_text="The last part of its address, for instance “world-news”.")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=PATH_LENGTH, unique=True, editable=False)
    description = models.CharField(max_length=300, blank=True, help_text="One sentence, for search engines and feeds.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Lower numbers come first.")
    accent = models.CharField(max_length=10, choices=Accent, default=Accent.SLATE)
    comment_policy = models.CharField(max_length=10, choices=CommentPolicy, default=CommentPolicy.INHERIT)
    comments_close_after = models.PositiveSmallIntegerField(
        "comments close after days",
        null=True,
        blank=True,
        help_text="Days after a story's publication; 0 for never. Empty: as the category above, or the site, has it.",
    )
    in_navigation = models.BooleanField("in the navigation", default=True)

    children_listed: list["Category"]

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "categories"
        constraints = [
            models.CheckConstraint(name="category_has_a_slug", condition=~Q(slug="") & ~Q(path="")),
            models.CheckConstraint(
                name="category_comment_policy_is_known", condition=Q(comment_policy__in=CommentPolicy.values)
            ),
            models.CheckConstraint(name="category_is_not_its_own_parent", condition=~Q(pk=F("parent"))),
        ]
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.path = self._path()
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # Django's own signature, passed through
        for child in self.children.all():
            child.parent = self
            # Compared here: to SQLite's LIKE a slug that changed in its capitals alone is the same.
            if child.path != child._path():
                child.save()

    def shown_keys(self) -> tuple[str, ...]:
        # Every page has the whole tree, so all of it is one thing.
        return (SECTIONS,)

    def get_absolute_url(self) -> str:
        # Not by `reverse`: every page has dozens of these, and a test holds them to the route.
        return f"/{self.path}/"

    def chain(self) -> list["Category"]:
        """From the root down to this one. Costs nothing when the category came from `tree`."""
        above: list[Category] = []
        step: Category | None = self
        while step is not None and step not in above:
            above.insert(0, step)
            step = step.parent
        return above

    def clean(self) -> None:
        if self.parent and self in self.parent.chain():
            raise ValidationError({"parent": "A category cannot stand below itself."})
        try:
            refuse_taken(self.slug, noun="category", below=self.parent is not None)
        except ValidationError as refusal:
            raise ValidationError({"slug": refusal}) from None
        self.path = self._path()
        self._refuse_too_deep()
        if Category.objects.filter(path=self.path).exclude(pk=self.pk).exists():
            raise ValidationError({"slug": f"Another category already has the address /{self.path}/."})

    def _refuse_too_deep(self) -> None:
        before = Category.objects.filter(pk=self.pk).values_list("path", flat=True).first()
        below = Category.objects.filter(path__startswith=f"{before}/").values_list("path", flat=True) if before else []
        longest = max([len(self.path), *(len(self.path) + len(path) - len(before or "") for path in below)])
        if longest > PATH_LENGTH:
            message = f"Its address, or one below it, would be longer than {PATH_LENGTH} characters."
            raise ValidationError({"slug": message})

    def _path(self) -> str:
        return f"{self.parent._path()}/{self.slug}" if self.parent else self.slug


@claims_first_segments("category")
def _stands_at(slug: str) -> bool:
    return Category.objects.filter(path=slug).exists()
