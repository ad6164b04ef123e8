"""A dated public note of what was wrong in a story. It stays; withdrawn, it says to the desk who did that and why."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.keys import CORRECTIONS, LATEST
from articles.models.states import public_at
from articles.models.story import Story
from newsroom import clock
from newsroom.caching.recording import shows
from newsroom.caching.shown import Purged, Shown, ShownQuerySet

LONGEST = 1_000


class Place(models.TextChoices):
    TOP = "top", "Above the text"
    FOOT = "foot", "Below the text"


class CorrectionQuerySet(ShownQuerySet["Correction"]):
    def standing(self) -> Self:
        """Those that readers see on their story, the oldest first."""
        return self.filter(withdrawn_at=None).order_by("corrected_at", "pk")

    def for_list(self) -> Self:
        """Those of stories that readers can open, newest first, with what a list says of each story."""
        # A corrected story that comes back is told of with the newest stories.
        shows(CORRECTIONS, LATEST)
        of_public = self.standing().filter(public_at(clock.now(), "story__")).order_by("-corrected_at", "-pk")
        needed = ("headline", "slug", "published_on", "language")
        return of_public.select_related("story").only(
            "story", "text", "corrected_at", "place", *(f"story__{name}" for name in needed)
        )


class Correction(Shown):
    """Nothing but `articles.actions.correct` writes it."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="corrections")
    text = models.TextField(max_length=LONGEST)
    place = models.CharField(max_length=4, choices=Place, default=Place.FOOT)
    corrected_at = models.DateTimeField(default=clock.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    withdrawn_because = models.CharField(max_length=300, blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="correction_says_something", condition=~Q(text="")),
            models.CheckConstraint(
                name="correction_withdrawn_says_why", condition=Q(withdrawn_at=None) | ~Q(withdrawn_because="")
            ),
        ]
        indexes = [models.Index(name="correction_newest", fields=["withdrawn_at", "-corrected_at", "-id"])]
        default_permissions = ()

    def __str__(self) -> str:
        return self.text

    @classmethod
    def purging_fields(cls) -> tuple[str, ...]:
        return ("story",)

    def shown_keys(self) -> tuple[str, ...]:
        # It is a part of its story.
        return (f"story:{self.story_id}",)

    def purged(self, fields: frozenset[str] | None = None) -> Purged:  # noqa: ARG002  # whichever they are
        return Purged.of(*self.shown_keys(), CORRECTIONS, gone=self.withdrawn_at is not None)

    def get_absolute_url(self) -> str:
        return f"{self.story.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self) -> str:
        return f"correction-{self.pk}"


def placed(corrections: list[Any]) -> dict[str, list[Any]]:
    """Those above the text, and those below it."""
    return {place.value: [one for one in corrections if one.place == place] for place in Place}
