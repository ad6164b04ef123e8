"""An agency or outlet that stories rest on."""

from django.db import models
from django.db.models import Q

from articles.media.models import Image
from newsroom.caching.shown import Shown, ShownQuerySet
from newsroom.text.values import web_address


class SourceQuerySet(ShownQuerySet["Source"]):
    """What stories rest on."""


class Source(Shown):
    name = models.CharField(max_length=100, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    site = models.URLField(blank=True, help_text="Its own site.")
    credit_line = models.CharField(
        max_length=200, blank=True, help_text="How it asks to be credited, when that is more than its name."
    )
    logo = models.ForeignKey(Image, models.PROTECT, null=True, blank=True, related_name="+")

    objects = SourceQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(name="source_has_name_and_slug", condition=~Q(name="") & ~Q(slug=""))]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        # Not by `reverse`: a page may have dozens of these, and a test holds them to the route.
        return f"/source/{self.slug}/"

    @property
    def web_site(self) -> str:
        """Its site, or nothing when what is stored does not lead to the web."""
        return web_address(self.site) or ""
