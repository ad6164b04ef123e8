"""A story as its page will be, for those who have a link to it or stand at the desk."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from articles.actions.preview_links import link_at
from articles.looking import Preview, closed, stranger
from articles.models import SiteSettings, State, Story
from articles.views.article import article_page
from newsroom import clock

# What will never be read, or not any more, is shown to nobody outside.
OUT_OF_SIGHT = {State.WITHDRAWN, State.KILLED}


@require_safe
def preview(request: HttpRequest, signed: str) -> HttpResponse:
    """By a signed link. Ended, revoked, forged or of a story that is gone, it tells nothing of any story: Http404."""
    link = link_at(signed)
    if link is None or link.story.state in OUT_OF_SIGHT:
        raise Http404("This preview has ended.")
    if link.story.is_public():
        return _closed(redirect(link.story.get_absolute_url()))
    return draft_page(request, link.story.pk)


def draft_page(request: HttpRequest, story: int) -> HttpResponse:
    """The page of the story with that id as a stranger would get it, were it published now; never kept by anybody."""
    shown = as_if_public(story)
    return _closed(article_page(stranger(request, shown.get_absolute_url(), preview=Preview()), shown, share_links=[]))


def as_if_public(story: int) -> Story:
    """The story with that id as it would be were it published now: in memory alone it has an address and a time."""
    shown: Story = Story.objects.for_article().select_related("category").get(pk=story)
    shown.published_at = shown.published_at or clock.now()
    shown.published_on = shown.published_on or shown.published_at.astimezone(SiteSettings.objects.current().zone).date()
    shown.slug = shown.slug or "draft"
    return shown


def _closed(page: HttpResponse) -> HttpResponse:
    # The address is the key to it.
    page["Referrer-Policy"] = "no-referrer"
    return closed(page)
