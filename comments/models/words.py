"""The moderators' lists of words."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from comments.wordlist import faults

LONGEST = 50_000
HOW = "An entry on each line: a word, a beginning (word*) or a phrase."


def refuse_bad_list(text: str) -> None:
    if wrong := list(faults(text))[:10]:
        raise ValidationError(wrong)


class WordListsQuerySet(models.QuerySet["WordLists"]):
    def current(self) -> "WordLists":
        """The one row, or empty lists where there is none yet."""
        return self.first() or WordLists()


class WordLists(models.Model):
    banned = models.TextField(
        blank=True, max_length=LONGEST, validators=[refuse_bad_list], help_text=f"{HOW} These reject a comment."
    )
    suspect = models.TextField(
        blank=True, max_length=LONGEST, validators=[refuse_bad_list], help_text=f"{HOW} These hold a comment."
    )

    objects = WordListsQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        verbose_name = verbose_name_plural = "word lists"
        constraints = [models.CheckConstraint(name="word_lists_are_one_row", condition=Q(pk=1))]

    def __str__(self) -> str:
        return "Word lists"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.pk = 1
        super().save(*args, **kwargs)
