"""What stands in a page's head for machines."""

from typing import Any

from django import template

from articles.media.models import Image
from articles.syndication import described

register = template.Library()


@register.inclusion_tag("syndication/head-story.html", takes_context=True)
def head_of_story(context: dict[str, Any]) -> dict[str, Any]:
    """Description, OpenGraph, NewsArticle and breadcrumbs of `story`, from what its page has already fetched."""
    story, site, root = context["story"], context["site"], context["site_address"]
    last = (story.headline, story.get_absolute_url())
    return {
        "story": story,
        "site": site,
        "canonical": root + story.get_absolute_url(),
        "title": story.social_title or story.headline,
        "description": story.social_description or story.summary,
        "picture": _picture(story.social_image or story.lead_image or site.logo, root),
        "facts": [
            described.as_script(described.article(story, context["byline"], site, root)),
            described.as_script(described.breadcrumbs(context["trail"], last, root)),
        ],
    }


@register.inclusion_tag("syndication/head-list.html", takes_context=True)
def head_of_list(context: dict[str, Any]) -> dict[str, Any]:
    """Description, OpenGraph and breadcrumbs of every other page: home, a category, a list, a page."""
    site, root, trail = context["site"], context["site_address"], context.get("trail")
    title, description = _named(context)
    last = (title, context["canonical"].removeprefix(root))
    fact = _site_fact(site, root) if trail is None else described.breadcrumbs(trail, last, root)
    return {
        "site": site,
        "canonical": context["canonical"],
        "title": title,
        "description": description or site.description or site.tagline,
        "picture": _picture(site.logo, root),
        "facts": [described.as_script(fact)],
    }


def _named(context: dict[str, Any]) -> tuple[str, str]:
    """Title and description of the page, from whatever it is about."""
    if category := context.get("category"):
        return category.name, category.description
    if text := context.get("text"):
        return text.title, text.description
    return context.get("heading") or context["site"].name, ""


def _site_fact(site: Any, root: str) -> dict[str, Any]:
    return {"@context": described.CONTEXT, **described.publisher(site, root)}


def _picture(image: Image | None, root: str) -> dict[str, Any] | None:
    rendition = image and image.rendition("wide", 1280)
    if not image or not rendition:
        return None
    return {"url": root + rendition.url, "width": rendition.width, "height": rendition.height, "alt": image.alt}
