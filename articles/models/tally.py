"""How many lines a list has in each month, so that no page counts a list of a million."""

from django.db import models


class Tally(models.Model):
    """Lines of one list in one month (“2026-05”, in UTC). The database keeps it by triggers: `articles.tallies`."""

    list_of = models.CharField(max_length=10)
    # The category, tag, author or source; 0 for the list of all.
    subject = models.BigIntegerField()
    month = models.CharField(max_length=7)
    stories = models.IntegerField()

    class Meta:
        verbose_name_plural = "tallies"
        constraints = [models.UniqueConstraint(name="tally_once", fields=["list_of", "subject", "month"])]

    def __str__(self) -> str:
        return f"{self.stories} of {self.list_of} {self.subject} in {self.month}"
