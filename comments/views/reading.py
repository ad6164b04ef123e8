"""Reading comments: further threads, the newest first, one in its place, and all of it for programs."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from articles.context import site_address
from articles.models import Story
from articles.models.keys import comments_key
from comments.models import THREADS_A_PAGE, Comment
from comments.threads import thread_page
from comments.views.posting import SeeOther, about_a_story
from newsroom.caching.policy import kept
from newsroom.caching.recording import owns


@kept
@require_safe
@about_a_story
def page(request: HttpRequest, story: Story, number: int) -> HttpResponse:
    """Further threads of a story that has many."""
    return _threads(request, story, number, newest_first=False)


@kept
@require_safe
@about_a_story
def newest(request: HttpRequest, story: Story, number: int) -> HttpResponse:
    """The threads of a story, the last one first."""
    return _threads(request, story, number, newest_first=True)


@require_safe
@cache_control(no_store=True)
@about_a_story
def permalink(request: HttpRequest, story: Story, pk: int) -> HttpResponse:  # noqa: ARG001  # a view's
    """One comment in its place, on whichever page that is by now."""
    comment = get_object_or_404(Comment.objects.visible().select_related("thread"), story=story, pk=pk)
    comment.story = story
    return SeeOther(comment.get_absolute_url())


@kept
@require_safe
@about_a_story
def as_json(request: HttpRequest, story: Story, number: int) -> HttpResponse:
    """What readers see, the newest first and fifty a page: for an open page that waits for more, and for programs."""
    owns(f"story:{story.pk}", comments_key(story.pk))
    first = (number - 1) * THREADS_A_PAGE
    found = list(Comment.objects.seen_newest_first(story)[first : first + THREADS_A_PAGE + 1])
    if number > 1 and not found:
        raise Http404("There is no such page of comments.")
    root = site_address(request)
    more = len(found) > THREADS_A_PAGE
    told = {
        "count": story.comment_count,
        "comments": [_told(comment, story, root) for comment in found[:THREADS_A_PAGE]],
        "next": f"{root}{story.get_absolute_url()}comments/json/page/{number + 1}/" if more else None,
    }
    answer = JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _threads(request: HttpRequest, story: Story, number: int, *, newest_first: bool) -> HttpResponse:
    if number == 1 and not newest_first:
        return SeeOther(f"{story.get_absolute_url()}#comments")
    owns(f"story:{story.pk}", comments_key(story.pk))
    further = thread_page(story, number, newest_first=newest_first)
    if not further.threads:
        if number == 1:
            return SeeOther(f"{story.get_absolute_url()}#comments")
        raise Http404("There is no such page of comments.")
    return render(request, "comments/page.html", {"story": story, "comment_page": further})


def _told(comment: Comment, story: Story, root: str) -> dict[str, Any]:
    comment.story = story
    return {
        "id": comment.pk,
        "thread": comment.thread_id or comment.pk,
        "parent": comment.parent_id,
        "name": comment.name,
        "text": comment.text,
        "posted_at": comment.posted_at.isoformat(timespec="seconds"),
        "by_staff": comment.by_staff,
        "is_pick": comment.is_pick,
        "url": root + comment.permalink,
    }
