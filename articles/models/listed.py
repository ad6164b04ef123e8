"""What every list of stories rests on."""

from typing import Any, ClassVar, Self

from django.db import models

from newsroom import clock
from newsroom.caching.recording import shows
from newsroom.caching.shown import Purged, Shown, ShownQuerySet


def list_key(of: str, number: int) -> str:
    """What a page shows that shows a part of the list of an author, category, series, source or tag."""
    return f"list:{of}:{number}"


class ListedQuerySet[Line: models.Model](ShownQuerySet[Line]):
    def in_list_of(self, subject: models.Model) -> Self:
        """The subject's lines whose time has come, newest first: one walk along the list's index.

        A story that has expired keeps its line, so that pages stay where they are; its card is left out when the page
        is fetched, by the rule of `public_at`.
        """
        line: Any = self.model
        shows(list_key(line.list_of, subject.pk))
        due = self.filter(**{line.list_of: subject}, published_at__lte=clock.now())
        return due.order_by("-published_at", f"-{line.list_story}_id")


class Listed(Shown):
    """A story's line in one list (of a category, tag, author, source or series).

    It repeats the story's `published_at`, so that the list's newest page is one walk along one index, however many
    stories the archive holds. Nothing but `articles.actions.filing` writes it; None while the story is not published.
    """

    list_story: ClassVar[str] = "story"
    list_of: ClassVar[str]

    published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def purging_fields(cls) -> tuple[str, ...]:
        return cls.list_story, cls.list_of

    def shown_keys(self) -> tuple[str, ...]:
        """With the story: who wrote it and what it rests on stands beside it."""
        return (f"story:{getattr(self, f'{self.list_story}_id')}",)

    def purged(self, fields: frozenset[str] | None = None) -> Purged:  # noqa: ARG002  # whichever they are
        return Purged.of(*self.shown_keys(), list_key(self.list_of, getattr(self, f"{self.list_of}_id")))
