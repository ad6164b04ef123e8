"""What moderators decided about comments, and why."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from comments.models.comment import Comment, State
from comments.models.reason import Reason
from newsroom import clock
from newsroom.caching.recording import shows
from newsroom.caching.shown import Shown, ShownQuerySet

# What the public table of decisions shows.
DECISIONS = "decisions"


class DecisionQuerySet(ShownQuerySet["Decision"]):
    def of_act(self, together: UUID) -> Self:
        """All that one press of a button decided, and that was not taken back."""
        return self.filter(together=together, undone_at=None)

    def by_month(self, *, since: datetime) -> list[dict[str, Any]]:
        """Rows of month, became, reason and number: what was let through or taken down, by the months of that zone."""
        shows(DECISIONS)
        decided = self.filter(at__gte=since, undone_at=None, became__in=[State.VISIBLE, State.REJECTED, State.SPAM])
        grouped = decided.annotate(month=TruncMonth("at", tzinfo=since.tzinfo)).values("month", "became", "reason")
        return [dict(row) for row in grouped.order_by().annotate(number=Count("pk"))]


class Decision(Shown):
    """One decision about one comment. It outlives the comment, and holds neither its words nor its writer."""

    comment = models.ForeignKey(Comment, models.SET_NULL, null=True, related_name="decisions")
    was = models.CharField(max_length=10, choices=State)
    became = models.CharField(max_length=10, choices=State)
    was_reason = models.CharField(max_length=10, choices=Reason, blank=True)
    reason = models.CharField(max_length=10, choices=Reason, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    together = models.UUIDField(default=uuid4)
    undone_at = models.DateTimeField(null=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(name="decision_of_an_act", fields=["together"]),
            models.Index(
                name="decision_by_month", fields=["at", "became", "reason"], condition=Q(undone_at__isnull=True)
            ),
        ]

    def shown_keys(self) -> tuple[str, ...]:
        return (DECISIONS,)

    def __str__(self) -> str:
        return f"{self.get_was_display()} → {self.get_became_display()}"
