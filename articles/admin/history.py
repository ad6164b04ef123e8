"""The history of a story: its revisions, any two of them compared, and any of them brought back."""

from typing import TYPE_CHECKING, Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from articles.actions.revisions import restore_revision
from articles.admin.typed import whole_number
from articles.comparing import differences
from articles.content import content_of
from articles.context import site_of
from articles.models import Revision, Story
from articles.permissions import may_change, may_hide
from newsroom import clock

if TYPE_CHECKING:
    from articles.admin.story import StoryAdmin

PER_PAGE: Final = 50


def history(desk: "StoryAdmin", request: HttpRequest, pk: int) -> HttpResponse:
    """`?from=&to=` are two numbers that are compared; without them the newest with the one before it. Posted, `restore`
    brings back the revision of that number.
    """
    story = get_object_or_404(Story, pk=pk)
    if not may_change(request.user, story) or not desk.has_change_permission(request, story):
        raise PermissionDenied
    revisions = Revision.objects.filter(story=story)
    if request.method == "POST":
        return _restore(
            request, story, get_object_or_404(revisions, number=whole_number(request.POST.get("restore"), 0))
        )
    page = Paginator(revisions.without_content().order_by("-number"), PER_PAGE).get_page(request.GET.get("page"))
    after = (
        revisions.filter(number=whole_number(request.GET.get("to"), 0)).first() or revisions.order_by("number").last()
    )
    before = _before(revisions, after, whole_number(request.GET.get("from"), 0))
    context = desk.admin_site.each_context(request) | {
        "story": story,
        "page": page,
        "before": before,
        "after": after,
        "differences": differences(before.content, after.content) if before and after else [],
        "may_hide": may_hide(request.user, story) and site_of(request).shows_history,
        "present": clock.now(),
        "now": after is not None and not differences(after.content, content_of(story)),
        "title": "History",
    }
    return render(request, "admin/articles/story/history.html", context)


def _before(revisions: Any, after: Revision | None, number: int) -> Revision | None:
    if after is None:
        return None
    found: Revision | None = revisions.filter(number=number).first()
    return found or revisions.filter(number__lt=after.number).order_by("number").last()


def _restore(request: HttpRequest, story: Story, revision: Revision) -> HttpResponse:
    try:
        gone = restore_revision(story=story, revision=revision, by=request.user)  # type: ignore[arg-type]  # who may change it is somebody
    except ValidationError as refusal:
        messages.error(request, f"Nothing was restored: {' '.join(refusal.messages)}")
        return redirect("admin:articles_story_history", story.pk)
    messages.success(request, f"The story says again what it said in revision {revision.number}.")
    if gone:
        messages.warning(request, f"Left out, as it is no longer there: {'; '.join(gone)}.")
    return redirect("admin:articles_story_change", story.pk)
