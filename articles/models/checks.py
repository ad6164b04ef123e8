"""How strict the desk is with itself: which check stops a publication, and the words of the house."""

from django.db import models
from django.db.models import Q


class Level(models.TextChoices):
    OFF = "off", "Off"
    WARN = "warn", "Warns"
    BLOCK = "block", "Stops publication"


class Check(models.TextChoices):
    ALT = "alt", "A picture without a description"
    CREDIT = "credit", "A picture without a credit"
    SMALL = "small", "A lead picture that is too small"
    NO_PICTURE = "no_picture", "No lead picture"
    HEADLINE = "headline", "A headline too long for cards or search results"
    DECK = "deck", "No deck"
    LINKS = "links", "A link to a page of this site that is not there"
    HEADINGS = "headings", "Headings out of order"
    SOURCE = "source", "Neither a byline nor a source"
    WORDS = "words", "A word that the house does not use"


class CheckLevelQuerySet(models.QuerySet["CheckLevel"]):
    def complete(self) -> None:
        """A line for every check that there is: those of a newer version come with the next `migrate`."""
        known = set(self.values_list("check_of", flat=True))
        self.bulk_create([CheckLevel(check_of=check) for check in Check.values if check not in known])


class CheckLevel(models.Model):
    """One for each check; a check without one warns."""

    check_of = models.CharField("check", max_length=20, choices=Check, unique=True, editable=False)
    level = models.CharField(max_length=10, choices=Level, default=Level.WARN)

    objects = CheckLevelQuerySet.as_manager()

    class Meta:
        verbose_name = "check before publication"
        verbose_name_plural = "checks before publication"
        ordering = ["pk"]
        constraints = [models.CheckConstraint(name="check_level_is_known", condition=Q(level__in=Level.values))]

    def __str__(self) -> str:
        return self.get_check_of_display()


class HouseWord(models.Model):
    word = models.CharField(
        "word or phrase", max_length=60, unique=True, help_text="Found as whole words, in capitals or not."
    )
    instead = models.CharField("say instead", max_length=120, blank=True)

    class Meta:
        verbose_name = "word of the house"
        verbose_name_plural = "words of the house"
        ordering = ["word"]
        constraints = [models.CheckConstraint(name="house_word_is_there", condition=~Q(word=""))]

    def __str__(self) -> str:
        return self.word
