"""Pages of entries, and what was told since."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.live.models import Entry, live_key
from articles.live.showing import ENTRIES_A_PAGE, live_of, newer_than
from articles.models import Story
from articles.views.article import article, story_at
from newsroom.caching.policy import kept
from newsroom.caching.recording import owns


@kept
@require_safe
def entry(request: HttpRequest, year: str, month: str, day: str, slug: str, number: int) -> HttpResponse:
    """An entry's own address for ever: it and those told before it. One that was removed answers 410."""
    story = _public(year, month, day, slug)
    if story is None:
        return article(request, year, month, day, slug)
    standing = Entry.objects.filter(story=story, pk=number).only("story", "removed_at").first()
    if standing is None:
        raise Http404("There is no such entry.")
    if standing.removed_at is not None:
        return render(request, "live/removed.html", {"story": story}, status=410)
    return render(request, "live/page.html", {"story": story, "live": live_of(story, at=number)})


@kept
@require_safe
def after(request: HttpRequest, year: str, month: str, day: str, slug: str, number: int) -> HttpResponse:
    """What was told after the entry with that number, as a piece of the page: small, and kept until there is more.

    Only numbers that entries of the story have, so that nobody fills the shelf with others; 0 is before the first.
    """
    story = _public(year, month, day, slug)
    if story is None:
        return article(request, year, month, day, slug)
    if number and not Entry.objects.filter(story=story, pk=number).exists():
        raise Http404("There is no such entry.")
    told = newer_than(story, number)
    page = render(request, "live/after.html", {"story": story, "entries": told, "all": len(told) < ENTRIES_A_PAGE})
    page["X-Robots-Tag"] = "noindex"
    return page


def _public(year: str, month: str, day: str, slug: str) -> Story | None:
    """The story of the address, if it is public now; its article answers for one that is gone."""
    story = story_at(year, month, day, slug)
    owns(f"story:{story.pk}", live_key(story.pk))
    return story if story.is_public() else None
