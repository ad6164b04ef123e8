"""The accents a category may own. Their colours, light and dark, stand in static/css/tokens.css."""

from django.db import models


class Accent(models.TextChoices):
    CRIMSON = "crimson"
    NAVY = "navy"
    TEAL = "teal"
    VIOLET = "violet"
    AMBER = "amber"
    FOREST = "forest"
    MAGENTA = "magenta"
    PETROL = "petrol"
    SLATE = "slate"
    RUST = "rust"
