"""Fronts at the desk."""

from articles.front.admin.front import FrontAdmin

__all__ = ["FrontAdmin"]
