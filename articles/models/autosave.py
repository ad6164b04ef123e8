"""What somebody typed into a story's form and has not saved yet."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from newsroom import clock


class Autosave(models.Model):
    """One for each person and story, and one for a story that is not there yet; nobody else ever sees it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    story = models.ForeignKey("articles.Story", models.CASCADE, null=True, related_name="+")
    # As a browser sends a form.
    typed = models.TextField()
    kept_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(name="autosave_of_a_story", fields=["user", "story"]),
            # No two nulls are equal to a database.
            models.UniqueConstraint(name="autosave_of_none", fields=["user"], condition=Q(story=None)),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.kept_at:%Y-%m-%d %H:%M}"
