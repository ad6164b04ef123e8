"""How often words stood in comments that moderators kept, and in those they took down."""

from collections.abc import Iterable
from typing import Self

from django.db import models

# The row that counts the comments themselves. No digest is empty.
TOTALS = ""


class LearntWordQuerySet(models.QuerySet["LearntWord"]):
    def totals(self) -> "LearntWord":
        """The number of comments of both kinds. Nobody else learns until the transaction ends."""
        self.get_or_create(word=TOTALS)
        return self.select_for_update().get(word=TOTALS)

    def known_of(self, words: Iterable[str]) -> Self:
        """Those of the words that were ever learnt, and the totals."""
        return self.filter(word__in=[TOTALS, *words])


class LearntWord(models.Model):
    # A digest of the word: see comments.learning.
    word = models.CharField(max_length=32, primary_key=True, blank=True)
    kept = models.PositiveIntegerField(default=0)
    removed = models.PositiveIntegerField(default=0)

    objects = LearntWordQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.word or 'comments'}: {self.kept} kept, {self.removed} removed"
