"""How a story stands with its readers at this moment: what editors see in the place of its bare state."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models import State, Story
from articles.models.states import public_at
from newsroom import clock

if TYPE_CHECKING:
    from datetime import datetime


class Standing(models.TextChoices):
    DRAFT = "draft", "Draft"
    SCHEDULED = "scheduled", "Scheduled"
    PUBLISHED = "published", "Published"
    EXPIRED = "expired", "Expired"
    WITHDRAWN = "withdrawn", "Withdrawn"


MARKS = {
    Standing.DRAFT: "○",
    Standing.SCHEDULED: "◷",
    Standing.PUBLISHED: "●",
    Standing.EXPIRED: "◌",
    Standing.WITHDRAWN: "✕",
}


def marked(state: models.TextChoices, mark: str) -> SafeString:
    """A state for a list: with a sign beside its word, so that nobody has to tell states by colour."""
    return format_html(
        '<span class="desk-state" data-state="{}"><span aria-hidden="true">{}</span> {}</span>',
        state.value,
        mark,
        state.label,
    )


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
    return {
        Standing.DRAFT: Q(state=State.DRAFT),
        Standing.SCHEDULED: published & Q(published_at__gt=now),
        Standing.PUBLISHED: public_at(now),
        Standing.EXPIRED: published & Q(published_at__lte=now, expires_at__lte=now),
        Standing.WITHDRAWN: Q(state=State.WITHDRAWN),
    }[standing]
