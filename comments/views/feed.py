"""The comments of a story for feed readers: RSS 2.0, at the address that WordPress gave it too."""

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.context import site_address, site_of
from articles.models import Story
from articles.models.keys import comments_key
from comments.models import THREADS_A_PAGE, Comment, page_address
from comments.templatetags.comments import in_paragraphs
from comments.views.posting import about_a_story
from newsroom.caching.policy import kept
from newsroom.caching.recording import owns
from newsroom.text.html import UNSTORABLE

COMMENTS = 50


@kept
@require_safe
@about_a_story
def feed(request: HttpRequest, story: Story) -> HttpResponse:
    """The newest fifty that readers see, each at the address that it has on the site."""
    owns(f"story:{story.pk}", comments_key(story.pk))
    site, root = site_of(request), site_address(request)
    title = _written(_("Comments on “%(headline)s”") % {"headline": story.headline})
    address = root + story.get_absolute_url()
    said = Rss201rev2Feed(title, f"{address}#comments", title, language=site.language, feed_url=root + request.path)
    newest = [comment for comment in Comment.objects.newest_of(story, 2 * COMMENTS) if comment.is_visible][:COMMENTS]
    places = _places(story)
    for comment in newest:
        page = places.get(comment.thread_id or comment.pk, 0) // THREADS_A_PAGE + 1
        said.add_item(
            _written(comment.name),
            f"{root}{page_address(story, page)}#{comment.anchor}",
            _written(str(in_paragraphs(comment.text))),
            unique_id=f"{root}/#{comment.anchor}",
            unique_id_is_permalink=False,
            pubdate=comment.posted_at,
        )
    return HttpResponse(said.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")


def _places(story: Story) -> dict[int, int]:
    """The place of each thread among all of the story, by the id of what began it."""
    if story.comment_count < THREADS_A_PAGE:
        return {}
    threads = Comment.objects.threads(story).values_list("pk", flat=True)
    return {pk: place for place, pk in enumerate(threads)}


def _written(text: str) -> str:
    return UNSTORABLE.sub("", text)
