"""Who has a story open at the desk just now."""

from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.db import models

from newsroom import clock

# Somebody who was not heard of for so long has left: three beats of the form.
HEARD_WITHIN: Final = timedelta(seconds=90)


class PresenceQuerySet(models.QuerySet["Presence"]):
    def beside(self, user: Any, story: Any) -> list["Presence"]:
        """The others who have it open, who came first stands first. One query."""
        heard = self.filter(story=story, seen_at__gt=clock.now() - HEARD_WITHIN).exclude(user=user.pk)
        return list(heard.select_related("user").order_by("since", "pk"))


class Presence(models.Model):
    """One for each person and story. It never keeps anybody from anything."""

    story = models.ForeignKey("articles.Story", models.CASCADE, related_name="+", db_index=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField(default=clock.now)
    seen_at = models.DateTimeField(default=clock.now)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(name="presence_of_a_person", fields=["story", "user"])]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.story_id}"
