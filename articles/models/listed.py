"""What every list of stories rests on."""

from typing import Self

from django.db import models

from newsroom import clock


class ListedQuerySet[Line: models.Model](models.QuerySet[Line]):
    def in_list(self) -> Self:
        """The lines whose time has come, newest first: one walk along the list's index.

        A story that has expired keeps its line, so that pages stay where they are; its card is left out when the page
        is fetched, by the rule of `public_at`.
        """
        story = self.model.list_story  # type: ignore[attr-defined]  # every line is Listed
        return self.filter(published_at__lte=clock.now()).order_by("-published_at", f"-{story}_id")


class Listed(models.Model):
    """A story's line in one list (of a category, tag, author or source).

    It repeats the story's `published_at`, so that the list's newest page is one walk along one index, however many
    stories the archive holds. Nothing but `articles.actions.filing` writes it; None while the story is not published.
    """

    list_story = "story"

    published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True
