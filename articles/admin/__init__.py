"""The newsroom's desk in Django admin, a module for each noun."""

from articles.admin import author, category, page, redirect, site, source, story, tag

__all__ = ["author", "category", "page", "redirect", "site", "source", "story", "tag"]
