"""What stands in a page's head for machines."""

from typing import Any

from django import template
from django.utils.text import Truncator

from articles.media.models import Image
from articles.syndication import described

register = template.Library()
# How many letters of a description search engines show, at most.
DESCRIBED = 200


@register.inclusion_tag("syndication/head-story.html", takes_context=True)
def head_of_story(context: dict[str, Any]) -> dict[str, Any]:
    """Description, OpenGraph, NewsArticle and breadcrumbs of `story`, from what its page has already fetched."""
    story, site, root = context["story"], context["site"], context["site_address"]
    last = (story.headline, story.get_absolute_url())
    told = described.article(story, context["byline"], site, root, context["corrections"], context["series"])
    # What its live coverage and its discussion know of themselves, where the page has them.
    for part in ("live", "discussion"):
        if told_of := context.get(part):
            told |= told_of.facts(root)
    return {
        "story": story,
        "site": site,
        "canonical": root + story.get_absolute_url(),
        "title": story.social_title or story.headline,
        "description": story.social_description or story.summary or story.headline,
        "published": described.moment(story.published_at),
        "updated": described.moment(story.updated_at or story.corrected_at) and described.moment(story.modified_at),
        "picture": _picture(story.social_image or story.lead_image or site.logo, root),
        "facts": [
            described.as_script(told),
            described.as_script(described.breadcrumbs(context["trail"], last, root)),
        ],
    }


@register.inclusion_tag("syndication/head-list.html", takes_context=True)
def head_of_list(context: dict[str, Any]) -> dict[str, Any]:
    """Description, OpenGraph and breadcrumbs of every other page: home, a category, a list, a page."""
    site, root, canonical = context["site"], context["site_address"], context["canonical"]
    title, description = _named(context)
    path, about = canonical.removeprefix(root), site.description or site.tagline
    if path == "/":
        description, fact = about, _site_fact(site, root)
    else:
        fact = described.breadcrumbs(context.get("trail") or (), (title, path), root)
    return {
        "site": site,
        "canonical": canonical,
        "title": title,
        "description": description or " – ".join(filter(None, (title, about))),
        "picture": _picture(site.logo, root),
        "facts": [described.as_script(fact)],
    }


def _named(context: dict[str, Any]) -> tuple[str, str]:
    """Title and description of the page, from whatever it is about."""
    if category := context.get("category"):
        return category.name, category.description
    if text := context.get("text"):
        return text.title, text.description
    if series := context.get("series"):
        return series.title, series.description
    if author := context.get("author"):
        return author.name, Truncator(" ".join(author.bio.split()) or author.role).chars(DESCRIBED)
    return context.get("heading") or context["site"].name, ""


def _site_fact(site: Any, root: str) -> dict[str, Any]:
    return {"@context": described.CONTEXT, **described.publisher(site, root)}


def _picture(image: Image | None, root: str) -> dict[str, Any] | None:
    rendition = image and image.rendition("wide", 1280)
    if not image or not rendition:
        return None
    return {"url": root + rendition.url, "width": rendition.width, "height": rendition.height, "alt": image.alt}
