"""What a reader says is wrong with a comment."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from comments.models.comment import Comment
from comments.models.decision import Decision
from newsroom import clock

LONGEST = 500


class Wrong(models.TextChoices):
    ABUSE = "abuse", _("It insults or threatens somebody")
    HATE = "hate", _("It is hateful towards a group of people")
    PERSONAL = "personal", _("It tells private things of somebody")
    SPAM = "spam", _("It is advertising, or a fraud")
    UNTRUE = "untrue", _("It is untrue and does harm")
    OTHER = "other", _("Something else")


class ReportQuerySet(models.QuerySet["Report"]):
    def open_on(self, comment: Comment) -> Self:
        """Those that no moderator has looked at, each from another block of addresses."""
        return self.filter(comment=comment, settled_at=None)

    def settled_with(self, decision: Decision) -> Self:
        """Those that a decision settled, but of whom has reported the comment again since."""
        again = self.filter(comment=decision.comment_id, settled_at=None).values("address_key")
        settled = self.filter(comment=decision.comment_id, settled_at=decision.at)
        return settled.exclude(address_key__in=again)

    def waiting(self) -> Self:
        """All that no moderator has looked at, newest first."""
        return self.filter(settled_at=None).order_by("-made_at")


class Report(models.Model):
    """One from each block of addresses, until a moderator has decided about the comment."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="reports")
    wrong = models.CharField(max_length=10, choices=Wrong)
    words = models.CharField(max_length=LONGEST, blank=True)
    address_key = models.CharField(max_length=32)
    made_at = models.DateTimeField(default=clock.now)
    settled_at = models.DateTimeField(null=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                name="report_once_from_a_block", fields=["comment", "address_key"], condition=Q(settled_at=None)
            ),
        ]
        indexes = [
            models.Index(name="report_open", fields=["-made_at", "comment"], condition=Q(settled_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.get_wrong_display()}: {self.words[:60]}"
