"""The page of one story."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from articles.bodies.page import page_with_body
from articles.context import site_address, site_of, tree_of
from articles.fetching import byline_of, corrections_of, sources_of, stories_at, tags_of
from articles.models import Category, Story
from articles.models.correction import placed
from articles.models.keys import comments_key
from articles.related import related_to
from articles.series import places_of
from articles.sharing import share_links
from articles.versions import has_history
from articles.views.errors import gone
from newsroom.caching.policy import kept
from newsroom.caching.recording import counts_for, owns
from newsroom.caching.telling import address_of

OK = 200


@kept
def article(request: HttpRequest, year: str, month: str, day: str, slug: str) -> HttpResponse:
    story = story_at(year, month, day, slug)
    owns(f"story:{story.pk}", comments_key(story.pk))
    if not story.is_public():
        return gone(request, story)
    counts_for(f"story:{story.pk}")
    return article_page(request, story)


def story_at(year: str, month: str, day: str, slug: str) -> Story:
    """The story at an address, public or gone. Http404 for every other one."""
    try:
        on = date(int(year), int(month), int(day))
    except ValueError:
        raise Http404("There is no such day.") from None
    for story in stories_at(day=on, slug=slug):
        if story.is_public() or story.is_gone():
            return story
    raise Http404("There is no such story.")


def article_page(request: HttpRequest, story: Story, *, status: int = 200, **more: Any) -> HttpResponse:
    """The whole article page, also in answer to a comment that cannot be taken (`status` 422, `more` its form)."""
    trail = _trail(request, story)
    tags = tags_of(story.pk)
    corrections = corrections_of(story=story.pk) if story.corrected_at else []
    context = {
        "story": story,
        "trail": trail,
        "current_section": trail[0],
        "byline": byline_of(story=story.pk),
        "corrections": corrections,
        "corrections_at": placed(corrections),
        "sources": sources_of(story=story.pk),
        "credit_line": story.credit_line,
        "tags": tags,
        "related": related_to(story, tags),
        "series": places_of(story) if story.in_series else [],
        "has_history": site_of(request).shows_history and has_history(story),
        "seen": address_of(f"story:{story.pk}") if _tells_of_views(request, status) else "",
        "share_links": share_links(story, site_address(request)),
        **more,
    }
    return page_with_body(request, "articles/article.html", story.body, context, status=status)


def _tells_of_views(request: HttpRequest, status: int) -> bool:
    return settings.VIEWS_BEACON and status == OK and not getattr(request, "preview", None)


def _trail(request: HttpRequest, story: Story) -> list[Category]:
    own = next(node for node in tree_of(request) if node.pk == story.category_id)
    story.category = own
    return own.chain()
