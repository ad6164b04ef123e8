"""The newsroom's desk in Django admin, a module for each noun."""

from articles.admin import author, breaking, category, page, redirect, series, site, source, story, tag

__all__ = ["author", "breaking", "category", "page", "redirect", "series", "site", "source", "story", "tag"]
