"""What moderators decided, month by month, for everybody to see."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.context import site_of
from comments.models import Decision, Reason, State
from newsroom import clock
from newsroom.caching.policy import kept

MONTHS = 12


@kept
@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """The running month and the eleven before it."""
    now = localtime(clock.now(), site_of(request).zone)
    months = {_month(now, back): dict[str, int]() for back in range(MONTHS)}
    for row in Decision.objects.by_month(since=min(months)):
        counted = months.setdefault(row["month"], {})
        name = row["reason"] or row["became"]
        counted[name] = counted.get(name, 0) + row["number"]
    context = {
        "heading": _("Decisions about comments"),
        "months": [_told(month, counted) for month, counted in months.items()],
        "reasons": Reason,
        "now": now,
    }
    return render(request, "comments/decisions.html", context)


def _told(month: datetime, counted: dict[str, int]) -> dict[str, Any]:
    return {
        "month": month,
        "approved": counted.get(State.VISIBLE, 0),
        "by_reason": [counted.get(reason, 0) for reason in Reason],
        "removed": sum(counted.get(reason, 0) for reason in Reason),
    }


def _month(now: datetime, back: int) -> datetime:
    """The first moment of the month so many months ago."""
    years, month = divmod(now.month - 1 - back, 12)
    return datetime(now.year + years, month + 1, 1, tzinfo=now.tzinfo)
