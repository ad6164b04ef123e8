"""How a story stands with its readers at this moment: what editors see in the place of its bare state."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models import State, Story
from newsroom import clock

if TYPE_CHECKING:
    from datetime import datetime


class Standing(models.TextChoices):
    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    APPROVED = "approved", "Approved"
    SCHEDULED = "scheduled", "Scheduled"
    PUBLISHED = "published", "Published"
    EXPIRED = "expired", "Expired"
    WITHDRAWN = "withdrawn", "Withdrawn"
    KILLED = "killed", "Killed"


MARKS = {
    Standing.DRAFT: "○",
    Standing.IN_REVIEW: "◔",
    Standing.APPROVED: "◕",
    Standing.SCHEDULED: "◷",
    Standing.PUBLISHED: "●",
    Standing.EXPIRED: "◌",
    Standing.WITHDRAWN: "✕",
    Standing.KILLED: "▪",
}


def marked(state: models.TextChoices, mark: str) -> SafeString:
    """A state for a list: with a sign beside its word, so that nobody has to tell states by colour."""
    return format_html(
        '<span class="desk-state" data-state="{}"><span aria-hidden="true">{}</span> {}</span>',
        state.value,
        mark,
        state.label,
    )


# What is waited for and what is over stand in the order of those moments, which is also that of an index.
ORDERS: dict[str, tuple[str, ...]] = {
    Standing.SCHEDULED: ("published_at", "pk"),
    Standing.EXPIRED: ("-expires_at", "-pk"),
}


def standing_of(story: Story) -> Standing:
    """The rule of `in_standing`, for a story already at hand."""
    if story.state != State.PUBLISHED:
        return Standing(story.state)
    if story.is_public():
        return Standing.PUBLISHED
    return Standing.SCHEDULED if story.published_at and story.published_at > clock.now() else Standing.EXPIRED


def in_standing(standing: Standing) -> Q:
    """The condition on stories that stand so now."""
    now: datetime = clock.now()
    published = Q(state=State.PUBLISHED)
    to_come, over = Q(published_at__gt=now), Q(expires_at__lte=now)
    shown = {
        Standing.SCHEDULED: published & to_come,
        # The rule of `public_at`, said by what it is not: so nothing tempts SQLite away from the index that has the
        # stories of a state in the list's own order.
        Standing.PUBLISHED: published & ~to_come & ~over,
        # A constraint says that what is over has begun.
        Standing.EXPIRED: published & over,
    }
    return shown.get(standing) or Q(state=State(standing.value))
