"""What has come from which old site, so that nothing comes twice and old addresses stay known."""

from typing import Self

from django.db import models


class Kind(models.TextChoices):
    AUTHOR = "author", "Author"
    CATEGORY = "category", "Category"
    TAG = "tag", "Tag"
    PICTURE = "picture", "Picture"
    POST = "post", "Post"
    PAGE = "page", "Page"
    COMMENT = "comment", "Comment"


class ImportedQuerySet(models.QuerySet["Imported"]):
    def from_site(self, origin: str) -> Self:
        return self.filter(origin=origin)

    def ids_of(self, kind: Kind) -> dict[str, int]:
        """Old id → id here, for everything of one kind."""
        return dict(self.filter(kind=kind).values_list("old_id", "object_id"))


class Imported(models.Model):
    """One thing of the old site and what it is here. It outlives the thing: what an editor deletes stays deleted."""

    origin = models.CharField("old site", max_length=200)
    kind = models.CharField(max_length=10, choices=Kind)
    # Terms and authors are known by their slugs and logins, everything else by the number WordPress gave it.
    old_id = models.CharField("old id", max_length=200)
    object_id = models.PositiveBigIntegerField("id here")
    address = models.CharField("old address", max_length=500, blank=True)

    objects = ImportedQuerySet.as_manager()

    class Meta:
        verbose_name = "imported thing"
        constraints = [models.UniqueConstraint(name="wordpress_comes_once", fields=["origin", "kind", "old_id"])]
        indexes = [models.Index(name="wordpress_of_object", fields=["kind", "object_id"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.old_id} of {self.origin}"
