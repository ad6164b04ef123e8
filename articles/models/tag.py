"""A subject word that stories share. Two spellings that differ in case or accents alone are one tag."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from taggit.managers import _TaggableManager
from taggit.models import ItemBase, TagBase

from articles.models.listed import Listed, ListedQuerySet
from newsroom.caching.shown import Shown, ShownQuerySet
from newsroom.text.slugs import fold, slugify

# A tag that fewer stories bear has no page: there would be nothing on it that the reader did not come from.
FEWEST = 2


class TagQuerySet(ShownQuerySet["Tag"]):
    def named(self, name: str) -> "Tag":
        """The tag that is called so, in any case and accents; made when there is none."""
        tidy = " ".join(name.split())
        return self.get_or_create(key=fold(tidy), defaults={"name": tidy})[0]


class Tag(Shown, TagBase):  # type: ignore[misc]  # taggit has no types
    key = models.CharField(max_length=120, unique=True, editable=False)

    objects = TagQuerySet.as_manager()

    class Meta:
        verbose_name = "tag"
        ordering = ["name"]

    def get_absolute_url(self) -> str:
        # Not by `reverse`: a page may have dozens of these, and a test holds them to the route.
        return f"/tag/{self.slug}/"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = fold(self.name)
        super().save(*args, **kwargs)

    def slugify(self, tag: str, i: int | None = None) -> str:
        return f"{slugify(tag)}-{i}" if i else slugify(tag)


class StoryTagQuerySet(ListedQuerySet["StoryTag"]):
    """The lines of tags."""


class StoryTag(Listed, ItemBase):  # type: ignore[misc]  # taggit has no types
    list_story, list_of = "content_object", "tag"

    content_object = models.ForeignKey("articles.Story", models.CASCADE, related_name="story_tags")
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="story_tags")

    objects = StoryTagQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(name="story_has_a_tag_once", fields=["content_object", "tag"])]
        indexes = [models.Index(name="tag_list", fields=["tag", "-published_at", "-content_object"])]
        verbose_name = "tag"


class FoldingTagManager(_TaggableManager):  # type: ignore[misc]  # taggit has no types
    """`story.tags`: finds a tag whatever its case and accents before it makes one."""

    def _to_tag_model_instances(self, tags: Iterable[str | Tag], tag_kwargs: dict[str, Any]) -> list[Tag]:
        found: list[Tag] = super()._to_tag_model_instances(
            [Tag.objects.named(tag) if isinstance(tag, str) else tag for tag in tags], tag_kwargs
        )
        return found
