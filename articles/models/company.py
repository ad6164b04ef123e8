"""What a story comes with: who wrote it, what it rests on, where it is filed, what it shows, what to read next."""

from django.db import models
from django.db.models import F, Q

from articles.media.models import Image
from articles.models.author import Author
from articles.models.category import Category
from articles.models.listed import Listed, ListedQuerySet
from articles.models.source import Source
from newsroom.caching.shown import Shown, ShownQuerySet


class BylineQuerySet(ListedQuerySet["Byline"]):
    """The lines of authors."""


class Byline(Listed):
    list_of = "author"

    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="byline")
    author = models.ForeignKey(Author, models.PROTECT, related_name="bylines")
    position = models.PositiveSmallIntegerField(default=0)
    role = models.CharField(max_length=60, blank=True, help_text="When it is not “by”: “photographs”, “translation”.")

    objects = BylineQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(name="byline_names_an_author_once", fields=["story", "author"])]
        indexes = [models.Index(name="byline_list", fields=["author", "-published_at", "-story"])]
        ordering = ["position", "pk"]
        verbose_name = "author"
        verbose_name_plural = "byline"

    def __str__(self) -> str:
        return str(self.author)


class StorySourceQuerySet(ListedQuerySet["StorySource"]):
    """The lines of sources."""


class StorySource(Listed):
    list_of = "source"

    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="story_sources")
    source = models.ForeignKey(Source, models.PROTECT, related_name="story_sources")
    position = models.PositiveSmallIntegerField(default=0)

    objects = StorySourceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(name="story_names_a_source_once", fields=["story", "source"])]
        indexes = [models.Index(name="source_list", fields=["source", "-published_at", "-story"])]
        ordering = ["position", "pk"]
        verbose_name = "source"

    def __str__(self) -> str:
        return str(self.source)


class FilingQuerySet(ListedQuerySet["Filing"]):
    """The lines of categories."""


class Filing(Listed):
    """The story's line in the list of a category: its own, each above it, and each further one and those above that."""

    list_of = "category"

    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="filings")
    category = models.ForeignKey(Category, models.CASCADE, related_name="filings")

    objects = FilingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(name="filing_once_in_a_category", fields=["story", "category"])]
        indexes = [models.Index(name="category_list", fields=["category", "-published_at", "-story"])]

    def __str__(self) -> str:
        return f"{self.story_id} in {self.category_id}"


class StoryPicture(models.Model):
    """A picture in the story's body. Written with the body, so that the library knows without reading every text."""

    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="pictures")
    image = models.ForeignKey(Image, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(name="story_picture_once", fields=["story", "image"])]

    def __str__(self) -> str:
        return f"{self.image_id} in {self.story_id}"


class RelatedPickQuerySet(ShownQuerySet["RelatedPick"]):
    """What editors chose."""


class RelatedPick(Shown):
    """A story that an editor chose to stand first under “Related articles”."""

    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="related_picks")
    related = models.ForeignKey("articles.Story", models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    objects = RelatedPickQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="related_once", fields=["story", "related"]),
            models.CheckConstraint(name="related_never_itself", condition=~Q(story=F("related"))),
        ]
        ordering = ["position", "pk"]
        verbose_name = "related story"
        verbose_name_plural = "related stories"

    def __str__(self) -> str:
        return str(self.related)

    @classmethod
    def purging_fields(cls) -> tuple[str, ...]:
        return ("story",)

    def shown_keys(self) -> tuple[str, ...]:
        return (f"story:{self.story_id}",)
