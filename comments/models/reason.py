"""Why a comment was taken down, in words that stand in its place for everybody to read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    ABUSE = "abuse", _("insults or threats")
    HATE = "hate", _("hate against a group of people")
    PERSONAL = "personal", _("somebody's private details")
    UNTRUE = "untrue", _("untrue and harmful")
    TOPIC = "topic", _("not about the story")
    LAW = "law", _("against the law")
    SPAM = "spam", _("advertising or fraud")
    OTHER = "other", _("against the rules of this page")
