"""Somebody who writes. An author need not be a user of the site."""

from django.db import models
from django.db.models import Q

from articles.media.models import Image
from newsroom.caching.shown import Shown, ShownQuerySet
from newsroom.text.values import web_address


class AuthorQuerySet(ShownQuerySet["Author"]):
    """Those who write."""


class Author(Shown):
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=80, unique=True)
    role = models.CharField(max_length=100, blank=True, help_text="For instance “Asia correspondent”.")
    bio = models.TextField(blank=True, help_text="Plain text; a blank line begins a paragraph.")
    portrait = models.ForeignKey(Image, models.PROTECT, null=True, blank=True, related_name="+")
    links = models.JSONField(
        default=list, blank=True, help_text='Pairs of label and address, for instance [["Website", "https://…"]].'
    )

    objects = AuthorQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(name="author_has_name_and_slug", condition=~Q(name="") & ~Q(slug=""))]
        indexes = [models.Index(name="author_by_name", fields=["name"])]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        # Not by `reverse`: a page may have dozens of these, and a test holds them to the route.
        return f"/author/{self.slug}/"

    @property
    def web_links(self) -> list[tuple[str, str]]:
        """Label and address of each link that leads to the web; whatever else is stored leads nowhere."""
        pairs = [entry for entry in self.links if isinstance(entry, list) and len(entry) == 2]
        return [(str(label), found) for label, url in pairs if (found := web_address(str(url)))]
