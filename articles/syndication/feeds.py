"""RSS 2.0 for the site, for each category and for what was corrected."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from articles.context import site_address, site_of, tree_of
from articles.fetching import cards, with_bylines
from articles.models import Correction, Filing, Story
from newsroom.caching.policy import kept
from newsroom.text.html import UNSTORABLE

STORIES = 30


class NewsFeed(Rss201rev2Feed):
    """RSS with the picture of each item (Media RSS) and its authors (Dublin Core)."""

    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:media": "http://search.yahoo.com/mrss/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["bylines"]:
            handler.addQuickElement("dc:creator", name)
        if picture := item["picture"]:
            handler.addQuickElement("media:content", None, picture)


@kept
def site_feed(request: HttpRequest) -> HttpResponse:
    site = site_of(request)
    return _feed(
        request, site.name, site.description or site.tagline, "/", Story.objects.lines().values_list("pk", flat=True)
    )


@kept
def section_feed(request: HttpRequest, path: str) -> HttpResponse:
    category = next((node for node in tree_of(request) if node.path == path), None)
    if category is None:
        raise Http404("There is no such section.")
    lines = Filing.objects.in_list_of(category)
    title = f"{category.name} – {site_of(request).name}"
    return _feed(
        request, title, category.description, category.get_absolute_url(), lines.values_list("story_id", flat=True)
    )


@kept
def corrections_feed(request: HttpRequest) -> HttpResponse:
    site, root = site_of(request), site_address(request)
    title = f"{_('Corrections')} – {site.name}"
    address = root + reverse("articles:corrections")
    feed = Rss201rev2Feed(written(title), address, written(title), language=site.language, feed_url=root + request.path)
    for correction in Correction.objects.for_list()[:STORIES]:
        feed.add_item(
            written(correction.story.headline),
            root + correction.get_absolute_url(),
            written(correction.text),
            unique_id=f"{root}/#{correction.anchor}",
            unique_id_is_permalink=False,
            pubdate=correction.corrected_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")


def _feed(request: HttpRequest, title: str, description: str, link: str, ids: QuerySet[Any, int]) -> HttpResponse:
    root, site = site_address(request), site_of(request)
    said, address = written(description or title), root + request.path
    feed = NewsFeed(written(title), root + link, said, language=site.language, feed_url=address)
    newest = list(ids[:STORIES])
    found = cards(newest)
    for story in with_bylines([found[pk] for pk in newest if pk in found]):
        feed.add_item(
            written(story.headline),
            root + story.get_absolute_url(),
            written(story.deck),
            unique_id=f"{root}/#story-{story.pk}",
            unique_id_is_permalink=False,
            pubdate=story.published_at,
            categories=[written(story.category.name)],
            bylines=[written(name) for name in story.byline_names],
            picture=_picture(story, root),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")


def written(text: str) -> str:
    """`text` without what XML cannot hold: one such character in a headline would break the whole feed."""
    return UNSTORABLE.sub("", text.replace("\f", " "))


def _picture(story: Story, root: str) -> dict[str, str] | None:
    rendition = story.lead_image and story.lead_image.rendition("landscape", 960)
    if not rendition:
        return None
    size = {"width": str(rendition.width), "height": str(rendition.height)}
    return {"url": root + rendition.url, "medium": "image", **size}
