"""What a page says of itself to machines: JSON-LD by schema.org, and the parts of OpenGraph."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.media.models import Image
from articles.media.shapes import Shape
from articles.models import Byline, Category, Correction, Kind, SiteSettings, Story
from articles.series import Place
from newsroom.text.html import trusted

CONTEXT = "https://schema.org"
TYPES = {
    Kind.NEWS: "NewsArticle",
    Kind.ANALYSIS: "AnalysisNewsArticle",
    Kind.OPINION: "OpinionNewsArticle",
    Kind.LIVE: "LiveBlogPosting",
}
PICTURE_SHAPES: tuple[Shape, ...] = ("wide", "landscape", "square")
# What could end the script element, or a line in a script, is written as an escape that JSON knows.
_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def as_script(fact: dict[str, Any]) -> SafeString:
    """`fact` as the text of a `<script type="application/ld+json">`."""
    return trusted(json.dumps(fact, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES))


def article(
    story: Story,
    byline: Iterable[Byline],
    site: SiteSettings,
    root: str,
    corrections: Iterable[Correction] = (),
    places: Iterable[Place] = (),
) -> dict[str, Any]:
    """NewsArticle, or the subtype of the story's kind. `root` is scheme and host."""
    told = {
        "@context": CONTEXT,
        "@type": TYPES.get(Kind(story.kind), "NewsArticle"),
        "mainEntityOfPage": root + story.get_absolute_url(),
        "headline": story.headline,
        "description": story.summary,
        "datePublished": moment(story.published_at),
        "dateModified": moment(story.modified_at),
        "inLanguage": story.language,
        "articleSection": story.category.name,
        "dateline": story.dateline,
        "image": pictures(story.lead_image, root),
        "author": [person(entry, root) for entry in byline] or [publisher(site, root)],
        "publisher": publisher(site, root),
        "isAccessibleForFree": True,
        "correction": [correction(one) for one in corrections],
        "isPartOf": [series(place, root) for place in places],
        "commentCount": story.comment_count,
    }
    return {name: value for name, value in told.items() if value not in ("", [], None)}


def correction(one: Correction) -> dict[str, str]:
    return {"@type": "CorrectionComment", "text": one.text, "datePublished": moment(one.corrected_at)}


def series(place: Place, root: str) -> dict[str, str]:
    return {"@type": "CreativeWorkSeries", "name": place.series.title, "url": root + place.series.get_absolute_url()}


def person(entry: Byline, root: str) -> dict[str, str]:
    return {"@type": "Person", "name": entry.author.name, "url": root + entry.author.get_absolute_url()}


def publisher(site: SiteSettings, root: str) -> dict[str, Any]:
    told: dict[str, Any] = {"@type": "NewsMediaOrganization", "name": site.name, "url": root + "/"}
    if logos := pictures(site.logo, root, shapes=("whole",)):
        told["logo"] = logos[0]
    return told


def breadcrumbs(trail: Iterable[Category], last: tuple[str, str] | None, root: str) -> dict[str, Any]:
    """BreadcrumbList from the home page down; `last` is the name and path of the page itself."""
    steps = [(_("Home"), "/"), *((category.name, category.get_absolute_url()) for category in trail)]
    steps += [last] if last else []
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": root + path}
            for place, (name, path) in enumerate(steps, 1)
        ],
    }


def pictures(image: Image | None, root: str, shapes: Iterable[Shape] = PICTURE_SHAPES) -> list[str]:
    """Addresses of the picture in each shape, as search engines like to have them."""
    made = (image.rendition(shape, 1280) for shape in shapes) if image else ()
    return list(dict.fromkeys(root + rendition.url for rendition in made if rendition))


def moment(time: datetime | None) -> str:
    """ISO 8601 with the site's offset."""
    return timezone.localtime(time).isoformat(timespec="seconds") if time else ""
