"""A text that is not news: about, contact, privacy, corrections policy."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse

from articles.addresses import claims_first_segments, refuse_taken
from articles.bodies.fields import BodyField
from articles.media.models import Image
from articles.models.shown import note_pictures
from newsroom.caching.recording import shows
from newsroom.caching.shown import Purged, Shown, ShownQuerySet

# The list of them all.
PAGES = "pages"


class PageQuerySet(ShownQuerySet["Page"]):
    def public(self) -> Self:
        shows(PAGES)
        return self.filter(is_public=True)

    def for_footer(self) -> Self:
        return self.public().filter(in_footer=True).order_by("position", "title").only("title", "slug")


class Page(Shown):
    title = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    body = BodyField(blank=True)
    description = models.CharField(max_length=300, blank=True, help_text="One sentence, for search engines.")
    is_public = models.BooleanField("public", default=True)
    in_footer = models.BooleanField("linked in the footer", default=True)
    position = models.PositiveSmallIntegerField(default=0, help_text="Lower numbers come first.")
    changed_at = models.DateTimeField(auto_now=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(name="page_has_title_and_slug", condition=~Q(title="") & ~Q(slug=""))]
        ordering = ["position", "title"]

    def __str__(self) -> str:
        return self.title

    @transaction.atomic
    def save(self, *args: object, **kwargs: object) -> None:
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # Django's own signature, passed through
        note_pictures(self.pictures, self.body)

    @classmethod
    def purging_fields(cls) -> tuple[str, ...]:
        return ("is_public",)

    def purged(self, fields: frozenset[str] | None = None) -> Purged:  # noqa: ARG002  # whichever they are
        return Purged.of(*self.shown_keys(), PAGES, gone=not self.is_public)

    def get_absolute_url(self) -> str:
        return reverse("articles:section", kwargs={"path": self.slug})

    def clean(self) -> None:
        try:
            refuse_taken(self.slug, noun="page")
        except ValidationError as refusal:
            raise ValidationError({"slug": refusal}) from None


class PagePicture(models.Model):
    """A picture in the page's body, as `StoryPicture` is of a story's."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="pictures")
    image = models.ForeignKey(Image, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(name="page_picture_once", fields=["page", "image"])]

    def __str__(self) -> str:
        return f"{self.image_id} in {self.page_id}"


@claims_first_segments("page")
def _stands_at(slug: str) -> bool:
    return Page.objects.filter(slug=slug).exists()
