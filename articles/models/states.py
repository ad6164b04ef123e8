"""The words for what a story is, and the one rule of who may see it."""

from datetime import datetime

from django.db import models
from django.db.models import Q


class State(models.TextChoices):
    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    APPROVED = "approved", "Approved"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"
    KILLED = "killed", "Killed"


class Kind(models.TextChoices):
    NEWS = "news", "News"
    ANALYSIS = "analysis", "Analysis"
    OPINION = "opinion", "Opinion"
    LIVE = "live", "Live"
    GALLERY = "gallery", "Gallery"
    VIDEO = "video", "Video"


class CommentPolicy(models.TextChoices):
    INHERIT = "inherit", "As the category, or the site, has it"
    OPEN = "open", "Open"
    FIRST = "first", "A reader's first comment is held"
    HOLD = "hold", "Every comment is held"
    CLOSED = "closed", "Closed"


def public_at(moment: datetime, prefix: str = "") -> Q:
    """The one visibility rule: published, its time has come, and it has not expired.

    `prefix` leads to the story from another model's query, for instance "story__".
    """
    shown = Q(**{f"{prefix}state": State.PUBLISHED, f"{prefix}published_at__lte": moment})
    return shown & (Q(**{f"{prefix}expires_at": None}) | Q(**{f"{prefix}expires_at__gt": moment}))
