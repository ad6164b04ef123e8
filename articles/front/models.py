"""Fronts: what editors are working on, and every state that readers ever had, or will have."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Max, Value
from django.db.models.functions import Coalesce

from articles.front.content import Content
from articles.models import Category
from newsroom import clock
from newsroom.caching.recording import shows
from newsroom.caching.shown import Purged, Shown, ShownQuerySet

HOME = "home"


def place_of(category: int | None) -> str:
    return str(category or HOME)


def front_key(category: int | None) -> str:
    """What the page shows that shows the front of a category, or of the whole site."""
    return f"front:{place_of(category)}"


class FrontQuerySet(models.QuerySet["Front"]):
    def at(self, category: Category | None) -> "Front":
        """The front of a category, or home, as it is kept; else a new one that is not kept yet."""
        found: Front | None = self.filter(category=category).first()
        return found or Front(category=category)


class Front(models.Model):
    """A curated page: home (no category), or a category's top. `draft` is what waits to be launched, if anything."""

    category = models.OneToOneField(Category, models.CASCADE, null=True, blank=True, related_name="+")
    draft = models.JSONField(null=True, blank=True, editable=False)
    # Goes up with every change, so that nobody launches or discards what they have not seen.
    version = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(null=True, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    objects = FrontQuerySet.as_manager()

    class Meta:
        permissions = [("launch_front", "Can launch fronts and roll them back")]
        constraints = [
            # None is no value of its own to a unique column.
            models.UniqueConstraint(Coalesce("category", Value(0)), name="front_of_a_place")
        ]

    def __str__(self) -> str:
        return str(self.category) if self.category else "Home"

    def get_absolute_url(self) -> str:
        return self.category.get_absolute_url() if self.category else "/"

    @property
    def place(self) -> str:
        """What names it in the addresses of the desk."""
        return place_of(self.category_id)

    @property
    def drafted(self) -> Content | None:
        return Content.read(self.draft) if self.draft is not None else None


class LaunchQuerySet(ShownQuerySet["Launch"]):
    def of(self, category: int | None) -> Self:
        return self.filter(category=category)

    def standing(self, category: int | None) -> "Launch | None":
        """The one that readers have now, if that front was ever launched: one short walk along its index."""
        shows(front_key(category))
        return self.of(category).filter(at__lte=clock.now()).order_by("-at", "-pk").first()

    def standing_everywhere(self) -> list["Launch"]:
        """The one that stands on each front. Two queries."""
        due = self.filter(at__lte=clock.now())
        newest = due.order_by().values("category").annotate(newest=Max("at")).values_list("newest", flat=True)
        # Two of one second: the later one made stands.
        latest = {launch.category_id: launch for launch in due.filter(at__in=list(newest)).order_by("at", "pk")}
        return list(latest.values())


class Launch(Shown):
    """A front as readers have it from a moment on, until the next one. The database refuses to change it."""

    category = models.ForeignKey(Category, models.CASCADE, null=True, related_name="+", db_index=False)
    at = models.DateTimeField()
    content = models.JSONField()
    note = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", db_index=False)
    by_name = models.CharField(max_length=150, blank=True)
    made_at = models.DateTimeField(default=clock.now)

    objects = LaunchQuerySet.as_manager()

    class Meta:
        verbose_name = "launch"
        verbose_name_plural = "launches"
        indexes = [
            models.Index(name="launch_of_a_front", fields=["category", "-at", "-id"]),
            models.Index(name="launch_by_time", fields=["at"]),
        ]

    def __str__(self) -> str:
        return f"{self.category or 'Home'}, {self.at:%Y-%m-%d %H:%M}"

    @classmethod
    def purging_fields(cls) -> tuple[str, ...]:
        return ("category",)

    def shown_keys(self) -> tuple[str, ...]:
        return (front_key(self.category_id),)

    def purged(self, fields: frozenset[str] | None = None) -> Purged:  # noqa: ARG002  # whichever they are
        return Purged.of(*self.shown_keys())

    @property
    def read(self) -> Content:
        return Content.read(self.content)


class Ending(models.Model):
    """A moment at which a card's place ends in a launch, so that the page is made anew at that second."""

    launch = models.ForeignKey(Launch, models.CASCADE, related_name="endings")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(name="ending_by_time", fields=["at"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
